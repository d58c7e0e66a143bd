import { thingsOf, type Vocabulary } from './vocabulary.ts';

/** Things in the dative, as "bei" and "zu" want it. */
export const GERMAN: Vocabulary = {
  beside: ' (…)',
  soon: 'sobald es etwas Neues gibt',
  about: ' zu …',
  with: ' bei …',
  message: 'Ihre Nachricht zu …',
  both: 'Ihre beiden Fragen',
  all: 'alle Ihre Fragen',
  error: 'Fehler …',
  number: 'Nummer …',
  numbered: [
    'Bestellung',
    'Bestellnummer',
    'Auftrag',
    'Auftragsnummer',
    'Rechnung',
    'Rechnungsnummer',
    'Buchung',
    'Buchungsnummer',
    'Sendung',
    'Sendungsnummer',
    'Vorgang',
    'Vorgangsnummer',
    'Ticketnummer',
    'Kundennummer',
    'Referenz',
  ],
  things: thingsOf(`der App: app, apps
    der Website: website, webseite, seite, homepage, internetseite
    dem Dashboard: dashboard
    dem Export: export, exports
    dem Import: import, imports
    dem Bericht: bericht, berichte, report, reports
    der API: api, schnittstelle
    der Integration: integration, integrationen
    der Anmeldung: login, anmeldung, einloggen
    der Suche: suche, suchfunktion
    dem Server: server
    der Datenbank: datenbank
    den Dateien: dateien, datei
    dem Link: link, links
    dem Button: button, knopf, schaltfläche
    den Einstellungen: einstellungen
    den Benachrichtigungen: benachrichtigung, benachrichtigungen
    den E-Mails: email, emails, mail, mails
    dem Kalender: kalender
    der Synchronisierung: synchronisierung, synchronisation
    dem Update: update, updates, aktualisierung
    der Kamera: kamera
    dem Bildschirm: bildschirm, display
    dem Akku: akku
    Ihrem Handy: handy, smartphone, telefon, iphone
    Ihrem Computer: computer, laptop, rechner, notebook
    dem Drucker: drucker
    dem Router: router
    der Internetverbindung: internet, wlan, verbindung
    den Videos: video, videos
    den Fotos: foto, fotos, bilder
    dem Spiel: spiel
    Ihrem Profil: profil
    Ihrer Rechnungsadresse: rechnungsadresse, rechnungsanschrift
    Ihrer Lieferadresse: lieferadresse, lieferanschrift
    Ihrer Rechnung: rechnung, rechnungen
    Ihrem Gutschein: gutschein, gutscheine, gutscheincode
    Ihrer Karte: karte, kreditkarte
    Ihrer Bestellung: bestellung, bestellungen
    Ihrem Paket: paket, pakete, päckchen, sendung
    Ihrer Lieferung: lieferung
    Ihrer Erstattung: erstattung, rückerstattung
    Ihrer Rücksendung: retoure, rücksendung
    Ihrem Ticket: ticket, tickets, fahrkarte
    Ihrer Buchung: buchung, reservierung
    Ihrem Flug: flug
    dem Zug: zug, bahn
    dem Zimmer: zimmer
    Ihrem Gepäck: gepäck, koffer
    Ihrer Überweisung: überweisung
    Ihrer Zahlung: zahlung
    Ihrem Konto: konto, account, benutzerkonto, kundenkonto
    Ihrem Passwort: passwort, kennwort
    Ihrem Vertrag: vertrag
    Ihrem Abo: abo, abonnement
    Ihrem Tarif: tarif
    Ihrer Einladung: einladung
    Ihren Daten: daten`),
  unheard:
    /\b(?:keine (?:antwort|rückmeldung|reaktion)|niemand (?:antwortet|meldet|reagiert|hat)|nie (?:eine )?(?:antwort|rückmeldung)|ignorier(?:t|en)|warte (?:immer )?noch|warte (?:ich )?(?:schon )?seit|zum (?:zweiten|dritten|vierten|fünften|x-ten) mal|mehrmals|mehrfach|(?:etwas|was) neues|immer noch nichts gehört)/i,
  mine: /\b(?:mein\w*|unser\w*|ich|wir|mir|mich|uns)\b/i,
  described:
    /\b(?:seit|seitdem|nach(?:dem)?|wenn|sobald|jedes mal|steht|meldung|gestern|heute|fehlermeldung)\b/i,
};
