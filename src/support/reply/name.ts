/** What stands where a name should be, but is none. */
const NO_NAMES =
  /^(?:support|team|admin|administrator|info|customer|customers|guest|user|test|tester|the|office|sales|service|help|helpdesk|contact|account|accounts|billing|it|hr|bot|unknown|anonymous|none|null|undefined|nobody|everyone|channel|here|mr|mrs|ms)$/i;
const TITLES = /^(?:mr|mrs|ms|miss|dr|prof|professor|sir|mx)\.?$/i;

/** "María del Carmen García de la Torre" has seven. */
const MOST_WORDS = 7;

/** The first name to greet somebody by; empty when what the platform shows is not like a name. */
export function firstNameOf(shown: string): string {
  const plain = shown
    .normalize('NFKC')
    .replace(/\([^)]{0,60}\)|\[[^\]]{0,60}\]|\|.*$/g, ' ')
    .slice(0, 80)
    .trim();
  // Whole sentences are shown as names by those who want them read.
  if (plain.split(/\s+/).length > MOST_WORDS) return '';
  const ordered = /^([^,]+),\s*(\S.*)$/.exec(plain)?.[2] ?? plain;
  const first = ordered.split(/\s+/).find((part) => !TITLES.test(part)) ?? '';
  if (!/^\p{L}[\p{L}\p{M}'’-]{1,23}$/u.test(first) || NO_NAMES.test(first)) return '';
  const cased =
    first === first.toLowerCase() || (first === first.toUpperCase() && first.length > 3);
  return cased
    ? first.toLowerCase().replace(/(^|-)\p{L}/gu, (letter) => letter.toUpperCase())
    : first;
}
