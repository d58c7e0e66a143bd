import { speakOfTheSame, tellsSomething } from './kinship.ts';

const ENDS =
  /(?<=[.?!])\s+|\n+|,? and (?=(?:how|what|where|when|why|which|who|can|could|do|does|is|are)\b)/i;
const ASKS =
  /\?$|^(?:(?:also|and|second(?:ly)?|besides|ps)[\s,:]*)?(?:how|what|where|when|why|which|who|can|could)\b(?!['’]t)/i;
/** What is said in place of a question, or asks no more than for help with what was said. */
const IDLE =
  /\b(?:kidding|joking|serious(?:ly)?|possible|look|check|fix|sort|solve|updates?|normal|ridiculous|talk|speak|human)\b/gi;
/** "How long does it take?" asks about what was named before. */
const FOLLOWS = /^(?!.*\b(?:my|our|the|a|an|your)\b).*\b(?:it|this|that|they|them)\b/i;

/** The different things a customer asks for, each in their words. "Where is it? When will it come?" is one. */
export function asksIn(text: string): string[] {
  const sentences = text.slice(0, 8_000).split(ENDS).slice(0, 100);
  const asks: string[] = [];
  for (const sentence of sentences.map((one) => one.trim())) {
    if (!ASKS.test(sentence) || !tellsSomething(sentence.replace(IDLE, ' '))) continue;
    if (asks.length > 0 && FOLLOWS.test(sentence)) continue;
    if (!asks.some((ask) => speakOfTheSame(ask, sentence))) asks.push(sentence);
  }
  return asks;
}
