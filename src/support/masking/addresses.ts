import { type Span, spansOf } from './personal.ts';

const WORD = String.raw`[\p{Lu}][\p{L}\p{M}'’.-]{1,24}`;
/** A word that ends no sentence. */
const NAME = String.raw`[\p{Lu}][\p{L}\p{M}'’-]{1,24}`;
/** What follows a street: a flat, a place, a postcode. */
const UNIT = String.raw`(?:[, ]{1,2}(?:apt|apartment|suite|unit|flat|floor|room|po box|box|piso|app?t|étage|etage|stock|interno|verd)\.? ?[\w-]{1,8})?`;
const POSTCODE = String.raw`(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]{2},? \d{5}(?:-\d{4})?|(?:[A-Z]{1,2}-)?\d{4,5}(?: ?[A-Z]{2}(?!\p{L}))?|\d{4}-\d{3})`;
const PLACE = String.raw`(?:(?:,\s{0,2}|\s{1,2})(?:${POSTCODE}(?!\d)(?:,? ${WORD}(?: ${WORD})?)?|${WORD}(?: ${WORD}){0,2},? ${POSTCODE}(?!\d)))?`;

const ENGLISH = new RegExp(
  String.raw`(?<![\p{L}\d.,-])\d{1,5}[A-Ca-c]?,? (?:(?:[NSEW]|North|South|East|West)\.? )?(?:${WORD} ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl|Square|Sq|Terrace|Way|Close|Crescent|Highway|Hwy|Parkway|Row|Gardens|Grove|Hill|Mews)(?!\p{L})\.?${UNIT}${PLACE}`,
  'gu',
);
/** German and Dutch: the word ends in the kind of street, the number follows. */
const JOINED = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${NAME}[ -]){0,3}(?:\p{Lu}[\p{L}-]{2,30}(?:stra(?:ß|ss)e|str\.|weg|gasse|platz|allee|damm|ufer|straat|laan|plein|gracht|kade|singel|dijk)|(?:Stra(?:ß|ss)e|Allee|Platz|Weg)) ?\d{1,4} ?[a-zA-Z]?(?![\p{L}\d])${UNIT}${PLACE}`,
  'gu',
);
/** French, Spanish, Portuguese and Italian: the kind of street comes first. */
const ROMANCE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:\d{1,4}(?: (?:bis|ter))?,? )?(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Cc]hemin|[Qq]uai|[Ii]mpasse|[Pp]lace|[Cc]alle|[Cc]/|[Aa]venida|[Aa]vda\.?|[Pp]aseo|[Pp]laza|[Rr]ua|[Tt]ravessa|[Pp]raça|[Ll]argo|Via|[Vv]iale|[Cc]orso|[Pp]iazza|[Vv]icolo) (?:(?:de la|de los|de las|de|du|des|del|della|dei|da|do|dos|das|d['’]|l['’]) ?)?${WORD}(?: (?:de |del |da |do |di )?${WORD}){0,4}(?:,? (?:n[°º.]? ?)?\d{1,4}[a-zA-Z]?(?![\p{L}\d]))?${UNIT}${PLACE}`,
  'gu',
);
const JAPANESE =
  /〒 ?\d{3}-?\d{4}|\p{Script=Han}{2,3}[都道府県][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,20}[市区町村][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\d丁目番地号の-]{0,30}\d[丁目番地号\d-]{0,12}/gu;
/** A British postcode says by itself which door. */
const BRITISH = /(?<![\p{L}\d])(?:[A-Z]{1,2}\d[A-Z\d]?) \d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\d])/gu;
const PO_BOX = /\bP\.? ?O\.? Box \d{1,6}\b/giu;

/** Whatever is called one, in the eight languages. */
const CALLED =
  /(?<!(?:ip|e-?mail|mail|mac|web|wallet|url|network|to)[ -]?)(?<!\p{L})(?:address|direcci[oó]n|domicilio|adresse|anschrift|endere[çc]o|morada|indirizzo|adres|住所)(?:[ \t]{0,2}(?::|=|は)|[ \t]{1,2}(?:is|es|est|ist|lautet|é|è)(?![\p{L}]))[ \t]{0,3}\n?(?<value>(?:\d{1,6}[^\d.:]|\p{L})[^\n@;!?]{4,100})/dgiu;

/** Where somebody lives: a street with its number, and the place behind it. */
export function* findAddresses(text: string): Generator<Span> {
  if (!/\d/.test(text)) return;
  yield* spansOf(text, ENGLISH, 'ADDRESS');
  yield* spansOf(text, JOINED, 'ADDRESS');
  yield* spansOf(text, ROMANCE, 'ADDRESS', (value) => /\d/.test(value));
  yield* upToSentence(
    text,
    spansOf(
      text,
      CALLED,
      'ADDRESS',
      (value) => /\d[\p{L}-]? |[ ,]\d|\d$/u.test(value) && /^[^\p{Ll}]/u.test(value),
    ),
  );
  yield* spansOf(text, BRITISH, 'ADDRESS');
  yield* spansOf(text, PO_BOX, 'ADDRESS');
  if (/[〒都道府県]/.test(text)) yield* spansOf(text, JAPANESE, 'ADDRESS');
}

function* upToSentence(text: string, spans: Iterable<Span>): Generator<Span> {
  for (const { start, end, type } of spans) {
    const [sentence = ''] = text
      .slice(start, end)
      .split(/\. (?=\p{Lu}\p{L})|\.$| (?:and|und|et|y|e) (?=my|i\b|ich|je|mi)/u);
    if (/\d/.test(sentence)) yield { start, end: start + sentence.trimEnd().length, type };
  }
}
