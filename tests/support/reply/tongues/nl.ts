import type { Cases } from './cases.ts';

const parcel =
  'Mijn pakket zou maandag komen en het is er nog steeds niet. Ik ben er zo langzamerhand klaar mee.';
const double = 'In mei is er twee keer € 49,90 afgeschreven. Kunnen jullie dat nakijken?';
const address = 'Kan ik het bezorgadres van bestelling 4711 nog wijzigen?';
const crash = 'Sinds de update sluit de app zichzelf zodra ik hem open.';

export const nl: Cases = {
  good: [
    {
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      name: 'Nora',
      reply:
        'Hallo Nora, wachten op een pakket dat er allang had moeten zijn is vervelend, en dat spijt me. Ik vraag het nu na bij de bezorger en mail je vandaag voor 15:00 uur.',
      promised: 'vandaag voor 15:00 uur',
    },
    {
      customer: double,
      upset: false,
      category: 'billing',
      reply:
        'Goedemiddag, ik zoek uit waarom er twee keer 49,90 euro is afgeschreven en laat u morgen voor twaalven weten wat ik heb gevonden. Heeft u de twee data bij de hand?',
    },
    {
      customer: address,
      upset: false,
      category: 'delivery_order',
      reply:
        'Bestelling 4711 is al onderweg, dus het adres wijzigen is niet mogelijk. Wel kan ik het pakket naar een afhaalpunt bij u in de buurt laten brengen. Zou u dat willen?',
    },
    {
      customer: crash,
      upset: false,
      category: 'bug_outage',
      reply:
        'Bedankt voor het melden. De fout in de app is hersteld: open de store en installeer de nieuwe versie. Werkt het nu weer?',
    },
    {
      customer: 'Sinds gisteren kom ik niet meer in mijn account, het wachtwoord wordt geweigerd.',
      upset: false,
      category: 'account_access',
      reply:
        'Goedemorgen, ik zie hier ook dat het inloggen wordt geweigerd. Ik stel het wachtwoord opnieuw in en laat u binnen een uur weten of u er weer in kunt.',
    },
    {
      customer: 'Alweer een verkeerde levering, ik had rood besteld en kreeg blauw!',
      upset: true,
      category: 'delivery_order',
      reply:
        'Dit is de tweede keer, dus ik snap dat u er genoeg van heeft. Sorry, in het magazijn hebben wij ons vergist. Het rode model gaat vandaag de deur uit en is donderdag bij u. Het blauwe mag u houden.',
    },
    {
      customer: 'Hoe exporteer ik mijn gegevens?',
      upset: false,
      category: 'how_to',
      reply:
        'Onder Instellingen > Gegevens vindt u de knop "Exporteren". Komt het bestand goed binnen?',
    },
    {
      customer: 'Ik hang al een uur in de wacht en niemand die het boeit!',
      upset: true,
      category: 'complaint',
      reply:
        'Een uur in de wacht is om gek van te worden, sorry daarvoor. Ik heb uw zaak nu: vertel me waar het om gaat, dan krijgt u binnen tien minuten hier antwoord van mij.',
    },
    {
      customer: 'Graag mijn abonnement opzeggen.',
      upset: false,
      category: 'cancellation_churn',
      reply:
        'Uw abonnement stopt aan het eind van de maand en daarna wordt er niets meer afgeschreven. Is dat wat u bedoelde?',
    },
    {
      customer: 'Is er een limiet voor de API?',
      upset: false,
      category: 'how_to',
      reply:
        'Ja, honderd aanroepen per minuut in uw pakket. Heeft u er meer nodig, zeg me hoeveel en ik verhoog het vandaag.',
    },
  ],
  bad: [
    {
      fails: 'personal',
      customer: address,
      upset: false,
      reply: 'Geachte klant, het adres van de bestelling is gewijzigd.',
    },
    {
      fails: 'personal',
      customer: address,
      upset: false,
      name: 'Nora',
      reply: 'Hallo, ik kijk het adres voor je na en mail je vanavond.',
    },
    {
      fails: 'listens',
      customer: crash,
      upset: false,
      reply: 'Bedankt voor uw bericht. We kijken naar uw vraag en komen er morgen op terug.',
    },
    {
      fails: 'listens',
      customer: crash,
      upset: false,
      reply:
        'U schrijft: "Sinds de update sluit de app zichzelf zodra ik hem open." Ik kijk ernaar, uiterlijk morgen.',
    },
    {
      fails: 'acknowledges',
      customer: parcel,
      upset: true,
      reply: 'Onze excuses voor het ongemak.',
    },
    {
      fails: 'acknowledges',
      customer: parcel,
      upset: true,
      reply: 'Uw pakket is onderweg. Ik controleer het voor 15:00 uur.',
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      reply: 'Het spijt ons als u zich slecht behandeld voelt.',
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: false,
      reply: 'U had het volledige adres moeten opgeven. Het pakket is teruggegaan.',
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      reply: 'Het pakket is te laat, dat is vervelend. Ik kijk het morgen na.',
    },
    {
      fails: 'next-step',
      customer: double,
      upset: false,
      reply: 'Uw bericht over de afschrijving is bij ons binnen.',
    },
    {
      fails: 'by-when',
      customer: double,
      upset: false,
      reply: 'Ik kijk de afschrijving na en laat het u zo snel mogelijk weten.',
    },
    {
      fails: 'options',
      customer: address,
      upset: false,
      reply: 'Dat is helaas niet mogelijk. De bestelling is al onderweg.',
    },
    {
      fails: 'confirms',
      customer: double,
      upset: false,
      reply:
        'Ik heb de tweede afschrijving teruggestort. Heeft u nog vragen, dan horen wij het graag.',
    },
    {
      fails: 'plain',
      customer: double,
      upset: false,
      reply:
        'Uw schrijven inzake de incasso hebben wij in goede orde ontvangen en zal conform de procedure geschieden.',
    },
    {
      fails: 'no-wall',
      customer: double,
      upset: false,
      reply: 'Over afschrijvingen gaat een andere afdeling.',
    },
    {
      fails: 'no-wall',
      customer: address,
      upset: false,
      reply: 'Het systeem laat een adreswijziging niet toe.',
    },
    { fails: 'grounded', customer: double, upset: false, reply: 'U krijgt € 59,90 terug.' },
    { fails: 'grounded', customer: parcel, upset: false, reply: 'Uw pakket komt op 4 maart.' },
    {
      fails: 'fits',
      customer: crash,
      upset: false,
      reply: 'Doe eens rustig aan. Ik kijk morgen naar de app.',
    },
    { fails: 'fits', customer: crash, upset: false, reply: 'START UW TELEFOON METEEN OPNIEUW!!!' },
    {
      fails: 'next-step',
      customer: 'Mijn terugbetaling is er nog niet.',
      upset: false,
      category: 'refund',
      reply: 'Uw dossier is in behandeling.',
    },
    {
      fails: 'no-wall',
      customer: 'Het scherm kwam gebarsten aan.',
      upset: false,
      category: 'refund',
      reply: 'Dat valt helaas buiten onze voorwaarden.',
    },
    {
      fails: 'no-wall',
      customer: 'De maat klopt niet.',
      upset: false,
      category: 'refund',
      reply: 'Daar ga ik niet over, u moet bij de retourafdeling zijn.',
    },
    {
      fails: 'acknowledges',
      customer: 'Derde mail en twee keer afgeschreven!!!',
      upset: true,
      category: 'billing',
      reply: 'Wij danken u voor uw geduld en begrip.',
    },
    {
      fails: 'owns',
      customer: 'De synchronisatie mislukt elke nacht.',
      upset: false,
      category: 'bug_outage',
      reply: 'Waarschijnlijk heeft u het verkeerd ingesteld, zoals ik al had uitgelegd.',
    },
    {
      fails: 'options',
      customer: 'Ik wil mijn geld terug.',
      upset: false,
      category: 'refund',
      reply: 'Terugbetaling is niet mogelijk.',
    },
    {
      fails: 'by-when',
      customer: 'Wanneer komt mijn pakket?',
      upset: false,
      category: 'delivery_order',
      reply: 'We onderzoeken het en komen er binnenkort op terug.',
    },
    {
      fails: 'no-wall',
      customer: 'Waarom is mijn account geblokkeerd?',
      upset: false,
      category: 'account_access',
      reply: 'Zo zijn de regels nu eenmaal, ik kan daar niets aan veranderen.',
    },
  ],
};
