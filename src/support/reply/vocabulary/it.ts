import { thingsOf, type Vocabulary } from './vocabulary.ts';

/** Things with their article, behind prepositions that do not merge with it. */
export const ITALIAN: Vocabulary = {
  beside: ' (…)',
  soon: 'appena ci sono novità',
  about: ' riguardante …',
  with: ' con …',
  message: 'il suo messaggio riguardante …',
  both: 'le sue due domande',
  all: 'tutte le sue domande',
  error: 'errore …',
  number: 'numero …',
  numbered: [
    'ordine',
    'fattura',
    'prenotazione',
    'spedizione',
    'pratica',
    'riferimento',
    'ticket',
    'contratto',
    'pacco',
  ],
  things: thingsOf(`l’app: app, applicazione
    il sito: sito, website
    la pagina: pagina, pagine
    la dashboard: dashboard
    l’esportazione: esportazione, export, esportare
    l’importazione: importazione, import, importare
    il report: report, rapporto
    l’API: api
    l’integrazione: integrazione, integrazioni
    l’accesso: accesso, login
    la ricerca: ricerca
    il server: server
    i file: file
    il link: link
    il pulsante: pulsante, bottone
    le impostazioni: impostazioni
    le notifiche: notifica, notifiche
    le sue e-mail: email, mail
    il calendario: calendario
    la sincronizzazione: sincronizzazione
    l’aggiornamento: aggiornamento
    la fotocamera: fotocamera
    lo schermo: schermo
    la batteria: batteria
    il suo telefono: telefono, cellulare, smartphone, iphone
    il suo computer: computer, pc, portatile
    la stampante: stampante
    il router: router, modem
    la connessione: connessione, internet, wifi, rete
    i video: video
    le foto: foto
    il gioco: gioco
    il suo profilo: profilo
    la sua fattura: fattura, fatture, bolletta
    il suo buono: buono, coupon
    la sua carta: carta
    il suo ordine: ordine, ordini
    il suo pacco: pacco, pacchi
    la sua consegna: consegna, spedizione
    il suo rimborso: rimborso
    il suo reso: reso
    il suo biglietto: biglietto, biglietti
    la sua prenotazione: prenotazione
    il suo volo: volo
    il treno: treno, treni
    la camera: camera, stanza
    i suoi bagagli: bagaglio, bagagli, valigia
    il suo bonifico: bonifico
    il suo pagamento: pagamento, pagamenti
    il suo account: account, conto
    la sua password: password
    il suo contratto: contratto
    il suo abbonamento: abbonamento
    il suo piano: piano, tariffa
    il suo invito: invito
    i suoi dati: dati`),
  unheard:
    /(?:nessuna (?:risposta|notizia)|senza risposta|nessuno (?:risponde|mi ha|ha)|mai (?:avuto|ricevuto) risposta|ignora(?:to|te|ndo)|(?:sto )?ancora aspettando|aspetto (?:ancora|da)|(?:seconda|terza|quarta|ennesima) volta|(?:più|diverse|molte) volte|ci sono novità|novità\s*\?)/i,
  mine: /\b(?:mio|mia|miei|mie|nostr\w+|mi|io|ci|noi)\b/i,
  described:
    /(?:\bda (?:ieri|oggi|quando|ore|giorni|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)|\bdopo\b|\bquando\b|ogni volta|dice|compare|messaggio di errore|\bieri\b|\boggi\b|stamattina)/i,
};
