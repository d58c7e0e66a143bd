import { findPhrases, indexPhrases } from './phrases.ts';
import type { Words } from './words.ts';

const index = (phrases: string) =>
  indexPhrases(phrases.split(', ').map((phrase) => [phrase, true] as const));

const TROUBLE = index(
  'outage*, downtime, is down, are down, down again, went down, again, yet another, broke, broken, crash*, error*, fail*, bug, bugs, late, delay*, wrong, lost, losing, missing, ignored, charged twice, double charge*, still waiting, stopped working, not working, doesnt work, locked out, unusable, otra vez, de nuevo, caíd*, fallo, fallan, no funciona, en panne, encore en panne, ne marche pas, ne fonctionne pas, schon wieder, kaputt, ausgefallen, störung, geht nicht, di nuovo, bloccat*, guast*, non funziona, caiu, quebrad*, não funciona, weer een, storing, kapot, werkt niet, また止ま, また落ち, またエラー',
);
/** Trouble that is over, or "again" that is none. */
const OVER = index(
  'thanks again, thank you again, again thank*, many thanks again, great ... again soon, once again ... thank*, thanks once again, thank you once again, use ... again, buy again, order again, fixed, solved, resolved, sorted, helped, help with, helping, no longer, no more, despite, even though, works again, working again, up again, never fail*, never ... late, not a single, without, gracias de nuevo, gracias otra vez, de nuevo gracias, grazie di nuovo, obrigad* de novo, de novo obrigad*, solucionado, resuelto, résolu, gelöst, risolto, resolvido, opgelost',
);

/** Whether words of praise stand beside trouble that is not over: "great, another outage". */
export function isBitter(words: Words): boolean {
  return findPhrases(TROUBLE, words).length > 0 && findPhrases(OVER, words).length === 0;
}
