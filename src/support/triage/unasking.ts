// What people say when they want nothing of us, in words: lower case, without apostrophes and punctuation. Other languages
// than English need no more than the words of chatter-words.ts.
import { anyOf } from './any-of.ts';

/** What people say to each other before the matter; with a question mark or without, it asks for nothing. */
export const SMALL_TALK = new RegExp(
  anyOf`
  how (?:are|r) (?:you|u|things|ya)(?: (?:all|guys|doing|today|going|there))*
  hows it going
  hows (?:life|everything|your day)(?: going)?
  how(?:s| is| are| has)? (?:life|everything|things|your day|you)(?: (?:been|going|treating you|doing))+
  how (?:do you|ya) do
  whats (?:up|new)
  wassup
  sup
  nice to (?:meet|see) you
  how have you been
  hope (?:you|all|everything)(?: are| is|re)? (?:well|doing well|good|having a \w+ day)
  que tal
  como (?:estas|estan|esta|vai|va)(?: usted(?:es)?| voce)?
  comment (?:ca va|allez vous|vas tu)
  ca va
  wie gehts?(?: es)?(?: dir| ihnen| euch)?
  come (?:stai|state|va|sta)
  hoe gaat het(?: met (?:je|u|jou|jullie))?
  tudo (?:bem|bom)(?: com voces?)?`,
  'g',
);

/** Answers to thanks, and "no problem", which is none. */
export const COURTESY = new RegExp(
  anyOf`
  (?:no|sin|sem|nenhum|kein|keine|geen|nessun|pas de|aucun|not a|without any) probl\w+
  you too
  same to you
  my pleasure
  (?:de|por) nada
  no hay de que
  (?:de rien|il n y a pas de quoi|di niente|keine ursache|graag gedaan)
  (?:nada mas|mais nada|nichts mehr|niets meer|rien d autre)`,
  'g',
);

/** Play with whoever answers: what is asked is no matter of support. */
export const PLAY = anyOf`
  how (?:old|young) (?:are you|you are|were you|did you)
  (?:what|whats|tell me|give me|know|ask|share|reveal)(?: \w+){0,4} your (?:age|birthday|birth date|date of birth|name)
  (?:what|which)(?: \w+)? (?:year|date|day|age)(?: \w+)? (?:were|are|is) (?:you|the ai)
  (?:when|where) (?:were you|you were) (?:born|made|created|built)
  your name$
  what (?:should|shall|do|can|may|would) (?:i|you|people|they|others) (?:\w+ ){0,3}(?:call|address|called)
  (?:what|which) name (?:should|do|can|may|would) (?:i|you)
  (?:who|what) are you called
  do you have a name
  are you named
  (?:tell|know|hear|got|have|give|say|share|need|want|crack|make|any|another|like) (?:\w+ ){0,5}jokes?
  make (?:me|us) (?:laugh|giggle|smile|chuckle)
  (?:tell|say|hear|know|give|something) (?:\w+ ){0,3}(?:funny|hilarious)
  (?:good|need a) laugh
  fun facts?
  trivia
  (?:tell|give|know|share|hear|need|want|any) (?:\w+ ){0,5}(?:fact|facts (?:about|on))
  (?:meaning|point|purpose) (?:of|in|behind|to|for) (?:\w+ ){0,2}(?:life|living|existence)
  sing (?:me |us )?(?:a )?song
  do you (?:love|like) me
  will you marry me`;
/** "What a joke" is no play. */
export const BITTER = anyOf`
  (?:what|such|is|was|are|absolute|total|complete|sick|bad) (?:a |an )?jokes?`;

