import type { Manner } from './manners.ts';
import type { Tie } from './ties.ts';

/** How to say why a message belongs where it was put: none of the customers' own words are in it. */
const SAID: Readonly<Partial<Record<Tie | Manner, string>>> = {
  beginsAsking: 'it asks something, and nobody in particular',
  beginsSeeking: 'it looks for help, as one does who begins',
  beginsGreeting: 'it greets, as one does who begins',
  announces: 'it announces another matter',
  troubleAnew: 'something else is wrong',
  mine: 'its author was speaking there',
  minePrevious: 'its author goes on',
  calledLast: 'its author was spoken to there',
  toHere: 'it is said to somebody there',
  toLastHere: 'whom it is said to was last there',
  toBegan: 'it is said to whoever began it',
  toAsked: 'it is said to somebody who asked',
  toSpokeToMe: 'it is said to somebody who spoke to its author',
  follows: 'it comes right after',
  words: 'it speaks of the same things',
  chimesIn: 'it says that somebody else has it too',
  nudges: 'it asks after what is under way',
  hasSpokenThere: 'its author has joined in before',
  goesOn: 'its author goes on',
  ownMatter: 'it is its author’s matter',
  speaksToCustomer: 'the team speaks to its customer',
  asksBack: 'the team asks back',
  oneBreath: 'its author is still writing',
  answersColleague: 'it answers a colleague',
  answersWaiting: 'the team answers who waits',
  answersTeam: 'it answers what the team asked',
};

/** What spoke most for where a message was put. `weighed` are the weights of all that was found. */
export function sayWhy(weighed: Readonly<Record<string, number>>): string {
  let most = 0;
  let because = 'nothing else ties it';
  for (const [name, weight] of Object.entries(weighed)) {
    const said = SAID[name as Tie | Manner];
    if (said !== undefined && weight > most) [most, because] = [weight, said];
  }
  return because;
}
