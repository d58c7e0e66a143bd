import { SCALES, type Scale } from './scales.ts';

/** Characters of a message that is a rating and perhaps a word about it. */
const LONGEST = 400;

/** "4", "4/5", "4 out of 5", "a 4!", "5 stars", and what is said behind it. */
const RATING =
  /^(?:(?:a|an|i(?:['’]d)? (?:say|give)|eine?|une?|un[ao]?|een|um|uma)\s+)?(\d{1,2})(?![.,]?\d)(?:\s*(?:\/|out of|of|von|sur|sobre|de|su|van|em)\s*(\d{1,2}))?\s*(?:stars?|points?|sterne?|punkte?n?|étoiles?|points?|estrellas?|puntos?|stelle|punti|sterren|punten|estrelas?|pontos?|点|つ星)?\s*(?:です|[.!。！]*)\s*(?:$|[,;:–—\n-]+|(?<=[.!。！])\s*)/iu;
const STARS = /^(?:★|⭐️?|🌟){1,10}\s*/u;
const MIND_CHANGED =
  /^(?:sorry|actually|no|i meant?|i mean|entschuldigung|ich meinte|eigentlich|pardon|je voulais dire|perdón|quise decir|scusi|volevo dire|intendevo|ik bedoelde|desculpe?|quis dizer|すみません|間違えました)[,:.、\s]+/iu;

/** A rating that somebody typed in place of a tap. */
export interface Typed {
  readonly value: number;
  /** What they said beside it. */
  readonly rest: string;
}

/** The rating that a message begins with; undefined where it is none on this scale, or a number of something else. */
export function ratingIn(text: string, scale: Scale): Typed | undefined {
  if (text.length > LONGEST) return undefined;
  const said = withoutRegrets(text.normalize('NFKC').trim());
  const { lowest, highest } = SCALES[scale];
  const stars = scale === 'csat' ? STARS.exec(said) : null;
  const found = stars ?? RATING.exec(said);
  if (!found) return undefined;
  const value = stars ? stars[0].match(/★|⭐|🌟/gu)!.length : Number(found[1]);
  const of = found[2];
  if (of !== undefined && Number(of) !== highest) return undefined;
  if (value < lowest || value > highest) return undefined;
  return { value, rest: said.slice(found[0].length).trim() };
}

/** "Sorry, I meant 5" is a 5. */
function withoutRegrets(text: string): string {
  let said = text;
  for (let n = 0; n < 3 && MIND_CHANGED.test(said); n++) said = said.replace(MIND_CHANGED, '');
  return said;
}