/** Says that the matter has come to its end. */
export const SOLVED = new RegExp(
  anyOf`
  (?:(?:the|my|our|this|that|i) )?(?:problems?|issues?|errors?|bugs?|quer(?:y|ies)|doubts?) (?:(?:is|are|was|were|has|have|been|got|seems?|now|all|already) ){1,3}(?:solved|fixed|resolved|sorted|gone|over|clear|cleared)
  (?:its|it is|thats|that is|this is|all is|everything is|it seems|they are|(?:it|that|this|everything) has been) (?:now |all |already )?(?:working|fixed|solved|resolved|sorted|good|fine|back|done|clear)
  (?:it|that|this|everything|all) (?:now )?(?:works|worked|helped|helps|did it)
  all (?:good|set|sorted|done)
  problem solved
  figured it out
  (?:found|was) (?:it|(?:the|my) (?:mistake|error|problem|fault))
  my (?:mistake|fault)
  no longer (?:needed|an issue|a problem)
  you can close
  i got it`,
  'g',
);
/** Takes back what was said; alone it may be said in anger. */
export const TAKEN_BACK = new RegExp(
  anyOf`
  (?:forget|ignore|disregard|scratch) (?:it|that|this|my last message)
  never ?mind`,
  'g',
);

/** Says that nothing more is wanted, in words that would want something elsewhere. */
export const NOTHING_MORE = new RegExp(
  anyOf`
  (?<!for )nothing(?: else| more| other| now| at (?:all|this time|the moment|present)| as of now| for now| much| right now| (?:sir|maam|madam|dude|thanks|thank you|thankyou|enough)|$)
  no(?:t any)? (?:(?:more|other|further|additional|any) ){1,2}(?:questions?|issues?|quer(?:y|ies)|doubts?|problems?|help|assistance|concerns?|requests?|information|requirements?|things?|orders?)(?: (?:is |are )?(?:needed|required))?
  no (?:questions?|quer(?:y|ies)|doubts?|concerns?|issues?)$
  (?:that|thats|this|it|its|thatll|itll)(?: is| will| would| be| s)* (?:all|it|everything|enough)(?: (?:for (?:now|today|me)|i (?:need|needed|want|wanted)|from (?:my side|me)|over))?(?= (?:thanks|thank|thankyou|for|now|sir|and|bye|good|have|ok)\b|$)
  (?:enough|all) (?:for|from) (?:me|now|today|my side)
  (?:dont|do not|didnt|wont) (?:need|want|require|have) (?:anything|any(?: \w+)? (?:help|assistance|questions?|issues?|doubts?|quer(?:y|ies)))(?: else| more)?
  im (?:good|all set|done|fine)
  (?<=^|^no |^nope |^ok |^sorry |^well )not (?:now|really|yet|at (?:all|the moment|this time|this moment)|right now|as of now|today|tomorrow)
  no need(?: (?:for|of) (?:that|it|anything))?(?=$| thank| sir)
  i dont think so
  (?:of course|definitely|absolutely|certainly|probably|no) not(?: at all)?
  please dont$
  you (?:can|may) (?:\w+ )?(?:end|close|disconnect|leave) (?:the |this )?(?:chat|session|conversation|call)(?: session)?`,
  'g',
);
/** Begins a refusal that says no more than thanks or farewell after it. */
export const NOTHING_THEN =
  /^(?:(?:no|nope|nah) )*(?:nothing|none|enough)(?: ?(?:else|more|other|now))*/;

/** Says only who they are. */
export const INTRODUCES =
  /^(?:(?:hi|hello|hey|good|morning|afternoon|evening|there|dear|team)(?: \p{L}+(?= my))? )*my name is \p{L}+(?: \p{L}+)?$/u;

