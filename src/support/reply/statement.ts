import { addressed } from './addressed.ts';

const TELLS =
  /^(?:please\s+)?(?:also\s+)?(?:say|tell|explain|mention|let|inform|answer|reply|write)\b(?:\s+(?:to\s+)?(them|him|her|the customer|customer)\b)?(?:\s+know)?(\s+that\b)?[\s:,]+/i;
const DONE =
  /^(?:refunded|issued|sent|fixed|shipped|cancelled|canceled|reset|replaced|credited|extended|updated|changed|removed|added|found|checked|resent|restarted|unlocked|upgraded|escalated|closed|reopened|restored)\b/i;
const NOUN =
  /^(refund|payment|charge|order|package|parcel|replacement|invoice|account|password|fix|update|bug|issue|delivery|item|export|return)s?(?=\s+(?:was|were|is|are|has|have|had|will|got|should|can|takes?|went)\b)/i;
const SUBJECT =
  /^(?:(?:unfortunately|currently|today|yesterday|tomorrow|at the moment|right now|sorry|yes)\b,? )?(?:we|i|you|your|the|our|this|that|these|those|there|it|its|a|an|my|all|both)\b/i;
const PRONOUN = /^(?:\w+,? ){0,3}?(?:we|i|you|it)(?:['’]\w+)? \S+/i;
const VERB =
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|do|does|did|cannot|goes?|went|takes?|took|leaves?|comes?|arrives?|ships?|starts?|works?|costs?|opens?|needs?|runs?|expires?|got|gets|comes|came|left|leaves|arrives|needs|works|starts|ends|costs|includes|means|shows|opens|closes|runs|sent|made|found|lost|broke|expires|depends|happens|says|began|\w{3,}ed)\b|\w(?:n['’]t|['’](?:ll|s|re|ve|m))\b/i;
const LASTS =
  /^\d+(?:\s*(?:-|–|to)\s*\d+)? (?:working |business )?(?:minutes|hours|days|weeks)\b[.!]?$/i;
const LINK = /^(?:please )?(?:see|here is|here are|here['’]s)\b.*https?:\/\//i;

/** Talk about the customer, not to them. */
const ABOUT_THEM =
  /\b(?:he|she|him|her|hers|his|they|them|their|theirs|(?:he|she|they)['’]\w+|customer|client|user|guy|dude|bloke|lady|woman|man|fraudster|scammer|liar|troll|idiot|moron|jerk)\b/i;
/** Talk about the draft, or about what the customer is not to know. */
const ABOUT_US =
  /\b(?:draft|wording|tone|paragraph|greeting|re(?:write|phrase)|sounds?|mention\w*|promis\w*|internal(?:ly)?|hide|bullet points?|last one|redo|not allowed|harsh|in (?:german|french|spanish|english|italian|dutch|portuguese)|(?:the|your) (?:reply|answer) (?:is|was|should|needs|must)|secret|quiet|confidential|between us|too (?:long|short|formal|stiff|cold|casual|vague|much))\b|(?:\bnot|n['’]?t|\bnever) (?:yet |want to |going to )?(?:to )?(?:say|tell|admit|disclose|reveal|talk about|discuss)\b|\b(?:we|you) (?:must|should)(?: not|n['’]t)\b|\bwe (?:do not|don['’]t) want\b|^i(?:['’]d)? (?:want|would|like|prefer|think|need|do not|don['’]?t|asked|meant|said|hate|told)\b|^you (?:forgot|missed|misread|misunderstood|wrote|said|got)\b|^you (?:should|must|need to|have to) (?:ask|write|say|tell|use|add|remove|be|make|keep|offer|answer|reply|avoid|stop|not)\b|^(?:this|that|it)(?: is|['’]s| was) (?:not )?(?:wrong|better|bad|good|worse|perfect|nonsense|right|fine|ok|okay|what i)\b/i;

/** A clause of an agent's note as a sentence to the customer, or undefined when it is not meant for their eyes. */
export function statementIn(clause: string): string | undefined {
  const told = clause.match(TELLS);
  const text = told === null ? clause : tellingOf(clause.slice(told[0].length), told[1]);
  if (text === undefined || /\?\s*$/.test(text)) return undefined;
  if (ABOUT_THEM.test(text) || ABOUT_US.test(text)) return undefined;
  // After "tell her that" comes a statement, whatever it begins with.
  const plain = told?.[2] !== undefined && VERB.test(text) && !FORBIDS.test(text);
  return plain || isStatement(text) ? polish(text) : undefined;
}

const FORBIDS = /^(?:don['’]?t|do not|never|no|avoid|make it|be)\b/i;

/** What was to be told, said to the one it is told to: "to try again" is a request. */
function tellingOf(rest: string, whom: string | undefined): string | undefined {
  const spoken = addressed(rest, whom?.toLowerCase());
  const todo = spoken?.match(/^(not )?to (\w.*)$/i);
  return todo ? `please ${todo[1] ? 'do not ' : ''}${todo[2]}` : spoken;
}

function isStatement(text: string): boolean {
  if (NOUN.test(text) || LASTS.test(text) || LINK.test(text)) return true;
  if (DONE.test(text)) return /\s/.test(text.trim());
  if (/^please (?:do not )?\w+ \w/.test(text)) return true;
  return SUBJECT.test(text) && (PRONOUN.test(text) || VERB.test(text));
}

/** A note made a whole sentence. */
function polish(note: string): string {
  let text = note
    .replace(/\s+/g, ' ')
    .trim()
    .replace(LASTS, (time) => `It takes ${time}`)
    .replace(
      /,\s*(\d+(?:\s*(?:-|–|to)\s*\d+)?\s+(?:working |business )?(?:minutes|hours|days|weeks))([.!]?)$/i,
      ', and it takes $1$2',
    )
    .replace(NOUN, (noun) => (noun.endsWith('s') ? noun : `The ${noun.toLowerCase()}`));
  if (DONE.test(text)) text = `we have ${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
  text = text.slice(0, 1).toUpperCase() + text.slice(1);
  return /[.!?…:)]$/.test(text) ? text : `${text}.`;
}
