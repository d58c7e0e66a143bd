import { statementIn } from './statement.ts';

/** What an agent asked of a new draft. */
export interface Hint {
  /** What is to be said, ready to stand in the reply; empty when the hint was about form alone. */
  readonly answer: string;
  readonly shorter: boolean;
  readonly warmer: boolean;
  readonly formal: boolean;
  /** True asks for an apology, false forbids one. */
  readonly sorry: boolean | undefined;
  /** Promise no time. */
  readonly timeless: boolean;
  /** What to ask the customer for, as the agent called it. */
  readonly askFor: string;
  /** Ask the customer nothing. */
  readonly askNothing: boolean;
}

const SHORTER =
  /\b(?:short(?:er|en)?|brief(?:er|ly)?|concise|less (?:text|words)|too long|cut it down|fewer words)\b/i;
const WARMER =
  /\b(?:warm(?:er)?|kind(?:er)?|friendl(?:y|ier)|nicer|softer|gentler|more (?:human|personal|empath\w*)|empath\w*|less formal|less stiff|too (?:formal|stiff|cold))\b/i;
const FORMAL = /\b(?:formal(?:ly)?|polite(?:r|ly)?|professional(?:ly)?|less casual|too casual)\b/i;
const INFORMAL = /\b(?:less|not so|not too|too) formal\b/i;
const SORRY = /\b(?:apolog\w+|say (?:we(?:'re| are) )?sorry|more sorry|own it)\b/i;
const NO =
  "(?:no|not|without|less|fewer|don['’]?t|do not|never|stop|drop|skip|remove|avoid|leave out)";
const NOT_SORRY = new RegExp(`\\b${NO}\\b.{0,24}\\b(?:apolog\\w*|sorry)`, 'i');
const NO_TIME = new RegExp(
  `\\b${NO}\\b.{0,24}\\b(?:times?|timing|deadlines?|dates?|etas?|time ?frames?|timelines?|hours?)\\b`,
  'i',
);
const NO_QUESTION = new RegExp(
  `^(?:please\\s+)?${NO}\\b.{0,12}\\b(?:ask\\b|questions?\\b)|^no need to ask\\b`,
  'i',
);
const ASK =
  /^(?:please\s+)?(?:also\s+)?(?:ask|request)\b(?:\s+(?:them|him|her|the customer))?\s+(?:for\s+|to (?:send|share|tell|give)(?: (?:us|me))?\s+|(?=(?:what|which|when|where|why|how|if|whether|since|the|their|his|her|a|an)\b))(.{2,80})$/i;
const GET =
  /^(?:please\s+)?(?:also\s+)?get\b(?:\s+(?:them|him|her|the customer) to (?:send|share|tell|give)(?: (?:us|me))?)?\s+((?:the|their|his|her|a|an)\s.{0,60}\b(?:numbers?|ids?|names?|screenshots?|logs?|details|address|email|version|dates?|amounts?|code|link|files?|photos?|pictures?|invoice|receipt|video|error)\b.{0,20})$/i;
const APOLOGISE = /^(?:please\s+)?(?:apologi[sz]e|say sorry)(?:\s*,|\s+and|\s*,\s*and)\s+/i;
/** Where an instruction begins in the middle of a sentence. */
const ORDERS =
  /\s*[,–—(]\s*(?=(?:(?:but|and|so|then|please|also)\s+)*(?:don['’]?t|do not|never|avoid|no|keep|make|be|ask|tell|mention|say|offer|sound|use)\b(?! (?:worry|hesitate)))|\s+(?=(?:but|and)\s+(?:please\s+)?(?:don['’]?t|do not|never|avoid|ask|make it|keep it|be|mention)\b)/i;

/**
 * Reads an agent's hint: what it asks of the form, and what it wants said. Only a statement for the customer is
 * said; an instruction that is not understood changes nothing and never gets into the text.
 */
export function readHint(hint: string): Hint {
  const clauses = hint
    .slice(0, 4_000)
    .split(/(?<=[.;!?\n])\s+|\n|;/)
    .flatMap((sentence) => sentence.replace(/[ \t]+/g, ' ').split(ORDERS))
    .map((clause) => clause.trim().replace(/^(?:but|and)\s+/i, ''))
    .filter(Boolean);
  const said: string[] = [];
  let form: Omit<Hint, 'answer'> = {
    shorter: false,
    warmer: false,
    formal: false,
    sorry: undefined,
    timeless: false,
    askFor: '',
    askNothing: false,
  };
  for (const written of clauses) {
    const clause = written.replace(APOLOGISE, '');
    if (clause !== written) form = { ...form, sorry: true };
    const bare = clause.replace(/[.!]+$/, '');
    const asked = formOf(bare);
    if (asked !== undefined) {
      form = { ...form, ...asked };
      continue;
    }
    const statement = statementIn(clause);
    if (statement !== undefined) said.push(statement);
  }
  return { ...form, answer: said.join(' ') };
}

/** What a clause asks of the form, or undefined when it is about something else. */
function formOf(clause: string): Partial<Hint> | undefined {
  if (NO_QUESTION.test(clause)) return { askNothing: true };
  const askFor = clause.match(ASK)?.[1] ?? clause.match(GET)?.[1];
  if (askFor !== undefined) return { askFor };
  if (clause.split(/\s+/).length > 8 || /\d/.test(clause)) return undefined;
  const asked: { -readonly [key in keyof Hint]?: Hint[key] } = {};
  if (SHORTER.test(clause)) asked.shorter = true;
  if (WARMER.test(clause)) asked.warmer = true;
  if (FORMAL.test(clause) && !INFORMAL.test(clause)) asked.formal = true;
  if (NOT_SORRY.test(clause)) asked.sorry = false;
  else if (SORRY.test(clause)) asked.sorry = true;
  if (NO_TIME.test(clause)) asked.timeless = true;
  return Object.keys(asked).length > 0 ? asked : undefined;
}