/** Says that they do not know, or will look themselves: nobody has to do anything. */
export const LEFT_OPEN = anyOf`
  ^(?:(?:ok|okay|sorry|well|hmm|um|uh|sure|yes|no|ah|oh|thanks|honestly|actually|unfortunately|to be honest|i am sorry|im sorry|but|and|please|i|im|we|he|she|shes|hes|am|is|not|really|just|also|still) )*(?:(?:dont|do not|wouldnt|didnt) (?:really |even |exactly )?(?:know|remember|recall|have (?:a|any) (?:idea|clue))|(?:have )?no (?:idea|clue)|(?:not (?:\w+ )?)?(?:sure|certain)(?<=not \w+ sure|not sure|not certain|not \w+ certain)|unsure|uncertain|(?:cant|cannot|couldnt|can not) (?:really |quite |exactly )?(?:say|tell|remember|recall|be sure|decide|give you an answer))
  ^(?:(?:ok|okay|sorry|well|hmm|sure|yes|no|ah|oh|thanks|and|i|we|am|is|just|also) )*(?:ill|will|am going to|gonna|going to) (?:wait|be waiting|check|look|try|think|see|confirm|call|send|get back|let you know|come back|contact|do (?:it|that))
  ^(?:ok|okay|sure|great|thanks|thank you|yes|alright|fine|perfect) (?:\w+ ){0,5}(?:ill|i will|im going to|i am going to) (?:do|make|pay|use|keep|take|be|reply|fill|submit|provide|upload|visit|bring|contact|inform)
  ^(?:(?:ok|okay|sorry|well|hmm|sure|yes|no|oh|thanks|im|i|am) )*(?:looking into (?:it|this)|on it$)
  ^(?:(?:ok|okay|sorry|well|hmm|um|sure|yes|no|oh|please|just) )*(?:let me (?:check|see|look|think|try|find|get)|wait|hold on|hang on|one (?:moment|minute|second|sec)|a (?:moment|minute|second|sec)|give me (?:a|one) (?:moment|minute|second|sec|min))`;
/** ... but not where it asks for something after all. */
export const ASKS_AFTER_ALL =
  /\b(?:how|what|whats|where|why|which|who|if|whether|but|can you|could you|need|want|refund|cancel|cant (?:access|log|use|open)|password|passcode|pin|code|key|username|login|account|wrong|not (?:right|the|correct)|charged|incorrect|inform)\b/;

/** A nod or a refusal, and the words after it that say to what. */
export const NOD = anyOf`
  ^(?:yes|yep|yeah|yup|ya|yea|exactly|absolutely|of course|definitely)(?= )
  ^(?:sure|ok|okay|okey|fine|alright|correct|right|confirmed|got it|understood|great|awesome|perfect|good|cool|nice|excellent|wonderful|lovely|super) (?:i|im|ill|it|its|that|thats|then|we|well|this|you|so|for|to|in|on|at|by|from|through|anytime|whenever)
  ^no (?:sir|thanks|thank you|thankyou|thats|that is|it is|its|i am|im|i have|only|just|problem|worries|old|way|one|madam|maam|dear|buddy)(?= )`;

/** A plain statement that something is so, that it may go on or that it may not. */
export const AGREES = new RegExp(
  `^(?:(?:yes|yeah|no|ok|okay|well|oh|sure|great|perfect) )*${
    anyOf`
  (?:it|that|this|thats|its|everything|all|the answer|my answer|your (?:statement|answer|information)|that statement|what you said)(?: (?:is|was|are|were|seems|looks|sounds|would be|will be))*(?: (?:very|really|so|all|absolutely|totally|completely|quite|indeed|definitely|the|a|an|super|much|pretty))* (?:correct|right|true|accurate|great|good|nice|helpful|fine|ok|okay|perfect|awesome|excellent|valid|affirmative|yes|no|positive|negative|fantastic|amazing|clear|enough|sufficient|truth|wonderful|useful)(?! (?:if|to|when)\b)
  (?:that|it|this) works(?: (?:for me|fine|great|perfectly|well))*
  i (?:(?:really|do|so|truly|completely|totally|fully|must|would) )*(?:agree|concur|appreciate (?:it|that|this|you|your \w+)|confirm|accept|approve|think (?:so|not)|dont think so|believe so|guess so|hope so|guess|said (?:yes|no)|say (?:yes|no)|owe you(?: one)?|am (?:(?:very|so|really) )?(?:glad|grateful|thankful|happy|pleased)|(?:would|want|wanted|d) (?:like )?(?:to )?(?:thank|say thanks)|thank)
  i would love (?:that|it)$
  you did (?:well|great|a \w+ job)
  (?:well done|good job)
  i (?:have |ve )?(?:got|received|have) (?:all |enough |the |my |your )*(?:information|info|details|messages?|mail|email|answers?|confirmation)
  (?:its|it is|that is|thats) (?:a )?(?:\w+ )?(?:yes|no)
  (?:please )?go ?ahead(?! and)
  (?:sounds|looks|works) (?:good|great|fine|perfect|right|well|for me)
  of course(?: not)?
  (?:definitely|absolutely|certainly|probably|maybe|surely) not
  (?:heck|hell) (?:no|yes|yeah)
  not yet
  no way
  never mind
  (?:the|my) (?:answer|response) is (?:yes|no)
  confirm$
  it (?:could|might) (?:be|go) either`.source
  }(?: \\w+){0,6}$`,
);
/** Says that they are content. */
export const CONTENT = anyOf`
  (?:am|im|very|so|really|quite) (?:happy|satisfied|pleased|glad|impressed) (?:with|about|to|for|by) \w+`;
