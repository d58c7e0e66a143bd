/** Things that customers name and that we may safely name back to them. */
export const THINGS = `app apps website web site page pages dashboard export exports import imports report reports api webhook webhooks
  integration integrations login page checkout checkout page search search bar web player player desktop app mobile app ios app
  android app browser extension plugin plugins server servers database file files folder folders upload uploads download downloads
  link links button menu form settings settings page notification notifications email emails calendar calendar sync sync update
  latest update keyboard camera screen battery phone iphone ipad tablet laptop macbook computer watch tv printer router modem speaker headphones
  charger device bluetooth wifi internet connection alarm alarms playlist playlists song songs album albums video videos photo photos
  music game podcast podcasts kindle alexa echo siri chat inbox document documents spreadsheet template templates chart charts
  workspace project projects board channel channels bot profile profile picture username wallet map maps store shop
  online store tracking page payment page invoice invoices receipt card credit card debit card gift card bank account voucher coupon
  order orders package parcel delivery item items shipment box refund return replacement ticket tickets booking reservation flight
  staff driver crew queue food meal meals label labels product products captions subtitles episode episodes season layout station
  platform carriage gate lounge signal network ads points trailer receipts feature features
  seat seats train room hotel luggage bag bags policy claim warranty insurance loan mortgage statement deposit transfer payment
  payments account password code data`;

/** What customers cancel, pay for or renew. */
export const PLANS = `subscription subscriptions membership plan premium account account contract policy order trial free trial renewal
  licence license insurance service prime membership family plan student account premium booking reservation appointment
  newsletter trip flight ride hotel stay ticket tickets lesson class course delivery`;

/** Longer names first where a line break would part them; kept apart because they are of two words. */
export const PAIRS = new Set(
  `checkout page|search bar|web player|desktop app|mobile app|ios app|android app|settings page|login page|calendar sync|latest update
   |profile picture|online store|tracking page|payment page|credit card|debit card|gift card|bank account|free trial
   |prime membership|family plan|student account|premium account|internet connection|student discount`
    .split('|')
    .map((pair) => pair.trim()),
);

/** Never part of a thing's name: small words, and what people call things in anger. */
export const NOT_IN_NAMES = new Set(
  `a an the my your our this that these those and or but so if of in on at by for to from with about into over as is are was
   were be been being am do does did done have has had having will would can could should shall may might must not no never
   i you he she it we they me him her us them who what which when where why how there here just still again now then ever
   please thanks thank hi hello hey dear already yet only even also very really too much many more most less some any all every
   keeps keep says say said shows show showing doesnt dont didnt cant cannot wont isnt arent wasnt works work working stopped
   stop fails failed failing crash crashes crashing freeze freezes freezing gets get got goes go going went gone come comes came
   coming look looks looking need needs needed want wants wanted try tries tried trying help fix fixed use uses used using make
   makes made take takes took see saw seen know think tell told ask asked give gave gives put let lets sent send sending
   updated updating disappeared changed arrived arrive been since after before until while because due during without within
   damn hell fuck fucking fucked shit shitty crap crappy stupid bloody goddamn bullshit ass dumb awful terrible horrible worst
   useless rubbish garbage ridiculous pathetic fault way ways time times day days week weeks month months year years hour hours
   minute minutes thing things one ones lot lots same other another problem problems issue issues question questions guys
   people person everyone everybody anyone anybody someone somebody nothing something anything everything reason right left
   best last next first second new old good bad great big little few own whole world life morning night today tomorrow yesterday
   moment point matter case fact idea kind sort bit end start beginning rest love hate like god sake name company service team
   support customer agent staff rep manager situation line hope wonder believe feel stuff back between instead rather per using via than vs afternoon evening
   weekend weekday mid-year year-end news absolutely actually literally honestly celebrating considering loving wearing pay paid full halloween happy
   word words truth future lives hundreds thousands dozens almost stuck im ive id youve lol lmao rofl omg smh plz pls rn btw idk tho imo fyi don didn doesn isn wasn aren weren won can hasn haven couldn wouldn shouldn`.split(
    /\s+/,
  ),
);

/** Whether a word, in small letters and without apostrophes, may be said back to somebody. */
export function isSayable(word: string): boolean {
  return !NOT_SAID_BACK.has(word) && !UNSAYABLE.test(word);
}

const UNSAYABLE =
  /fuck|shit|fag|nigg|retard|bitch|whore|slut|cunt|dick|cock(?!pit|tail)|pussy|nazi|rapi|bastard|wank|arse|asshole|dumb|idiot|moron|porn|tits|piss|scum|puta|mierda|merde|schei/;

/** What people say in anger or of people. */
const NOT_SAID_BACK = new Set(
  `damn hell fuck fucking fucked fckn fking fuckin wtf shit shitty shite crap crappy stupid bloody goddamn bullshit bs ass asses arse
   dumb awful terrible horrible worst useless rubbish garbage ridiculous pathetic trash idiot idiots moron morons joke scam thief
   thieves liar liars god sake believe understand wait stand imagine think tell say help guess lie afford stress know care
   person people wife husband son daughter mother father mom mum dad kid kids child baby friend friends boss cousin brother sister niece nephew aunt uncle grandma grandpa grandmother
   grandfather partner girlfriend boyfriend fiance fiancee neighbour neighbor colleague assume assuming recommend thumb thumbs hand hands finger fingers eye eyes head heart hair foot
   feet body brain life`.split(/\s+/),
);
