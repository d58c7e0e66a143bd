import type { Cases } from './cases.ts';

const parcel =
  'Mein Paket sollte am Montag kommen und ist immer noch nicht da. So langsam reicht es mir.';
const double = 'Mir wurden im Mai zweimal 49,90 € abgebucht. Können Sie das bitte prüfen?';
const address = 'Kann ich die Lieferadresse meiner Bestellung 4711 noch ändern?';
const crash = 'Seit dem Update stürzt die App beim Öffnen ab.';

export const de: Cases = {
  good: [
    {
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      name: 'Nora',
      reply:
        'Hallo Nora, auf ein Paket zu warten, das längst da sein sollte, ist ärgerlich, und es tut mir leid. Ich frage jetzt beim Paketdienst nach und melde mich heute bis 15 Uhr bei Ihnen.',
      promised: 'heute bis 15 Uhr',
    },
    {
      customer: double,
      upset: false,
      category: 'billing',
      reply:
        'Guten Tag, ich sehe mir die doppelte Abbuchung über 49,90 Euro an und sage Ihnen bis morgen Mittag, was ich gefunden habe. Haben Sie die beiden Buchungsdaten zur Hand?',
    },
    {
      customer: address,
      upset: false,
      category: 'delivery_order',
      reply:
        'Die Adresse von Bestellung 4711 lässt sich leider nicht mehr ändern, weil sie schon unterwegs ist. Ich kann Ihnen aber die Zustellung auf eine Abholstation umleiten. Wäre Ihnen das recht?',
    },
    {
      customer: crash,
      upset: false,
      category: 'bug_outage',
      reply:
        'Danke für den Hinweis. Die App ist jetzt repariert: Öffnen Sie den Store und laden Sie die neue Fassung. Startet sie damit wieder? Wenn es nicht klappt, schreiben Sie mir kurz.',
    },
    {
      customer: 'Ich komme seit gestern nicht mehr in mein Konto, das Passwort wird abgelehnt.',
      upset: false,
      category: 'account_access',
      reply:
        'Guten Morgen! Dass die Anmeldung abgewiesen wird, sehe ich bei uns im Protokoll auch. Ich setze das Kennwort jetzt zurück und gebe Ihnen in der nächsten Stunde Bescheid.',
    },
    {
      customer: 'Schon wieder eine falsche Lieferung, ich habe rot bestellt und blau bekommen!',
      upset: true,
      category: 'delivery_order',
      reply:
        'Das ist schon das zweite Mal, und dass Sie das nervt, kann ich gut verstehen. Entschuldigung, da haben wir im Lager danebengegriffen. Das rote Modell geht heute raus und ist am Donnerstag bei Ihnen. Das blaue dürfen Sie behalten.',
    },
    {
      customer: 'Wie exportiere ich meine Daten?',
      upset: false,
      category: 'how_to',
      reply:
        'Unter Einstellungen > Daten finden Sie den Knopf „Exportieren“. Kommt die Datei bei Ihnen an?',
    },
    {
      customer: 'Das Dashboard zeigt seit heute früh null Umsatz an.',
      upset: false,
      category: 'bug_outage',
      reply:
        'Hallo! Ein nächtlicher Lauf war stehen geblieben, deshalb die Null. Seit elf läuft er wieder und Ihr Dashboard füllt sich. Sehen Sie Ihre Zahlen wieder?',
    },
    {
      customer: 'Ich hänge seit einer Stunde in der Warteschleife, das interessiert wohl keinen!',
      upset: true,
      category: 'complaint',
      reply:
        'Eine Stunde in der Warteschleife macht mürbe, das tut mir leid. Jetzt bin ich für Sie da: Worum geht es? Sie haben in zehn Minuten eine Antwort von mir.',
    },
    {
      customer: 'Bitte kündigen Sie mein Abo.',
      upset: false,
      category: 'cancellation_churn',
      reply:
        'Ihr Abo endet zum Monatsende, danach wird nichts mehr abgebucht. Ist es so in Ihrem Sinn?',
    },
    {
      customer: 'Gibt es ein Limit bei der API?',
      upset: false,
      category: 'how_to',
      reply:
        'Ja, es liegt in Ihrem Tarif bei hundert Aufrufen. Wenn Sie mehr brauchen, nennen Sie mir die Zahl und ich hebe es heute an.',
    },
  ],
  bad: [
    {
      fails: 'personal',
      customer: address,
      upset: false,
      reply: 'Sehr geehrte Damen und Herren, die Adresse wurde geändert.',
    },
    {
      fails: 'personal',
      customer: address,
      upset: false,
      name: 'Nora',
      reply: 'Hallo, ich prüfe das bis heute Abend für Sie.',
    },
    {
      fails: 'listens',
      customer: crash,
      upset: false,
      reply: 'Vielen Dank für Ihre Nachricht. Wir prüfen Ihr Anliegen und melden uns morgen.',
    },
    {
      fails: 'listens',
      customer: crash,
      upset: false,
      reply:
        'Sie schreiben: "Seit dem Update stürzt die App beim Öffnen ab." Ich prüfe das bis morgen.',
    },
    {
      fails: 'acknowledges',
      customer: parcel,
      upset: true,
      reply: 'Wir entschuldigen uns für die entstandenen Unannehmlichkeiten.',
    },
    {
      fails: 'acknowledges',
      customer: parcel,
      upset: true,
      reply: 'Ihr Paket ist in der Zustellung. Ich prüfe den Stand bis 15 Uhr.',
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      reply: 'Es tut uns leid, falls Sie sich schlecht behandelt fühlen.',
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: false,
      reply: 'Sie hätten die Adresse vollständig angeben müssen. Das Paket ging zurück.',
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      reply: 'Das Paket ist verspätet, das ist ärgerlich. Ich prüfe es bis morgen.',
    },
    {
      fails: 'next-step',
      customer: double,
      upset: false,
      reply: 'Ihre Nachricht zur Abbuchung ist bei uns eingegangen.',
    },
    {
      fails: 'by-when',
      customer: double,
      upset: false,
      reply: 'Ich prüfe die Abbuchung und melde mich so bald wie möglich.',
    },
    {
      fails: 'options',
      customer: address,
      upset: false,
      reply: 'Das ist leider nicht möglich. Die Bestellung ist schon verschickt.',
    },
    {
      fails: 'confirms',
      customer: double,
      upset: false,
      reply:
        'Ich habe Ihnen die doppelte Abbuchung erstattet. Bei weiteren Fragen stehen wir Ihnen jederzeit gerne zur Verfügung.',
    },
    {
      fails: 'plain',
      customer: double,
      upset: false,
      reply:
        'Bezugnehmend auf Ihr Schreiben teilen wir Ihnen mit, dass der Sachverhalt zeitnah geprüft wird.',
    },
    {
      fails: 'plain',
      customer: double,
      upset: false,
      reply:
        'Ich prüfe die Abbuchung, die Sie uns gemeldet haben und die, soweit ich es sehe, am Anfang des Monats doppelt ausgeführt worden sein könnte, weil die Bank die erste Buchung nicht bestätigt hatte, was bei Feiertagen leider öfter vorkommt, bis morgen.',
    },
    {
      fails: 'no-wall',
      customer: double,
      upset: false,
      reply: 'Für Abbuchungen ist eine andere Abteilung zuständig.',
    },
    {
      fails: 'no-wall',
      customer: address,
      upset: false,
      reply: 'Laut unseren AGB ist eine Änderung der Adresse ausgeschlossen.',
    },
    { fails: 'grounded', customer: double, upset: false, reply: 'Sie erhalten 59,90 € zurück.' },
    { fails: 'grounded', customer: parcel, upset: false, reply: 'Ihr Paket kommt am 4. März.' },
    {
      fails: 'fits',
      customer: crash,
      upset: false,
      reply: 'Jetzt beruhigen Sie sich erst einmal. Ich prüfe die App bis morgen.',
    },
    {
      fails: 'fits',
      customer: crash,
      upset: false,
      reply: 'BITTE STARTEN SIE JETZT SOFORT IHRE APP NEU!!!',
    },
    {
      fails: 'plain',
      customer: 'Die Rechnung für April fehlt uns noch, und der Steuerberater braucht sie.',
      upset: false,
      category: 'billing',
      reply: 'Anbei die Rechnung für April. Brauchen Sie sie noch in einem anderen Format?',
    },
    {
      fails: 'no-wall',
      customer: 'Schon wieder eine falsche Lieferung, ich habe rot bestellt und blau bekommen!',
      upset: true,
      category: 'delivery_order',
      reply:
        'Wir bedauern, dass Sie mit der Lieferung unzufrieden sind. Wenden Sie sich bitte an den Versand.',
    },
    {
      fails: 'owns',
      customer: 'Der Bildschirm kam mit einem Riss an.',
      upset: false,
      category: 'refund',
      reply: 'Haben Sie das Paket denn fallen lassen? Dann ist das Ihr Verschulden.',
    },
    {
      fails: 'no-wall',
      customer: 'Die Größe ist falsch.',
      upset: false,
      category: 'refund',
      reply: 'Dafür bin ich nicht zuständig, da müssen Sie in der Retourenabteilung anrufen.',
    },
    {
      fails: 'acknowledges',
      customer: 'Dritte Mail, und doppelt abgebucht!!!',
      upset: true,
      category: 'billing',
      reply: 'Wir bedauern die Ihnen entstandenen Unannehmlichkeiten sehr.',
    },
    {
      fails: 'owns',
      customer: 'Der Abgleich schlägt jede Nacht fehl.',
      upset: false,
      category: 'bug_outage',
      reply: 'Vermutlich haben Sie das falsch eingestellt, wie bereits letzte Woche erklärt.',
    },
    {
      fails: 'options',
      customer: 'Ich möchte mein Geld zurück.',
      upset: false,
      category: 'refund',
      reply: 'Eine Erstattung ist ausgeschlossen.',
    },
    {
      fails: 'by-when',
      customer: 'Wann kommt mein Paket?',
      upset: false,
      category: 'delivery_order',
      reply: 'Wir prüfen den Vorgang und kommen zu gegebener Zeit auf Sie zu.',
    },
    {
      fails: 'no-wall',
      customer: 'Warum wurde mein Konto gesperrt?',
      upset: false,
      category: 'account_access',
      reply: 'Das entspricht unseren Richtlinien, daran lässt sich nichts ändern.',
    },
  ],
};