/** "Yes, confirm the order": to go on as we said. */
export const GOES_ON = anyOf`
  ^(?:(?:yes|yeah|ok|okay|sure|great|perfect|fine|good|thats (?:good|great|fine)|i) )+(?:please )?(?:i )?(?:can )?(?:confirm|complete|finish|proceed|continue|process|accept|conform|go ?a?head)(?: with)?(?: (?:the|this|my|that|it|your))?(?: \w+){0,2}$
  ^(?:(?:yes|yeah|ok|okay|sure|great|perfect|fine|good|thats (?:good|great|fine)|i) )+(?:please )?(?:add|book|do|make|check|send|take|process|place|apply|submit) (?:it|that|this|the same)(?: \w+)?$
  ^(?:please )?(?:go ?a?head|proceed|continue)(?: \w+)?$`;

/** Thanks, in every language. */
export const THANKS = anyOf`
  (?:thanks|thank|thx|ty|tysm|thankyou|thnks|thanx|tanks|cheers|appreciated?|grateful|gratitude)(?:you|s)?
  (?:merci|gracias|danke|dank|obrigad[oa]|grazie|bedankt)`;
/** A thank-you says for what; anything else beside one may be a wish. */
export const THANKS_FOR = anyOf`
  (?:thanks|thank you|thankyou|thank u|thx|cheers|grateful|gratitude|appreciat\w+)(?: (?:so|very|much|a|lot|again|all|guys|team|many|you)){0,4} (?:for|to|that|all)`;
/** What was given, named in thanks: "for all your kind help". */
export const GIVEN = new RegExp(
  anyOf`
  (?:(?:for|of|with|all|the|your|you|ur|this|that|such|giving|providing|sharing) ){1,5}(?:\w+ ){0,2}?(?:help|helping|helpful|support|supporting|assistance|assisting|service|services|information|info|details|updates?|updating|answers?|answering|response|reply|replies|responding|replying|time|patience|understanding|attention|efforts?|kindness|suggestions?|advice|explanation|explaining|clarification|confirmation|confirming|checking|cooperation|guidance|contacting|booking|order|ordering|everything)(?: (?:me|us|here|today|out|my|the|order))*`,
  'g',
);

/** Takes leave. */
export const LEAVES = anyOf`
  good ?bye
  by+e+
  see (?:you|ya) (?:later|soon|then|tomorrow|around|next|in|on|at|there)
  talk (?:to you )?(?:later|soon)
  (?:talk|speak|nice talking) to you
  laters
  take care
  farewell
  ^so long
  until (?:next time|then|we meet)
  catch you later
  au revoir
  hasta (?:luego|manana|pronto|la vista)
  auf wiedersehen
  arrivederci
  tot ziens
  ate (?:logo|mais)
  end (?:this|the) (?:chat|call|conversation)
  (?:this|the) (?:chat|call|conversation) is over
  (?:have|had) a (?:\w+ ){0,3}(?:day|night|evening|afternoon|weekend|one|time|trip|week)`;

/** A cry for help, and part of many a thank-you where somebody says that it was given. */
export const HELP = anyOf`
  (?:help|support|ayuda|aide|hilfe|ajuda|aiuto|hulp)`;
export const HELP_GIVEN = anyOf`
  (?:for|your|the|this|great|much|por|su|tu|vuestra|pour|votre|ton|fur|ihre|deine|eure|pela|sua|per|il|vostro|tuo|voor|je|uw|jullie)(?: l| la| a| die| de)?(?: \w+)? (?:help|support|ayuda|aide|hilfe|ajuda|aiuto|hulp)`;
