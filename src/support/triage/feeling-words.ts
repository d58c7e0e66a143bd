/** Words that carry feeling, by strength; `*` any ending. Our own list, for customers' messages. */
export const FEELINGS: Readonly<Record<string, string>> = {
  '-3': `abysmal appalled appalling atrocious awful crap crappy despicable disgrace* disgust* dreadful
    enraged fuck* furious garbage hate hated hates hell hideous horrendous horrible horrid horrific infuriat*
    nightmare outrage* pathetic piss* rage rubbish scam scammers scum shame shameful shit* sick terrible
    thieves thief trash unacceptable vile worst wtf bullshit bs idiots idiot useless worthless incompetent
    fraud frauds scammed appall* joke ridiculous livid rip-off ripoff stealing liars liar steal damn goddamn bloody
    unbelievable screwed ffs inexcusable`,
  '-2': `abandon* aggravat* angry annoy* anxious bad badly cheat* complain* complaint* cruel
    desperate disappoint* dissatisf* distress* exhausted fake fed
    frustrat* hopeless ignore* insult* irritat* laughable lied lies mad mess messed miserable
    misled misleading nasty negligent neglect* poor poorly regret* rude ruin* sad scared shocked
    shocking stress* struggl* suck* stupid terribly tired unhappy unfair unhelpful unprofessional
    upset waste* wasting worry* worried worse absurd nonsense lazy sloppy hurts
    painful lousy sucky hung threatened tragic sorry`,
  '-1': `bug bugs cancel* confus* cannot cant complicated concern* declin* difficult* disconnect* doubt* drop* expensive freez*
    hard issue* lack* late limit* never nobody nothing odd refus* reject* strange trouble* unable unclear
    unfortunately wait waited waiting weird wont worn lag* lags skip* stolen why yet`,
  '1': `clear easy fine fixed good helpful hope hopefully interest* kind nice ok okay pleas* polite prompt* quick* ready reliable
    resolved safe smooth* solved thank* thx useful welcome work works wow yay haha lol cool please neat`,
  '2': `appreciat* beautiful best better cheer* comfort* delight* enjoy* excite* fun glad great gratef* happy helped
    impress* like liked love lovely lucky nicely perfect perfectly pleased proud recommend* satisf* smile* sweet
    thankful wonderful yummy congrat* win winning pumped stoked`,
  '3': `adore amazing amazingly awesome brilliant excellent exceptional fabulous fantastic flawless incredible loved loving
    magnificent marvellous marvelous outstanding phenomenal superb superior terrific thrilled wonderfully blessed`,
};

/** What is wrong, said without feeling: it makes a message negative, not its writer angry. */
export const TROUBLES = `broke broken crash* damage* defect* delay* error* fail* lose losing lost missing problem*
  slow stuck wrong glitch* buggy unusable unresponsive overcharg* denied`;

/** Turn the feeling of the next three words around. */
export const NEGATIONS = new Set(
  `not no never dont doesnt didnt isnt arent wasnt werent wont wouldnt couldnt cant cannot without hardly barely
   nothing neither nor aint havent hasnt hadnt shouldnt`.split(/\s+/),
);

/** Make the feeling of the next word stronger. */
export const INTENSIFIERS = new Set(
  `very really so extremely absolutely totally completely utterly incredibly super truly beyond insanely fucking
   freaking bloody damn seriously deeply highly too such`.split(/\s+/),
);

export const SAD_SIGNS = /[😠😡🤬😤😞😢😭😩😫😒🙄👎💔😣😖😔😟😕🙁☹😓😾🖕]|:-?\(|:'\(|>:\(|:-?\//gu;
export const GLAD_SIGNS =
  /[😀😃😄😁😊🙂😍🥰😘👍🎉❤💙💚💜🙏👏🙌💗💖✨😂🥳🤗👌💯😻]|:-?\)|:-?D\b|<3/gu;
