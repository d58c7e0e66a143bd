/** What a message does, as far as its first words tell. */
export interface Traits {
  readonly asks: boolean;
  /** Looks for help, as one does who begins. */
  readonly seeks: boolean;
  readonly greets: boolean;
  /** "Another question: …" */
  readonly announces: boolean;
  /** "Same here": says that somebody else's matter is theirs too. */
  readonly chimesIn: boolean;
  /** Speaks of what is the author's own, or is not as it should be. */
  readonly ofTheirOwn: boolean;
  /** "Any news?": asks after what is under way. */
  readonly nudges: boolean;
  /** "And …", "also …" */
  readonly goesOn: boolean;
  /** "Can someone …", "hey team": one of the team to the others. */
  readonly toTeam: boolean;
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
const NUDGES =
  /^(?:(?:hi|hello|hey|ok|okay|so|and|sorry|please)[\s,.!]{1,4}){0,2}(?:any (?:news|updates?|progress|luck|word|idea|thoughts?|ideas)\b|is there any (?:news|update|progress)\b|(?:any ?one|any ?body|somebody|someone)(?: there| here)?\s?\?*$|(?:still )?(?:waiting|no answer|no reply|nothing)\b|are you (?:still )?there\b|whats the (?:status|latest)\b|ping\b|bump\b|\?+$)/;
const OF_THEIR_OWN =
  /\b(?:i|my|mine|we|our|ours|not|no|never|cant|cannot|dont|doesnt|didnt|wont|isnt|lost|missing|wrong|late|broken|fails?|failed|errors?)\b/;
const GOES_ON = /^(?:and|also|but|or|plus|what about|how about)\b/;
const TO_TEAM =
  /^(?:(?:hi|hello|hey|ok|okay|so|and|can|could|would|is|does|has|did|are|heads[ -]?up|fyi)[\s,.!:-]{1,4}){0,2}(?:any ?one|any ?body|some ?one|some ?body|guys|folks|team|everyone|everybody|all|lunch|coffee|stand-?up)\b/;

/** Reads the beginning of a message. In linear time, whatever it holds. */
export function readTraits(text: string): Traits {
  const low = text.slice(0, LONGEST).toLowerCase().trimStart();
  const plain = low.replace(/^@?[^\s:,]{1,80}[:,]\s{1,9}/, '').replace(/['’]/g, '');
  return {
    asks: low.includes('?') || ASKS.test(plain),
    seeks: SEEKS.test(plain),
    greets: GREETS.test(low),
    announces: ANNOUNCES.test(plain),
    chimesIn: CHIMES_IN.test(plain),
    ofTheirOwn: OF_THEIR_OWN.test(plain),
    nudges: NUDGES.test(plain),
    goesOn: GOES_ON.test(plain),
    toTeam: TO_TEAM.test(plain),
  };
}
