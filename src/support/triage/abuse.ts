import { findPhrases, indexPhrases } from './phrases.ts';
import type { Words } from './words.ts';

/** Aimed at people. Swearing at a situation is not abuse. */
const ABUSE = indexPhrases(
  [
    'fuck you, fuck off, fuck yourself, go fuck, screw you, piss off, go to hell, kill yourself, kys, go die, drop dead',
    'you idiot, you idiots, you moron, you morons, you are idiots, you are an idiot, youre an idiot, youre idiots, you stupid',
    'you are stupid, youre stupid, you are so stupid, stupid people, you dumb, you scum, you are scum, scumbag, scumbags',
    'you bastard, you bastards, you bitch, bitch, bitches, son of a bitch, asshole, assholes, arsehole, arseholes, motherfucker',
    'motherfuckers, cunt, cunts, retard, retards, retarded, faggot, whore, slut, dickhead, dickheads, wanker, wankers, twat',
    'you piece of shit, piece of shits, sacks of shit, sack of shit, you lying, you crooks, you thieves, shut up, shut the fuck up',
    'i will find you, i know where you, ill find you, kill you, hurt you, beat you, burn down, i hope you die, i hope you get',
    'bunch of idiots, bunch of morons, bunch of clowns, bunch of crooks, fucking idiots, fucking idiot, fucking morons, brain dead',
    'dumbass, dumbasses, jackass, imbecile, imbeciles, dipshit, dipshits, you suck, suck my, eat shit, pieces of shit, you clowns',
  ].flatMap((line) => line.split(', ').map((phrase) => [phrase, true] as const)),
);

/** Whether the message insults or threatens people. */
export function readAbuse(words: Words): { abusive: boolean; because?: string } {
  const found = findPhrases(ABUSE, words)[0];
  if (found === undefined) return { abusive: false };
  return { abusive: true, because: 'insults or threatens people' };
}
