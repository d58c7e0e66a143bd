import type { Check, Replied } from './standards.ts';

const PROMISES =
  /\b(?:i'll|i will|we'll|we will|let me|i'm (?:checking|looking|going|treating|making)|i am (?:checking|looking|going)|we're (?:checking|looking|working)|we are (?:checking|looking|working)|(?:a person|somebody|someone|a colleague|\w+) (?:on|from|of) [\w' ]{1,40} will|looking into|(?:you will|you'll) hear|writes to you|takes this from here|checking (?:this|it|what)|get back to you|come back to you)\b/i;
/** The matter is answered: something was done, or they are told how. */
const ANSWERS =
  /\b(?:you can|you need to|go to|click|tap|open|choose|select|press|follow|has been|have been|was (?:issued|sent|shipped|fixed|refunded|cancelled|changed|updated|made)|(?:i|we)(?:'ve| have) (?:issued|sent|refunded|fixed|cancelled|changed|updated|reset|removed|added|shipped|credited|replaced|closed|extended)|is (?:now )?(?:fixed|resolved|working|on its way)|here is|here are|the (?:answer|reason) is)\b/i;

/** `next-step`: what happens next, and who does it. An answer needs none. */
export function hasNextStep({ reply, known, praise }: Replied): Check | undefined {
  const check = { name: 'next-step' } as const;
  if (PROMISES.test(reply)) return { ...check, pass: true, hint: '' };
  if (praise || isAnswer(reply, known)) return undefined;
  return { ...check, pass: false, hint: 'Say what happens next and who does it: "I\'ll check …".' };
}

const TIME =
  /\bby (?:the )?(?:\d|noon|midnight|end of|tomorrow|today|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|\bwithin (?:the (?:next )?)?(?:\d+|an?|one|two|three|half an?) (?:minutes?|hours?|(?:working |business )?days?)|\b(?:today|tomorrow|tonight|this (?:morning|afternoon|evening))\b|\bin (?:about |the next )?(?:\d+|an?|one|two|three|half an?) (?:minutes?|hours?|days?)\b/i;

/** `by-when`: whoever promises to come back says when. */
export function saysWhen({ reply, known, praise }: Replied): Check | undefined {
  if (!PROMISES.test(reply) || praise || isAnswer(reply, known)) return undefined;
  const pass = TIME.test(reply);
  return {
    name: 'by-when',
    pass,
    hint: pass ? '' : 'Give an honest time instead of "soon": "by 3 pm today".',
  };
}

const REFUSES =
  /\b(?:can(?:'|’)?t|cannot|can not|unable to|not (?:able|possible|allowed|eligible)|won(?:'|’)t be able|do(?:n't| not) (?:offer|support|have|allow|accept)|nothing (?:we|i) can do|must decline|is not available)\b/i;
const OFFERS =
  /\b(?:instead|but (?:you|we|i) can|what (?:i|we) can do|alternativ\w*|another way|other option|option|meanwhile|until then|either|would (?:that|this|it) (?:help|work)|or (?:i|we|you) (?:can|could)|(?:i|we) can (?:offer|still)|what would)\b/i;

/** `options`: a refusal comes with something that can be done. */
export function givesOptions({ reply }: Replied): Check | undefined {
  if (!REFUSES.test(reply)) return undefined;
  const pass = OFFERS.test(reply);
  return {
    name: 'options',
    pass,
    hint: pass ? '' : 'Offer what you can do instead, or ask what would help.',
  };
}

const CONFIRMS =
  /\b(?:does (?:that|this|it)|did (?:that|this|it)|is (?:that|this|it) (?:what|clear|working|all|right)|has (?:that|this)|tell me if|let me know (?:if|whether|how)|if (?:that|this|it) (?:doesn't|does not|didn't|still|isn't)|would that|solve|settle)\b/i;

/** `confirms`: an answer ends by checking that it solved the matter. */
export function doesConfirm({ reply, known, praise }: Replied): Check | undefined {
  if (praise || !isAnswer(reply, known)) return undefined;
  const end = reply.slice(-240);
  const pass = CONFIRMS.test(end);
  const empty = /\banything else\b/i.test(end) && !pass;
  return {
    name: 'confirms',
    pass,
    hint: pass
      ? ''
      : empty
        ? 'Ask whether this solved it, not whether there is anything else.'
        : 'End by checking that it solved the matter: "Does that do it?"',
  };
}

const FACTS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:https?:\/\/|www\.)[^\s<>)]{1,2000}/gi, 'the link'],
  [/[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,60}/g, 'the address'],
  [
    /[$€£]\s?\d[\d.,]{0,20}|\b\d[\d.,]{0,20}\s?(?:€|£|%|percent|usd|eur|gbp|dollars|euros|pounds)(?!\w)/gi,
    'the amount',
  ],
  [
    /\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\b|\b\d{1,2}(?:st|nd|rd|th)?\s(?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\s\d{1,2}\b|\b\d{1,2}(?::\d\d)?\s?(?:am|pm)\b|\b\d{1,2}:\d\d\b/gi,
    'the time',
  ],
  [
    /\b(?:\d+|one|two|three|five|ten)(?:\s?(?:-|–|to)\s?\d+)?\s(?:working |business )?(?:minutes?|hours?|days?|weeks?|months?)\b/gi,
    'the time',
  ],
  [/\b[A-Z]{0,5}[-#]?\d{4,}\b/g, 'the number'],
];

/** `grounded`: every link, amount, date and number comes from the conversation, the handbook or the promise. */
export function isGrounded({ customer, reply, known, promised }: Replied): Check | undefined {
  const said = promised ? reply.replaceAll(promised, ' ') : reply;
  const source = squeeze(`${customer}\n${known ?? ''}`);
  let facts = 0;
  for (const [shape, what] of FACTS) {
    for (const fact of said.match(shape) ?? []) {
      facts++;
      if (source.includes(squeeze(fact.replace(/[.,]+$/, '')))) continue;
      const hint = `Check ${what} "${fact}": it is in none of what we know.`;
      return { name: 'grounded', pass: false, hint };
    }
  }
  return facts > 0 ? { name: 'grounded', pass: true, hint: '' } : undefined;
}

function isAnswer(reply: string, known: string | undefined): boolean {
  return (known !== undefined && known !== '') || (ANSWERS.test(reply) && !PROMISES.test(reply));
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/\s+/g, '');
}
