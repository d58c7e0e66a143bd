/** What an agent asked of a new draft. */
export interface Hint {
  /** What is to be said, ready to stand in the reply; empty when the hint was about form alone. */
  readonly answer: string;
  readonly shorter: boolean;
  readonly warmer: boolean;
  readonly sorry: boolean;
  /** What to ask the customer for, as the agent called it. */
  readonly askFor: string;
}

const SHORTER =
  /\b(?:short(?:er)?|brief(?:er|ly)?|concise|less (?:text|words)|too long|cut it down|fewer words)\b/i;
const WARMER =
  /\b(?:warm(?:er)?|kind(?:er)?|friendl(?:y|ier)|nicer|softer|gentler|more (?:human|personal|empath\w*)|empath\w*|less formal|less stiff)\b/i;
const SORRY = /\b(?:apolog\w+|say sorry|more sorry|own it)\b/i;
const ASK =
  /^(?:please\s+)?(?:also\s+)?(?:ask|request|get)\b(?:\s+(?:them|him|her|the customer))?\s+(?:for\s+|to (?:send|share|tell|give)(?: (?:us|me))?\s+)?(.{2,80})$/i;
const APOLOGISE = /^(?:please\s+)?(?:apologi[sz]e|say sorry)(?:\s*,|\s+and|\s*,\s*and)\s+/i;
const DONE =
  /^(?:refunded|issued|sent|fixed|shipped|cancelled|canceled|reset|replaced|credited|extended|updated|changed|removed|added|found|checked|resent|restarted|unlocked|upgraded|escalated|closed|reopened|restored)\b/i;
const TELLS =
  /^(?:please\s+)?(?:say|tell|explain|mention|let|inform|answer|reply|write)\b(?:\s+(?:to\s+)?(?:them|him|her|the customer|customer))?(?:\s+know)?(?:\s+that)?[\s:,]+/i;

/** Reads an agent's hint: what it asks of the form, and what it wants said. */
export function readHint(hint: string): Hint {
  const clauses = hint
    .slice(0, 4_000)
    .split(/(?<=[.;!?\n])\s+|\n|;/)
    .map((clause) => clause.trim())
    .filter(Boolean);
  const content: string[] = [];
  let shorter = false;
  let warmer = false;
  let sorry = false;
  let askFor = '';
  for (const written of clauses) {
    const clause = written.replace(APOLOGISE, '');
    sorry ||= clause !== written;
    const bare = clause.replace(/[.!]+$/, '');
    const ask = bare.match(ASK)?.[1];
    const about = [SHORTER, WARMER, SORRY].map((sign) => sign.test(bare));
    if (ask !== undefined) askFor = ask;
    else if (about.some(Boolean) && bare.split(/\s+/).length <= 8 && !/\d/.test(bare)) {
      shorter ||= about[0] ?? false;
      warmer ||= about[1] ?? false;
      sorry ||= about[2] ?? false;
    } else content.push(clause);
  }
  return { answer: content.map(polish).join(' '), shorter, warmer, sorry, askFor };
}

/** An agent's note made a sentence to the customer. */
function polish(note: string): string {
  const told = TELLS.test(note);
  let text = note.replace(TELLS, '').replace(/\s+/g, ' ').trim();
  if (told) {
    text = text
      .replace(/\b(?:their|his|her|the customer'?s)\b/gi, 'your')
      .replace(/\bthey\b/gi, 'you');
  }
  text = text
    .replace(
      /,\s*(\d+(?:\s*(?:-|–|to)\s*\d+)?\s+(?:working |business )?(?:minutes|hours|days|weeks))([.!]?)$/i,
      ', and it takes $1$2',
    )
    .replace(
      /^(refund|payment|charge|order|package|parcel|replacement|invoice|account|password|fix|update|bug|issue|delivery|item|export|return)(?=\s+(?:was|is|has|had|will|got|should|can)\b)/i,
      (noun) => `The ${noun.toLowerCase()}`,
    );
  if (DONE.test(text)) text = `we have ${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
  text = text.slice(0, 1).toUpperCase() + text.slice(1);
  return /[.!?…:)]$/.test(text) ? text : `${text}.`;
}
