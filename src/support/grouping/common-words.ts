/** Words that everybody uses: they tie nothing together, and are names only where it is clear that somebody is called. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `the and you that for with this are was not but have can what how just your from all would will there like they get out
   use now its dont one some has had did when then who why where any more about than them been also only could should which
   were does too very much well good yes yeah yep okay lol thanks thank help please hello hey got know think want need see
   try way make sure work works working really here thing things something anything nothing anyone anybody someone somebody
   everyone off into over back still even after before because being other same these those him his her she our their let
   say said going gonna cant doesnt didnt isnt wont thats ive ill youre weve were hes theres whats may mine maybe cool right
   okay fine great nice ugh hmm yah yea nope nah sorry oops anyway btw fyi actually guys folks team all everybody question
   found edit note error first second however true wow yup haha heh http https www com welcome done again already since
   while until between each both most many few own through under off once using used find found trying tried
   might maybe look looking looks having though give given tell mean means set new old another without says said guess get
   getting gets lot lots point people never always best better able start started show ask asked seem seems bit stuff two
   put doing probably different around change changed add added wait instead everything wrong knows enough yet take takes
   taken long time times end every whatever stop either thought others idea easy keep gave wanted went last next usually
   come comes came today tomorrow yesterday minutes minute hour hours day days week let lets across against almost along
   few five four three ten whole kind part ever far must shall upon cannot today's left right done went seen show shows
   case course else perhaps rather quite simply exactly please possible also etc info run running`.split(
    /\s+/,
  ),
);
