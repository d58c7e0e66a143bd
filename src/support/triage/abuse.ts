import { expandLines } from './alternatives.ts';
import { findPhrases, indexPhrases, longestOf } from './phrases.ts';
import type { Words } from './words.ts';

/** Aimed at people. Swearing at a thing or a situation is not abuse. Phrases work as in the handbook, `{a|b}` is either. */
const INSULTS = `
  {fuck|screw} {you|off|yourself|yourselves|u|all of you|your company|your mother}
  go {fuck|screw} {yourself|yourselves|urself}
  {piss off|go to hell|rot in hell|burn in hell|drop dead|go die|kys|kill yourself|kill yourselves|hang yourself|eat shit|suck my|kiss my ass|blow me}
  you {fucking|stupid|dumb|useless|pathetic|worthless|ignorant|lying|filthy|disgusting} {idiot*|moron*|clown*|fool*|liar*|thief|thieves|people|scum|bastard*|bitch*|prick*|pig*|crook*|cow|rat*|losers|loser|trash}
  you {idiot*|moron*|scum|bastard*|bitch*|prick*|crook*|liars|thieves|scammers|retard*|dumb|stupid|morons|imbecile*|clowns|pigs|dipshit*|shithead*|asshole*}
  {you are|youre|you are all|youre all|you are such|they are|theyre all|theyre} {a bunch of|a|an|all|such|so|fucking|complete|total|} {idiot|idiots|moron|morons|stupid|dumb|scum|liars|thieves|crooks|retarded|brain dead|imbeciles|assholes|pathetic losers|worthless|disgusting people}
  {bunch|pack|gang} of {idiots|morons|clowns|crooks|liars|thieves|losers|fools|imbeciles|incompetents|retards|assholes|monkeys|criminals}
  {fucking|stupid|incompetent|absolute|complete|total|lazy|useless} {idiot|idiots|moron|morons|assholes|asshole|bitch|cunt|cunts|imbecile|imbeciles|retard}
  {idiots|morons|imbeciles|scumbag|scumbags|motherfucker|motherfuckers|asshole|assholes|arsehole|arseholes|dickhead|dickheads|wanker|wankers|twat|twats}
  {cunt|cunts|whore|whores|slut|sluts|faggot|faggots|dumbass|dumbasses|dipshit|dipshits|jackasses|shitheads|fuckers|fucktard*|cocksucker*|nigger*}
  {son|sons} of {a bitch|bitches}
  {you|u|lying|worthless|absolute|these|those|fucking} {piece|pieces|sack|sacks|bag|bags} of shit
  {pieces|sacks|bags} of shit
  {stupid|dumb|lying|fucking} {bitch|bitches|cow|people}
  {are you|are you people|are you guys} {stupid|dumb|retarded|idiots|brain dead|mentally}
  {shut the fuck up|shut your mouth|shut your face|stfu}
  you {people|guys} are {scum|disgusting|pathetic|idiots|morons|stupid|liars|thieves|criminals|retarded|trash}
  you {suck|all suck|people suck|guys suck}

  {du|ihr|sie} {idiot|idioten|arsch|penner|spinner|betrüger|versager|drecksau|schwein|schweine|dummkopf|vollidioten|lügner}
  {vollidiot*|arschloch|arschlöcher|wichser|hurensohn|hurensöhne|missgeburt*|schlampe|fotze|drecksack|drecksäcke|spast|spasten|vollpfosten}
  {fick dich|fickt euch|verpiss dich|verpisst euch|leck mich am|leckt mich|halt die fresse|haltet die fresse|halts maul|halt dein maul|verrecke|verreckt}
  haufen {idioten|versager|betrüger}

  {connard*|connasse*|salope*|enculé*|abruti*|fils de pute|sale pute|ta gueule|vos gueules|ferme ta gueule|nique ta mère|pauvre con|pauvres cons|trou du cul}
  {va te faire foutre|allez vous faire foutre|va te faire enculer|va crever|allez crever|va mourir}
  {bande|espèce} {de cons|didiots|dincapables|descrocs|de con|didiot|dabruti|dimbécile|dincapable}

  {hijo de puta|hijos de puta|hijueputa*|gilipollas|cabrón|cabrones|pendejo|pendejos|malparido*|maricón|imbécil|imbéciles}
  {vete a la mierda|váyanse a la mierda|iros a la mierda|que te jodan|que os jodan|jódete|jódanse|chinga tu madre|chinguen a su|muérete}
  {eres un|son unos|sois unos|panda de|bola de} {idiota|idiotas|inútil|inútiles|ladrones|estafadores|imbécil|estúpido|estúpidos}

  {filho da puta|filhos da puta|vai se foder|vão se foder|vai tomar no cu|vão tomar no cu|cuzão|arrombado|arrombados|babaca|babacas|otário|otários|imbecil|imbecis|vai morrer}
  {seu|seus|bando de|são uns} {idiota|idiotas|ladrões|incompetentes|vagabundos|palhaços|merdas}

  {stronzo|stronzi|vaffanculo|figlio di puttana|figli di puttana|testa di cazzo|teste di cazzo|coglione|coglioni|bastardi|imbecille|imbecilli|cretini|pezzo di merda|pezzi di merda}
  {siete degli|siete dei|siete tutti|sei un|branco di} {idioti|idiota|deficienti|ladri|incapaci|incompetenti|cretino}
  vai a morire

  {klootzak|klootzakken|hoerenzoon*|kankerlijer*|kankerhoer*|tyfuslijer*|mongolen|eikels|rot op|sodemieter op|flikker op|val dood|hou je bek|houd je bek|hou je kop|krijg de}
  {jullie zijn|stelletje|stel} {idioten|oplichters|debielen|sukkels|dieven|idioot}

  {死ね|くたばれ|バカ野郎|馬鹿野郎|ばかやろう|クソ野郎|くそやろう|くそったれ|消え失せろ|てめえ|この無能|クズども|黙れ}
`;

