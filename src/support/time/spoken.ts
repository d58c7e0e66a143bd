import type { Temporal } from 'temporal-polyfill';

/** A day seen from today. */
export type Day =
  | { readonly is: 'today' | 'tomorrow' }
  | { readonly is: 'weekday' | 'date' | 'date-and-year'; readonly date: Temporal.PlainDate };

type Clock = Pick<Temporal.ZonedDateTime, 'hour' | 'minute'>;

/** How a language tells a time until which something happens. */
export interface Spoken {
  /** Without a clock: until the end of the day. */
  say(day: Day, clock: Clock | undefined, place: string): string;
  place(when: Temporal.ZonedDateTime): string;
}

const pad = (minute: number) => String(minute).padStart(2, '0');

/** The name of a day: its weekday, and the date where the weekday alone would be mistaken. */
function namer(language: string, today: string, tomorrow: string): (day: Day) => string {
  const kinds = {
    weekday: { weekday: 'long' },
    date: { weekday: 'long', day: 'numeric', month: 'long' },
    'date-and-year': { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  } as const;
  const formats = new Map(
    Object.entries(kinds).map(([is, parts]) => [
      is,
      new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...parts }),
    ]),
  );
  return (day) => {
    if (!('date' in day)) return day.is === 'today' ? today : tomorrow;
    return formats.get(day.is)!.format(Date.UTC(day.date.year, day.date.month - 1, day.date.day));
  };
}

/** What a zone is called, as Unicode has it: "heure d’Europe centrale". Names are dear to find and kept. */
function zoneNamer(language: string): (when: Temporal.ZonedDateTime) => string {
  const names = new Map<string, string>();
  return (when) => {
    const zone = when.timeZoneId;
    if (isUtc(zone)) return 'UTC';
    if (hasNoCity(zone)) return `UTC${when.offset}`;
    const name = names.get(zone) ?? zoneIn(language, zone, when.epochMilliseconds);
    names.set(zone, name);
    return name;
  };
}

function zoneIn(language: string, zone: string, at: number): string {
  const format = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'longGeneric' });
  const parts = format.formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  // "Nepal (Ortszeit)" stands in brackets already; "Ora" and "Horário" begin no sentence.
  const plain = name.replace(/^(.+) \((.+)\)$/, '$2 $1');
  return plain.replace(/^(?:Ora|Horário)\b/, (word) => word.toLowerCase());
}

const isUtc = (zone: string) => /^(Etc\/)?(UTC|GMT|Zulu|UCT|Universal|Greenwich)$/i.test(zone);
const hasNoCity = (zone: string) => /^(Etc\/|[+-])/i.test(zone);

const englishDay = namer('en-GB', 'today', 'tomorrow');

export const ENGLISH: Spoken = {
  say(day, clock, place) {
    const name = englishDay(day).replace(',', '');
    if (clock === undefined) {
      return `by ${day.is === 'today' ? 'midnight tonight' : `the end of ${name}`} (${place})`;
    }
    const minute = clock.minute === 0 ? '' : `:${pad(clock.minute)}`;
    const noon = clock.hour === 12 && clock.minute === 0;
    const half = clock.hour < 12 ? 'am' : 'pm';
    const time = noon ? 'noon' : `${clock.hour % 12 || 12}${minute} ${half}`;
    return day.is === 'today' ? `by ${time} today (${place})` : `by ${name}, ${time} (${place})`;
  },
  place(when) {
    const zone = when.timeZoneId;
    if (isUtc(zone)) return 'UTC';
    if (hasNoCity(zone)) return `UTC${when.offset}`;
    return `${(zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')} time`;
  },
};

/** A language whose sentence is made of the day's name and the time of day. */
function spoken(
  language: string,
  today: string,
  tomorrow: string,
  say: (day: string, clock: Clock | undefined, place: string, is: Day['is']) => string,
): Spoken {
  const nameOf = namer(language, today, tomorrow);
  return {
    say: (day, clock, place) => say(nameOf(day), clock, place, day.is),
    place: zoneNamer(language),
  };
}

const isNamed = (is: Day['is']) => is !== 'today' && is !== 'tomorrow';
const isDated = (is: Day['is']) => is === 'date' || is === 'date-and-year';
const digits = ({ hour, minute }: Clock) => `${hour}:${pad(minute)}`;

/** By ISO 639-1 code. */
export const SPOKEN: Readonly<Record<string, Spoken>> = {
  en: ENGLISH,
  de: spoken('de', 'heute', 'morgen', (day, clock, place) => {
    const minute = clock?.minute ? `:${pad(clock.minute)}` : '';
    return `bis ${day}, ${clock ? clock.hour + minute : '24'} Uhr (${place})`;
  }),
  es: spoken('es', 'hoy', 'mañana', (day, clock, place, is) => {
    const name = isNamed(is) ? `el ${day}` : day;
    const time = clock ? `${clock.hour === 1 ? 'la' : 'las'} ${digits(clock)}` : 'medianoche';
    return `${name} antes de ${time} (${place})`;
  }),
  fr: spoken('fr', 'aujourd’hui', 'demain', (day, clock, place, is) => {
    const name = isDated(is) ? `le ${day}` : day;
    const minute = clock?.minute ? `\u00a0${pad(clock.minute)}` : '';
    const time = clock ? `à ${clock.hour}\u00a0h${minute}` : 'à minuit';
    return `au plus tard ${name} ${clock?.hour === 12 && !minute ? 'à midi' : time} (${place})`;
  }),
  it: spoken('it', 'oggi', 'domani', (day, clock, place) => {
    const time = clock ? (clock.hour === 1 ? 'l’' : 'le ') + digits(clock) : 'la mezzanotte';
    return `entro ${time} di ${day} (${place})`;
  }),
  nl: spoken('nl', 'vandaag', 'morgen', (day, clock, place) => {
    const time = clock ? `${clock.hour}.${pad(clock.minute)} uur` : 'middernacht';
    return `uiterlijk ${day} om ${time} (${place})`;
  }),
  pt: spoken('pt', 'hoje', 'amanhã', (day, clock, place) => {
    const minute = clock?.minute ? pad(clock.minute) : '';
    const time = clock
      ? `${clock.hour === 1 ? 'a' : 'as'} ${clock.hour}h${minute}`
      : 'a meia-noite';
    return `${day} até ${time} (${place})`;
  }),
  ja: spoken('ja', '本日', '明日', (day, clock, place) => {
    const minute = clock?.minute ? `${clock.minute}分` : '';
    return clock ? `${day}${clock.hour}時${minute}（${place}）までに` : `${day}中（${place}）に`;
  }),
};
