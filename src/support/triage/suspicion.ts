/** What instructions aimed at a model look like. Each is read in time that grows with the text, no faster. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:ignore|disregard|forget|override|bypass|neglect)\b[^.!?\n]{0,40}\b(?:previous|prior|above|earlier|all|your|any|preceding|system|following)\b[^.!?\n]{0,30}\b(?:instructions?|prompts?|rules?|guidelines?|directions?|context|programming|training|commands?|policies|restrictions?|filters?)\b/i,
    'tells a model to ignore its instructions',
  ],
  [
    /\b(?:system|developer|initial|hidden|original|secret)\s+(?:prompt|instructions?|message)\b/i,
    'speaks of a system prompt',
  ],
  [
    /\b(?:you are|you're|act as|behave as|pretend (?:to be|that you are|you are)|roleplay as|simulate|imagine you are)\s+(?:now\s+)?(?:an?\s+|in\s+|the\s+)?(?:\w+\s+){0,3}(?:ai|assistant|chatbot|language model|llm|gpt|chatgpt|dan|jailbroken|unrestricted|unfiltered|developer mode|evil|hacker|character)\b/i,
    'gives a model a role',
  ],
  [
    /\b(?:jailbreak|do anything now|developer mode|dan mode|without (?:any )?(?:restrictions|filters|censorship|limitations)|no longer bound|uncensored|unfiltered|god mode)\b/i,
    'a known way to mislead a model',
  ],
  [
    /<\|?(?:im_start|im_end|system|endoftext|assistant)\|?>|\[\/?INST\]|<<SYS>>|^[ \t]{0,20}#{2,3}[ \t]{0,20}(?:system|instruction|assistant)s?\b/im,
    'marks of a model prompt',
  ],
  [/^[ \t]{0,20}(?:system|assistant|developer)[ \t]{0,20}:/im, 'pretends to be the system'],
  [
    /\b(?:reveal|print|show|repeat|output|leak|display|tell me|give me|what (?:is|are|were))\b[^.!?\n]{0,30}\b(?:your|its|the (?:hidden|system|secret|initial|above))\s+(?:\w+\s+){0,2}(?:prompt|instructions|guidelines|api key|secret key|system message|password for the system)\b/i,
    'asks for hidden instructions or secrets',
  ],
  [
    /\b(?:from now on|starting now|henceforth)\b[^.!?\n]{0,60}\b(?:you (?:will|must|are|should)|respond|answer|reply|act)\b/i,
    'gives a model new rules',
  ],
  [
    /\b(?:respond|reply|answer|output|say)\b[^.!?\n]{0,20}\b(?:only|nothing but|exactly)\b[^.!?\n]{0,20}\b(?:with|the word|the phrase|the following|in json|yes|base64)\b/i,
    'dictates the words of an answer',
  ],
  [
    /\b(?:new|updated|important|special)\s+(?:system\s+)?(?:instructions?|directives?|task)\s*(?:for (?:the )?(?:ai|assistant|bot|model))?\s*:/i,
    'smuggles in instructions',
  ],
];

/** Whether the words look like instructions aimed at a model instead of words to people. */
export function readSuspicion(text: string): { suspicious: boolean; because?: string } {
  const plain = text.slice(0, 40_000).replace(/[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g, '');
  for (const [sign, because] of SIGNS) {
    if (sign.test(plain)) return { suspicious: true, because };
  }
  // Text in invisible tag characters is written for machines alone.
  if (/[\u{E0020}-\u{E007E}]{4}/u.test(text)) {
    return { suspicious: true, because: 'holds invisible text' };
  }
  return { suspicious: false };
}
