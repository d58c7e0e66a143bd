/** What a message does, as far as its first words tell. */
export interface Traits {
  readonly asks: boolean;
  /** Looks for help, as one does who begins. */
  readonly seeks: boolean;
  readonly greets: boolean;
  readonly thanks: boolean;
  /** Something is not as it should be. */
  readonly troubled: boolean;
  /** "Another question: …" */
  readonly announces: boolean;
  /** "Same here": says that somebody else's matter is theirs too. */
  readonly chimesIn: boolean;
  /** "Any news?": asks after what is under way. */
  readonly nudges: boolean;
  /** "And …", "also …" */
  readonly goesOn: boolean;
  /** Speaks of something that was named before. */
  readonly refersBack: boolean;
  /** "Can someone …", "who takes this one?": one of the team to the others. */
  readonly toTeam: boolean;
  /** "You", "sorry": to somebody. */
  readonly toYou: boolean;
  /** "I", "we": says what its author does. */
  readonly ofMe: boolean;
}

/** Characters in which it shows. */
const LONGEST = 600;

const ASKS =
  /^(?:(?:so|and|but|ok|hi|hey|hello|also) )?(?:how|what|whats|where|why|who|which|can|could|is|are|does|do|did|any|anyone|anybody|would|should)\b/;
const SEEKS =
  /\b(?:any ?one|any ?body|some ?one|some ?body|does any|is there (?:a|an|any)|are there any|how (?:do|can|would|could|should|to)|trying to|having (?:a |some )?(?:trouble|problem|issue)|i have a|ive got a|i need|i want to|can i|could i|is it possible|question|what (?:is|are|would|does|do)|where (?:can|do|is)|why (?:does|do|is|doesnt|cant|did))\b/;
const GREETS =
  /^(?:hi|hello|hey|hiya|howdy|greetings|good (?:morning|evening|afternoon|day)|yo|sup|guys)\b/;
const ANNOUNCES =
  /^(?:(?:hi|hello|hey|ok|okay|thanks|thank you|oh|and|also|so)[\s,.!]{1,4}){0,3}(?:(?:(?:a|an|one|i have|ive|got) ){0,2}(?:another|different|separate|unrelated|new|other|next) (?:[a-z]{2,12} )?(?:questions?|topics?|issues?|problems?|matters?|requests?|subjects?)\b|unrelated\b|separately\b|on (?:a|an) (?:different|another|unrelated|separate) (?:note|topic|subject)\b|something (?:else|different)\b)/;
const CHIMES_IN =
  /^(?:(?:yes|yeah|yep|hi|hello|hey|and|oh)[\s,.!]{1,4}){0,2}(?:\+ ?1\b|same (?:here|for (?:me|us)|with (?:me|us)|problem|issue|thing|error|behaviou?r)\b|me (?:too|as well|also)\b|us (?:too|as well|also)\b|(?:i|we)(?:re| are| am|m)? (?:have|having|see|seeing|get|getting|experience|experiencing|got|had|face|facing) (?:exactly )?(?:the same|(?:that|this|it) (?:too|as well|also))\b|(?:we|i)(?:re| are| am|m)? (?:also|too) (?:have|having|see|seeing|get|getting|experience|experiencing|face|facing) (?:this|that|it|the same)\b|likewise\b|ditto\b|(?:its|it is) the same (?:here|for (?:me|us))\b|(?:it )?happens? (?:to|for) (?:me|us) (?:too|as well)\b|can confirm\b|(?:not just|not only) you\b)/;
/** Theirs then is what they had before. */
const AS_BEFORE = /\b(?:again|before|last (?:time|week|month|year))\b/;
const NUDGES =
  /^(?:(?:hi|hello|hey|ok|okay|so|and|sorry|please)[\s,.!]{1,4}){0,2}(?:any (?:news|updates?|progress|luck|word|idea|thoughts?|ideas)\b|is there any (?:news|update|progress)\b|(?:any ?one|any ?body|somebody|someone|hello|hi|hey)(?: there| here)?\s?\?+$|(?:still )?(?:waiting|no answer|no reply|nothing)\b|are you (?:still )?there\b|whats the (?:status|latest)\b|ping\b|bump\b|\?+$)/;
const THANKS = /\b(?:thanks|thank you|thankyou|thx|cheers|perfect|great)\b/;
const TROUBLED =
  /\b(?:not|never|cant|cannot|dont|doesnt|didnt|wont|isnt|hasnt|havent|unable|lost|missing|wrong|late|broken|stuck|fails?|failed|errors?|crash(?:es|ed)?|problems?|issues?|trouble)\b/;
const GOES_ON = /^(?:and|also|but|or|plus|what about|how about)\b/;
const REFERS_BACK = /^(?:this|these)\b|\b(?:still|again|it|its|that|thats|those|same)\b/;
const TO_TEAM =
  /^(?:(?:hi|hello|hey|ok|okay|so|and|can|could|would|is|does|has|did|are|good (?:morning|afternoon|evening|day)|heads[ -]?up|fyi)[\s,.!:-]{1,4}){0,2}(?:any ?one|any ?body|some ?one|some ?body|guys|folks|team|everyone|everybody|all)\b/;
const OF_THE_TEAM =
  /\b(?:lunch|coffee|stand-?up|retro|on[ -]call|brb|afk|ooo|pto|pull request|this (?:one|ticket|customer)|the (?:ticket|customer)|tickets)\b/;
const AMONG_US =
  /\b(?:meetings?|who(?:s| is| can| takes| has| wants| will)|(?:did|do|are|should|have|can|could) we)\b/;
const TO_YOU = /\b(?:you|your|yours|youre|please|sorry|apolog(?:y|ies|ise|ize)|welcome)\b/;
const OF_ME = /\b(?:i|im|ill|ive|me|my|we|weve|our|us)\b/;

/** Reads the beginning of a message. In linear time, whatever it holds. */
export function readTraits(text: string): Traits {
  const low = text.slice(0, LONGEST).toLowerCase().trimStart();
  const plain = low.replace(/^@?[^\s:,]{1,80}[:,]\s{1,9}/, '').replace(/['’]/g, '');
  const toYou = TO_YOU.test(plain);
  return {
    asks: low.includes('?') || ASKS.test(plain),
    seeks: SEEKS.test(plain),
    greets: GREETS.test(low),
    thanks: THANKS.test(plain),
    troubled: TROUBLED.test(plain),
    announces: ANNOUNCES.test(plain),
    chimesIn: CHIMES_IN.test(plain) && !AS_BEFORE.test(plain),
    nudges: NUDGES.test(plain),
    goesOn: GOES_ON.test(plain),
    refersBack: REFERS_BACK.test(plain),
    toTeam: TO_TEAM.test(plain) || OF_THE_TEAM.test(plain) || (AMONG_US.test(plain) && !toYou),
    toYou,
    ofMe: OF_ME.test(plain),
  };
}
