import { cut } from './words.ts';

/** What mail programs write above the mail they quote: "On Tue, 3 Mar, Ada wrote:". */
const QUOTES_BELOW =
  /^(?:on|am|le|el|il|em|op|den)\s.{4,160}\s(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev)(?!\p{L}).{0,80}:$|^.{4,160}(?:さん|様)?は?書きました[:：]$|^[-_]{2,20}\s{0,4}(?:original message|forwarded message|ursprüngliche nachricht|message d['’]origine|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|元のメッセージ)\s{0,4}[-_]{2,20}$/iu;
/** The first lines of a head that Outlook puts above a quoted mail. */
const HEAD_FROM = /^\*{0,2}(?:from|von|de|da|van|差出人)\s?:\*{0,2}\s?\S/iu;
const HEAD_NEXT =
  /^\*{0,2}(?:sent|date|to|subject|gesendet|datum|an|betreff|envoyé|date|à|objet|enviado(?: el)?|fecha|para|asunto|assunto|data|inviato|a|oggetto|verzonden|aan|onderwerp|送信日時|宛先|件名)\s?:/iu;
const SIGNED =
  /^(?:sent from|get outlook for|von meinem .{1,40} gesendet|gesendet von|envoyé (?:de|depuis)|enviado (?:desde|do meu|de mi)|inviato da|verstuurd vanaf|verzonden vanaf)\b|から送信$/iu;

/**
 * What somebody wrote themselves in this message: without the mail they quote, the lines after `>` and their mail
 * program's signature. Where nothing is left, what they quoted is all they say.
 */
export function ownWords(text: string): string {
  if (!/[\n>:]/.test(text)) return text;
  const lines = cut(text).split('\n');
  const own: string[] = [];
  for (const [at, line] of lines.entries()) {
    const trimmed = line.trim();
    if (trimmed === '--') break;
    if (trimmed.startsWith('>') || SIGNED.test(trimmed.slice(0, 80))) continue;
    if (trimmed !== '' && isHead(lines, at)) {
      // Marked lines may be followed by an answer below; unmarked ones are quoted to the end.
      const below = lines.slice(at + 1).find((next) => next.trim() !== '');
      if (below?.trim()[0] === '>') continue;
      break;
    }
    own.push(line);
  }
  const said = own.join('\n').trim();
  return said === '' || own.length === lines.length ? text : said;
}

function isHead(lines: readonly string[], at: number): boolean {
  const line = lines[at]!.trim();
  if (line.length > 250 || !/[:：_-]$|^.{2,20}?:/.test(line)) return false;
  if (QUOTES_BELOW.test(line)) return true;
  return HEAD_FROM.test(line) && HEAD_NEXT.test(lines[at + 1]?.trim() ?? '');
}
