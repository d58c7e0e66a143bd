import { CAST, type Player, STANDINGS } from '../src/playground/people.ts';
import type { Instant } from '../src/support/conversation.ts';
import type { Person } from '../src/support/roles.ts';
import type { Chance } from './chance.ts';
import { isHoliday, partOf, type Span } from './rhythm.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import type { Words } from './words/words.ts';
import { there } from './zones.ts';

/** Somebody of the team, and when they are there. */
export interface Colleague {
  readonly person: Person;
  /** Hours of the office's day: from, to. */
  readonly shift: readonly [number, number];
  /** Of a hundred drafts they rewrite so many before they send them. */
  readonly edits: number;
  /** Parts of the span between which they work here. */
  readonly joins?: number;
  readonly leaves?: number;
}

const colleague = (id: string, name: string, rest: Omit<Colleague, 'person'>): Colleague => ({
  person: { id, name, role: 'agent' },
  ...rest,
});

/** The playground's own agents are among them. */
export const TEAM: readonly Colleague[] = [
  colleague('ada', 'Ada Moreau', { shift: [8, 16], edits: 30 }),
  colleague('sam', 'Sam Reyes', { shift: [9, 17], edits: 45 }),
  colleague('ines', 'Inês Duarte', { shift: [10, 18], edits: 25 }),
  colleague('tom', 'Tom Becker', { shift: [9, 17], edits: 60 }),
  colleague('yuki', 'Yuki Mori', { shift: [11, 19], edits: 35 }),
  colleague('priya', 'Priya Nair', { shift: [8, 16], edits: 50, joins: 0.4 }),
  colleague('max', 'Max Keller', { shift: [10, 18], edits: 70, leaves: 0.55 }),
];
export const LEAD: Person = { id: 'lea', name: 'Lea Brandt', role: 'lead' };

/** Whether somebody still works here, on holiday or not. */
export function isEmployed({ joins = 0, leaves = 2 }: Colleague, span: Span, at: Instant): boolean {
  const part = partOf(span, at);
  return part >= joins && part < leaves;
}

/** @param zone of the office */
export function isOnShift({ shift: [from, to] }: Colleague, zone: string, at: Instant): boolean {
  const { hour, day } = there(zone, at);
  return day >= 1 && day <= 5 && hour >= from && hour < to && !isHoliday(at);
}

/** Somebody who writes, in one language and one channel. */
export interface Customer {
  readonly person: Person;
  readonly channel: string;
  readonly words: Words;
}

/** The languages of customers, how many of a hundred speak them, and what people there are called. */
const TONGUES = [
  {
    share: 55,
    words: en,
    zones: ['Europe/London', 'America/New_York', 'Europe/Dublin'],
    channel: 'ext-brightline',
    first:
      'Olivia,James,Amelia,Noah,Grace,Ethan,Ruby,Owen,Hannah,Leo,Chloe,Isaac,Maya,Felix,Zara,Aaron',
    last: 'Hughes,Patel,Walker,Okafor,Murphy,Chen,Brooks,Adeyemi,Foster,Singh,Doyle,Nguyen,Bennett,Rossi',
  },
  {
    share: 20,
    words: de,
    zones: ['Europe/Berlin', 'Europe/Vienna'],
    channel: 'ext-nordwind',
    first: 'Anna,Jonas,Lena,Paul,Marie,Lukas,Sophie,Finn,Clara,Emil,Johanna,Moritz',
    last: 'Schneider,Weber,Hoffmann,Krause,Vogel,Braun,Lorenz,Seidel,Winter,Albrecht,Brandl',
  },
  {
    share: 12,
    words: fr,
    zones: ['Europe/Paris', 'Europe/Brussels'],
    channel: 'ext-lumiere',
    first: 'Camille,Hugo,Manon,Louis,Juliette,Arthur,Alice,Gabriel,Margaux,Rémi',
    last: 'Dubois,Lefèvre,Girard,Roux,Fontaine,Chevalier,Mercier,Blanc,Garnier',
  },
  {
    share: 13,
    words: es,
    zones: ['Europe/Madrid', 'America/Bogota'],
    channel: 'ext-solera',
    first: 'Lucía,Mateo,Carmen,Diego,Elena,Javier,Valentina,Pablo,Irene,Andrés',
    last: 'García,Romero,Navarro,Molina,Ortega,Vargas,Castillo,Prieto,Salas',
  },
] as const;
/** Where whoever has no channel of their own writes. */
const OPEN_TO_ALL = 'help';

/** Every channel in which customers write. */
export const CHANNELS: readonly string[] = [OPEN_TO_ALL, ...TONGUES.map(({ channel }) => channel)];

/** The customer of a number: the same for the same dice. */
export function customerOf(number: number, chanceOf: (occasion: string) => Chance): Customer {
  const id = `customer-${number}`;
  const chance = chanceOf(id);
  const tongue = TONGUES[chance.among(TONGUES.map(({ share }) => share))]!;
  const name = `${chance.of(tongue.first.split(','))} ${chance.of(tongue.last.split(','))}`;
  return {
    person: { id, name, role: 'customer', zone: chance.of<string>(tongue.zones) },
    channel: chance(100) < 45 ? OPEN_TO_ALL : tongue.channel,
    words: tongue.words,
  };
}

/** Who plays on the page afterwards: its usual cast, all who were ever of the team, and these customers. */
export function castOf(span: Span, customers: Iterable<Person>): Player[] {
  const team = TEAM.map((one): Player => {
    const { id, name } = one.person;
    const standing = isEmployed(one, span, span.ends) ? STANDINGS.agent : STANDINGS.colleague;
    return { id, name, standing };
  });
  const others = [...customers].map(({ id, name }) => ({ id, name, standing: STANDINGS.customer }));
  const players = [...CAST, ...team, ...others].map((one) => [one.id, one] as const);
  return [...new Map(players).values()];
}