const THREATS = `
  {i will|ill|im going to|i am going to|im gonna|gonna|we will} {find|kill|hurt|shoot|stab|beat|murder|hunt|destroy|strangle} {you|your family|all of you|one of you|you all|your kids|your agents|your staff}
  {kill you|kill you all|kill them all|beat you up|beat the shit out|shoot you all|burn down your|burn your office|blow up your|bomb your|watch your back|slit your}
  i know where you {live|work|are|sleep}
  {i know where|know where} your {family|kids|children} {live|are}
  {i|we} hope you {die|all die|rot|get cancer|get hit|burn|suffer|get raped|choke}
  you {deserve to die|should be shot|should die|should all die|should kill yourself}
  {ich bring|ich bringe|wir bringen} {dich|euch|sie} um
  {ich finde dich|ich finde euch|ich weiß wo du wohnst|ich weiss wo du wohnst|ich mach dich fertig|ich mache euch fertig}
  {je vais te|je vais vous|on va vous} {tuer|buter|trouver|retrouver|frapper}
  {je sais où tu habites|je sais où vous habitez}
  {te voy a|los voy a|os voy a|voy a} {matar|matarte|matarlos|mataros|encontrarte|encontrarlos}
  {sé donde vives|sé dónde vives|sé donde viven}
  {vou te matar|vou matar vocês|vou te achar|sei onde você mora|sei onde vocês moram}
  {ti ammazzo|vi ammazzo|ti uccido|vi uccido|so dove abiti|so dove abitate}
  {ik maak je dood|ik vermoord je|ik vermoord jullie|ik weet waar je woont|ik sla je}
  {殺すぞ|殺してやる|ぶっ殺|家に行くぞ|ただじゃおかない}
`;

/** Said of oneself, of things or in jest. */
const HARMLESS = `
  {would it|will it|wont|wouldnt|doesnt|didnt|going to|not} kill you {to|if|}
  {would it|it wont|wont|it would not|dont} {really|} {kill|hurt} {you|you guys|anyone}
  {i will|ill|we will|i am going to|im going to} find you {the|a|an|my|some|one}
  {the fuck|the hell|how the fuck|why the fuck|what the fuck|wtf} you
  {like|feel like|felt like|look like|looked like|for|such|am|im} {an|} {idiots|idiot|morons|assholes|asshole}
  {fuck|screw} your {app|update|website|system|service}
`;

const ABUSE = indexPhrases([
  ...expandLines(INSULTS).map((phrase) => [phrase, 'insults people'] as const),
  ...expandLines(THREATS).map((phrase) => [phrase, 'threatens people'] as const),
  ...expandLines(HARMLESS).map((phrase) => [phrase, undefined] as const),
]);

/** Whether the message insults or threatens people. A threat weighs more than an insult. */
export function readAbuse(words: Words): { abusive: boolean; because?: string } {
  const found = longestOf(findPhrases(ABUSE, words)).flatMap(({ of }) => of ?? []);
  const [worst] = found.sort().reverse();
  return worst === undefined ? { abusive: false } : { abusive: true, because: worst };
}
