import { carriesFeeling } from '../triage/feeling.ts';
import { readWords, wordsOnly } from '../triage/words.ts';

/** Words that mean much the same in support, by their stems: naming the problem in our own words counts. */
const KIN =
  `charg pay paid payment bill invoic receipt fee cost price money card debit amount credit transaction deduct overcharg purchas subscri bank
refund return reimburs money replac exchang compensat
order deliver ship parcel packag arriv courier track dispatch driver item address late delay post box bought miss wait
account sso mfa log login sign password access lock user code verif invit email usernam profil block suspend pin admin
crash freez frozen slow lag hang load down outag error bug glitch work fail broken broke fix stop issu problem troubl updat wrong
   connect sync restart batter screen charg drain skip play sound lost miss disappear gone start open type keyboard unstabl drop
answer repl respon hear heard ignor contact write wrote email mail messag ask told call phon touch reach wait silen
cancel end clos leav stop renew unsubscrib terminat switch downgrad trial quit
hack breach scam fraud phish steal stolen secur privac spam suspicio compromis data gdpr card lost safe
servic support help staff agent rep team treat rude experienc custom manager promis lie wait hold
idea suggest featur add wish hop want plan need bring allow make could option abil
thank prais kind love great amaz awesom excellent happ best good job help glad appreciat impress compliment word nice
find where look search locat get show see
set setup instal config connect add enabl turn switch chang creat
work support compatib avail device
human person agent manager talk speak call
question ask how what when know wonder tell can
travel train flight bus seat journey delay late cancel book ticket`
    .split(/\n(?! )/)
    .map((line) => line.trim().split(/\s+/));

const SMALL = new Set(
  `the and for you your are was were has have had this that with from our not but its his her their them they will would could
   there here what when where who why how can did does just too very all any out about into than then now get got one been
   good morning afternoon evening team guys urgent urgently asap rush now today help question something anything anyone someone everyone happening bit need want know going thing things still
   being over after before again also only off per via let lets dear please hello thanks thank hey`.split(
    /\s+/,
  ),
);

const kinOf = new Map<string, number[]>();
KIN.forEach((stems, group) => {
  for (const stem of stems) kinOf.set(stem, [...(kinOf.get(stem) ?? []), group]);
});
const LONGEST_STEM = Math.max(...[...kinOf.keys()].map((stem) => stem.length));

/** Whether a text says what it is about at all: a cry for help or an insult does not. */
export function tellsSomething(text: string): boolean {
  return contentWords(text.replace(/\bany ideas?\b/gi, ' ')).some(
    (word) => /\p{L}/u.test(word) && !carriesFeeling(word),
  );
}

function contentWords(text: string): string[] {
  return wordsOnly(readWords(text)).filter((word) => word.length > 2 && !SMALL.has(word));
}

/** Whether two texts speak of the same thing: a word in common, or words of the same kin. */
export function speakOfTheSame(one: string, other: string): boolean {
  const stems = new Set(contentWords(one).map(stem));
  const groups = new Set(contentWords(one).flatMap(groupsOf));
  return contentWords(other).some(
    (word) => stems.has(stem(word)) || groupsOf(word).some((group) => groups.has(group)),
  );
}

function groupsOf(word: string): number[] {
  for (let length = Math.min(word.length, LONGEST_STEM); length >= 3; length--) {
    const groups = kinOf.get(word.slice(0, length));
    if (groups !== undefined) return groups;
  }
  return [];
}

/** Cuts the commonest English endings; enough to see that "charges" and "charged" are one. */
function stem(word: string): string {
  const cut = word.replace(/(?:ations?|ings?|edly|ed|ies|es|s|ly|ment|ments)$/, '');
  return cut.length >= 3 ? cut : word;
}
