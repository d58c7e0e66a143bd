import { isSpaceless } from './spaceless.ts';
import type { Words } from './words.ts';

/** Who can be hindered in numbers. */
const AFFECTED = new Set(
  [
    'users people persons customers clients employees colleagues coworkers members students pupils patients guests visitors',
    'agents reps teams drivers nurses teachers sellers subscribers passengers sites stores shops warehouses offices locations',
    'branches restaurants hotels clinics schools departments machines servers terminals workstations',
    'benutzer benutzern nutzer nutzern anwender leute menschen personen kunden mitarbeiter mitarbeitern kollegen filialen standorte',
    'usuarios personas clientes empleados compañeros tiendas almacenes oficinas sedes nosotros',
    'usuários utilizadores pessoas funcionários colaboradores lojas armazéns escritórios',
    'utilisateurs personnes employés collègues salariés magasins entrepôts bureaux boutiques nous',
    'utenti persone clienti dipendenti colleghi negozi magazzini uffici sedi filiali',
    'gebruikers mensen klanten medewerkers collegas winkels magazijnen kantoren vestigingen',
  ].flatMap((line) => line.split(' ')),
);

/** "47 of us", in the languages where "us" alone might be something else. */
const AMONG_US = new Set(['of us', 'von uns', 'van ons', 'di noi', 'de nós', 'dentre nous']);

/** Japanese sets the number, the counter and the rest of the clause into one word. */
const COUNTED_INSIDE = /(\d{1,6})(?:人|名|社|店舗|拠点)/;

/** Numbers that people spell out when they speak of many. */
const SPELT = new Map([
  ['ten', 10],
  ['dozen', 12],
  ['twelve', 12],
  ['fifteen', 15],
  ['twenty', 20],
  ['dozens', 24],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['hundred', 100],
  ['hundreds', 100],
  ['thousand', 1000],
  ['thousands', 1000],
]);

/** So many words may stand between the number and who is counted: "12 of our warehouses". */
const BETWEEN = 2;

/** How many people (or shops, sites, machines) a message says are concerned, and where it says so. */
export interface Counted {
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

/** The largest number of people that a message names; undefined when it counts nobody. */
export function countPeople({ tokens }: Words): Counted | undefined {
  let most: Counted | undefined;
  for (let from = 0; from < tokens.length; from++) {
    const found = countAt(tokens, from);
    if (found !== undefined && found.count > (most?.count ?? 0)) most = found;
  }
  return most;
}

function countAt(tokens: readonly string[], from: number): Counted | undefined {
  const token = tokens[from]!;
  const count = numberOf(token);
  if (count === undefined) {
    const [, inside] = isSpaceless(token) ? (token.match(COUNTED_INSIDE) ?? []) : [];
    return inside === undefined ? undefined : { count: Number(inside), from, to: from + 1 };
  }
  for (let at = from + 1; at <= from + 1 + BETWEEN; at++) {
    const word = tokens[at] ?? '.';
    if (word === '.' || word === ',') return undefined;
    if (AFFECTED.has(word) || AMONG_US.has(`${tokens[at - 1]} ${word}`)) {
      return { count, from, to: at + 1 };
    }
  }
  return undefined;
}

function numberOf(token: string): number | undefined {
  const first = token.charCodeAt(0);
  if (first < 0x30 || first > 0x39) return SPELT.get(token);
  const [, digits, thousand] = token.match(/^(\d{1,6})(k?)$/) ?? [];
  return digits === undefined ? undefined : Number(digits) * (thousand ? 1000 : 1);
}
