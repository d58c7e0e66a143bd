import { findPhrases, indexPhrases } from './phrases.ts';
import type { Words } from './words.ts';

const ASKS = indexPhrases(
  [
    'speak to a human, talk to a human, speak to a person, talk to a person, speak to someone, talk to someone',
    'speak with a human, talk with a human, speak with a person, talk with a person, speak with someone, talk with someone',
    'real person, real human, actual person, actual human, live person, live agent, human agent, human being, a human please',
    'speak to an agent, talk to an agent, speak with an agent, talk with an agent, speak to a representative',
    'talk to a representative, speak with a representative, customer representative, speak to a rep, talk to a rep',
    'speak to ... manager, talk to ... manager, speak with ... manager, talk with ... manager, speak to ... supervisor',
    'talk to ... supervisor, speak with ... supervisor, your manager, your supervisor, let me speak, let me talk',
    'call me, phone me, ring me, give me a call, call me back, callback, call back please, can you call, can someone call',
    'can somebody call, please call, phone call with, speak to an advisor, speak to an adviser, speak to an operator',
    'talk to an operator, an operator, transfer me, connect me, put me through, pass me to, hand me over, escalate this',
    'not a bot, not a robot, no bot, no bots, stop the bot, are you a bot, are you human, are you a robot, am i talking to a',
    'real agent, speak to customer service, talk to customer service, speak to support, talk to support, speak to staff',
    'anyone i can talk to, anyone i can speak to, someone i can talk to, someone i can speak to, somebody i can talk to',
    'speak to somebody, talk to somebody, human help, human support, someone real, want a human, need a human, get a human',
    'want a person, need a person, actual agent, customer service representative, agent please, human please, representative please',
    'speak to ... human, talk to ... human, speak to anyone, talk to anyone, talk to one of your, speak to one of your',
    'chat with ... human, chat with ... person, chat with ... agent, contact ... human, contact ... agent, transfer to ... agent',
    'want to speak to, want to talk to, like to speak to, like to talk to, like to speak with, like to talk with, want to speak with',
    'want to talk with, need to speak to, need to talk to, need to speak with, need to talk with, rather speak to, rather talk to',
    'get me to someone, get me someone, give me human, give me a human, give me a person, normal person, talking to bots',
    'talking to a bot, talking to a machine, with a machine, virtual agents, stop talking to, dont want to talk to you, this bot',
    'speak to your, talk to your, speak to the manager, talk to the manager, speak to the team, team please, speak to customer, phone support',
    'someone to talk to, person to talk to, someone to call, phone number to call, number i can call, number to call',
  ].flatMap((line) => line.split(', ').map((phrase) => [phrase, true] as const)),
);

/** Whether the customer asks for a person. */
export function readsWantsHuman(words: Words): { wantsHuman: boolean; because?: string } {
  const found = findPhrases(ASKS, words)[0];
  if (found !== undefined) {
    const said = words.tokens.slice(found.from, found.to).join(' ');
    return { wantsHuman: true, because: `asks for a person ("${said}")` };
  }
  const alone = words.tokens.filter((t) => t !== '.' && t !== ',').join(' ');
  if (
    /^(a |an )?(human|agent|operator|person|representative|manager)( now| please)?$/.test(alone)
  ) {
    return { wantsHuman: true, because: 'asks for a person' };
  }
  return { wantsHuman: false };
}
