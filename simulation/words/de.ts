import type { Words } from './words.ts';

export const de: Words = {
  matters: {
    billing: [
      'Meine Rechnung {n} ist falsch, bitte prüfen Sie das',
      'Wir wurden diesen Monat doppelt belastet',
      'Können Sie uns die Rechnung {n} noch einmal schicken?',
    ],
    refund: [
      'Wo bleibt die Rückerstattung für Bestellung {n}?',
      'Bitte erstatten Sie uns die zweite Lizenz, das war ein Versehen',
    ],
    delivery_order: [
      'Mein Paket {n} ist nicht angekommen, wo ist es?',
      'In der Lieferung {n} fehlt ein Teil',
      'Die Sendungsverfolgung zu {n} bewegt sich seit Tagen nicht',
    ],
    account_access: [
      'Ich kann mich nicht anmelden, der Link zum Zurücksetzen kommt nie an',
      'Unsere neue Kollegin kommt nicht in das Konto',
    ],
    bug_outage: [
      'Der Export bricht seit heute Morgen mit Fehler {n} ab',
      'Die App stürzt beim Öffnen des Kalenders ab',
    ],
    how_to: [
      'Wie kann ich einen Kollegen zu unserem Konto hinzufügen?',
      'Wo finde ich den API-Schlüssel?',
      'Wie stelle ich die Sprache um?',
    ],
    cancellation_churn: ['Wir möchten unser Abo zum Monatsende kündigen'],
    complaint: ['Ich schreibe jetzt zum dritten Mal und bekomme keine vernünftige Antwort'],
    feature_request: ['Es wäre schön, wenn Berichte montags per Mail kämen'],
    security_privacy: ['Welche Daten speichern Sie über uns, und wo?'],
  },
  outage: [
    'Bei uns geht gar nichts mehr, niemand kann arbeiten!',
    'Auf jeder Seite Fehler 503. Gibt es eine Störung?',
  ],
  besides: ['Es ist für uns recht dringend', 'Die Kundennummer ist {n}'],
  thanks: ['Danke', 'Vielen Dank!', 'Super, danke'],
  worked: ['Ja, jetzt funktioniert es, vielen Dank!'],
  further: [
    'Es ist die Nummer {n}',
    'Gilt das auch für das andere Konto?',
    'Nein, es geht immer noch nicht',
  ],
  unhappy: ['Das ist inakzeptabel, ich warte immer noch und nichts geht'],
  person: ['Kann ich bitte mit einem Menschen sprechen?'],
  praise: [
    'Danke {name}, das haben Sie toll erklärt!',
    'Das ging schnell, toller Service, {name}!',
  ],
  again: ['Es ist leider wieder kaputt, dasselbe wie vorher'],
  stop: ['Bitte keine Nachrichten mehr'],
  glad: ['Schnell und freundlich'],
  sad: ['Es hat viel zu lange gedauert', 'Ich musste alles dreimal erklären'],
  answers: [
    'Hallo {name}, ich habe es in Ihrem Konto berichtigt. Bitte laden Sie die Seite neu und sagen Sie mir, ob es so stimmt.',
    'Hallo {name}, das war unser Fehler und ist jetzt behoben. Bitte versuchen Sie es noch einmal.',
  ],
  added: ['Ich habe es eben bei uns geprüft, und es sieht richtig aus.'],
  questions: ['Hallo {name}, können Sie mir bitte die Nummer der Rechnung schicken?'],
  promises: [
    'Hallo {name}, ich kümmere mich darum und melde mich bis morgen um 16 Uhr.',
    'Hallo {name}, ich melde mich innerhalb von zwei Stunden.',
  ],
  amends: [
    'Hallo {name}, es tut mir leid, dass wir Sie im Stich gelassen haben. Ich habe alles noch einmal gelesen und behoben, was offen war. Ist es so für Sie in Ordnung?',
  ],
};
