import { thingsOf, type Vocabulary } from './vocabulary.ts';

export const DUTCH: Vocabulary = {
  beside: ' (…)',
  soon: 'zodra er nieuws is',
  about: ' over …',
  with: ' met …',
  message: 'uw bericht over …',
  both: 'uw beide vragen',
  all: 'al uw vragen',
  error: 'fout …',
  number: 'nummer …',
  numbered: [
    'bestelling',
    'bestelnummer',
    'ordernummer',
    'factuur',
    'factuurnummer',
    'boeking',
    'reservering',
    'zending',
    'dossier',
    'dossiernummer',
    'klantnummer',
    'referentie',
  ],
  things: thingsOf(`de app: app, apps
    de website: website, site, webshop
    de pagina: pagina, paginas
    het dashboard: dashboard
    de export: export, exporteren
    de import: import, importeren
    het rapport: rapport, rapporten
    de API: api
    de koppeling: koppeling, integratie
    het inloggen: login, inloggen
    de zoekfunctie: zoekfunctie
    de server: server, servers
    de bestanden: bestand, bestanden
    de link: link, links
    de knop: knop
    de instellingen: instellingen
    de meldingen: melding, meldingen
    uw e-mails: email, emails, mail, mails
    de agenda: agenda, kalender
    de synchronisatie: synchronisatie
    de update: update, updates
    de camera: camera
    het scherm: scherm, beeldscherm
    de accu: accu, batterij
    uw telefoon: telefoon, mobiel, smartphone, iphone
    uw computer: computer, laptop, pc
    de printer: printer
    de router: router, modem
    de verbinding: verbinding, internet, wifi
    de video’s: video, videos
    de foto’s: foto, fotos
    het spel: spel, game
    uw profiel: profiel
    uw factuur: factuur, facturen, rekening
    uw kortingscode: kortingscode, waardebon
    uw pas: pas, creditcard
    uw bestelling: bestelling, bestellingen
    uw pakket: pakket, pakketje, pakketten
    uw levering: levering, bezorging
    uw terugbetaling: terugbetaling
    uw retour: retour, retourzending
    uw ticket: ticket, tickets, kaartje
    uw boeking: boeking, reservering
    uw vlucht: vlucht
    de trein: trein, treinen
    de kamer: kamer
    uw bagage: bagage, koffer
    uw overschrijving: overschrijving
    uw betaling: betaling
    uw account: account, accounts
    uw wachtwoord: wachtwoord
    uw contract: contract
    uw abonnement: abonnement
    uw uitnodiging: uitnodiging
    uw gegevens: gegevens, data`),
  unheard:
    /\b(?:geen (?:antwoord|reactie|bericht)|niemand (?:antwoordt|reageert|heeft)|nooit (?:antwoord|reactie|iets gehoord)|genegeerd|negeren|wacht (?:nog steeds|al)|nog steeds (?:geen|niets)|(?:tweede|derde|vierde|zoveelste) keer|meerdere keren|al (?:iets|nieuws)|is er nieuws)\b/i,
  mine: /\b(?:mijn|ons|onze|ik|wij|we|mij|me)\b/i,
  described:
    /\b(?:sinds|sedert|nadat|wanneer|zodra|elke keer|telkens|staat|foutmelding|gisteren|vandaag|vanochtend)\b/i,
};
