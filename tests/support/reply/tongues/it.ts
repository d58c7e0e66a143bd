import type { Cases } from './cases.ts';

const parcel =
  'Il mio pacco doveva arrivare lunedì e non è ancora qui. Comincio ad averne abbastanza.';
const double = 'A maggio mi avete addebitato due volte 49,90 €. Potete controllare?';
const address = "Posso ancora cambiare l'indirizzo di consegna dell'ordine 4711?";
const crash = "Dopo l'aggiornamento l'app si chiude appena la apro.";

export const it: Cases = {
  good: [
    {
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      name: 'Nora',
      reply:
        'Ciao Nora, aspettare un pacco che dovrebbe essere già arrivato è frustrante, e mi dispiace. Sto chiedendo al corriere e le scrivo oggi entro le 15:00.',
      promised: 'oggi entro le 15:00',
    },
    {
      customer: double,
      upset: false,
      category: 'billing',
      reply:
        'Buongiorno, sto controllando il doppio addebito di 49,90 euro e entro domani a mezzogiorno le dico cosa ho trovato. Ha già le date dei due addebiti?',
    },
    {
      customer: address,
      upset: false,
      category: 'delivery_order',
      reply:
        "L'ordine 4711 è già partito, quindi non possiamo più cambiare l'indirizzo. Posso però farlo lasciare in un punto di ritiro vicino a lei. Le andrebbe bene?",
    },
    {
      customer: crash,
      upset: false,
      category: 'bug_outage',
      reply:
        "Grazie della segnalazione. L'errore dell'app è risolto: apra lo store e installi la nuova versione. Ora funziona?",
    },
    {
      customer: 'Da ieri non riesco più ad accedere al mio account, la password non va.',
      upset: false,
      category: 'account_access',
      reply:
        'Buongiorno, vedo anche io che l’accesso viene rifiutato. Reimposto la password e tra un’ora le confermo che può entrare.',
    },
    {
      customer: 'Di nuovo una consegna sbagliata, ho ordinato rosso e mi è arrivato blu!',
      upset: true,
      category: 'delivery_order',
      reply:
        'È la seconda volta e capisco che dia fastidio. Mi dispiace, in magazzino abbiamo sbagliato. Il modello rosso parte oggi e lo riceve giovedì; tenga pure il blu.',
    },
    {
      customer: 'Come esporto i miei dati?',
      upset: false,
      category: 'how_to',
      reply: 'In Impostazioni > Dati trova il pulsante «Esporta». Le arriva il file?',
    },
    {
      customer: 'Da stamattina la dashboard mostra zero vendite.',
      upset: false,
      category: 'bug_outage',
      reply:
        'Buongiorno! Un processo si era fermato stanotte, per questo vede zero. Dalle 11 è ripartito e i suoi dati stanno tornando. Li vede di nuovo?',
    },
    {
      customer: 'Sono in attesa al telefono da un’ora e non importa a nessuno!',
      upset: true,
      category: 'complaint',
      reply:
        'Un’ora in attesa è snervante, mi scusi. Ora seguo io il suo caso: mi dica di cosa si tratta e le rispondo qui entro dieci minuti.',
    },
    {
      customer: 'Vorrei disdire il mio abbonamento.',
      upset: false,
      category: 'cancellation_churn',
      reply:
        'Il suo abbonamento finisce l’ultimo giorno del mese e non le verrà addebitato altro. Va bene così?',
    },
    {
      customer: 'C’è un limite per le API?',
      upset: false,
      category: 'how_to',
      reply:
        'Sì, cento chiamate al minuto nel suo piano. Se gliene servono di più, mi dica quante e oggi stesso alzo il limite.',
    },
  ],
  bad: [
    {
      fails: 'personal',
      customer: address,
      upset: false,
      reply: "Gentile cliente, l'indirizzo dell'ordine è stato cambiato.",
    },
    {
      fails: 'personal',
      customer: address,
      upset: false,
      name: 'Nora',
      reply: "Buongiorno, controllo l'indirizzo e le scrivo entro stasera.",
    },
    {
      fails: 'listens',
      customer: crash,
      upset: false,
      reply:
        'Grazie per il suo messaggio. Verificheremo la sua richiesta e le risponderemo domani.',
    },
    {
      fails: 'listens',
      customer: crash,
      upset: false,
      reply:
        "Lei scrive: «Dopo l'aggiornamento l'app si chiude appena la apro». Controllo entro domani.",
    },
    {
      fails: 'acknowledges',
      customer: parcel,
      upset: true,
      reply: 'Ci scusiamo per il disagio arrecato.',
    },
    {
      fails: 'acknowledges',
      customer: parcel,
      upset: true,
      reply: 'Il suo pacco è in consegna. Controllo entro le 15:00.',
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      reply: 'Ci dispiace se si è sentita trattata male.',
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: false,
      reply: "Avrebbe dovuto indicare l'indirizzo completo. Il pacco è tornato indietro.",
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      reply: 'Il pacco è in ritardo, è frustrante. Controllo entro domani.',
    },
    {
      fails: 'next-step',
      customer: double,
      upset: false,
      reply: "Il suo messaggio sull'addebito ci è arrivato.",
    },
    {
      fails: 'by-when',
      customer: double,
      upset: false,
      reply: "Controllo l'addebito e le faccio sapere il prima possibile.",
    },
    {
      fails: 'options',
      customer: address,
      upset: false,
      reply: "Non è possibile. L'ordine è già partito.",
    },
    {
      fails: 'confirms',
      customer: double,
      upset: false,
      reply: 'Le ho rimborsato il secondo addebito. Restiamo a disposizione per qualsiasi domanda.',
    },
    {
      fails: 'plain',
      customer: double,
      upset: false,
      reply:
        'In riferimento alla sua segnalazione, si comunica che la pratica in oggetto verrà evasa quanto prima.',
    },
    {
      fails: 'no-wall',
      customer: double,
      upset: false,
      reply: 'Degli addebiti si occupa un altro ufficio.',
    },
    {
      fails: 'no-wall',
      customer: address,
      upset: false,
      reply: "Il sistema non permette di cambiare l'indirizzo.",
    },
    { fails: 'grounded', customer: double, upset: false, reply: 'Le rimborsiamo 59,90 €.' },
    { fails: 'grounded', customer: parcel, upset: false, reply: 'Il suo pacco arriva il 4 marzo.' },
    {
      fails: 'fits',
      customer: crash,
      upset: false,
      reply: "Si calmi, per favore. Controllo l'app entro domani.",
    },
    {
      fails: 'fits',
      customer: crash,
      upset: false,
      reply: 'RIAVVII SUBITO QUEL TELEFONO ADESSO!!!',
    },
    {
      fails: 'next-step',
      customer: 'Il rimborso non è ancora arrivato.',
      upset: false,
      category: 'refund',
      reply: 'La sua pratica è in lavorazione.',
    },
    {
      fails: 'no-wall',
      customer: 'Lo schermo è arrivato rotto.',
      upset: false,
      category: 'refund',
      reply: 'Per i resi si rivolga al corriere.',
    },
    {
      fails: 'no-wall',
      customer: 'La taglia è sbagliata.',
      upset: false,
      category: 'refund',
      reply: 'Non è di mia competenza, deve sentire l’ufficio resi.',
    },
    {
      fails: 'acknowledges',
      customer: 'Terza mail e due addebiti!!!',
      upset: true,
      category: 'billing',
      reply: 'La ringraziamo per la pazienza e la comprensione.',
    },
    {
      fails: 'owns',
      customer: 'La sincronizzazione fallisce ogni notte.',
      upset: false,
      category: 'bug_outage',
      reply: 'Probabilmente ha sbagliato la configurazione, come già le avevo spiegato.',
    },
    {
      fails: 'options',
      customer: 'Voglio il rimborso.',
      upset: false,
      category: 'refund',
      reply: 'Purtroppo il rimborso non è previsto.',
    },
    {
      fails: 'by-when',
      customer: 'Quando arriva il mio pacco?',
      upset: false,
      category: 'delivery_order',
      reply: 'Stiamo verificando e le faremo sapere a breve.',
    },
    {
      fails: 'no-wall',
      customer: 'Perché il mio account è sospeso?',
      upset: false,
      category: 'account_access',
      reply: 'Sono le regole e io non posso farci niente.',
    },
  ],
};
