/** What tells praise from plain thanks, in one language. Phrases between commas, matched as in the handbook. */
export interface PraiseWords {
  /** Praises what was done, whoever did it. */
  readonly deed: string;
  /** Praises or thanks somebody, where they are named. */
  readonly person: string;
  /** Takes it back, or was never meant. */
  readonly not: string;
}

export const PRAISE_WORDS: Readonly<Record<string, PraiseWords>> = {
  en: {
    deed: `great help, big help, huge help, such a help, so helpful, very helpful, really helpful, incredibly helpful, super helpful, most helpful, great support,
      amazing support, excellent support, fantastic support, wonderful support, brilliant support, awesome support, best support, top support, great service, amazing service,
      excellent service, fantastic service, wonderful service, outstanding service, best service, great job, good job, amazing job, excellent job, excellent work, great work, that was fast, that was quick, so fast,
      so quick, super fast, super quick, very fast, very quick, really fast, really quick, lightning fast, impressively fast, impressed, quick response, fast response, quick reply,
      fast reply, quick help, fast help, saved my day, saved my week, saved the day, saved us, saved me, life saver, lifesaver, above and beyond, extra mile, you rock, you guys rock, you are the best, youre the best, you are amazing,
      youre amazing, you are awesome, youre awesome, you guys are great, you are great, so kind, very kind, so patient, very patient, made my day, couldnt be happier, could not be happier, very well explained, perfectly explained`,
    person: `thank*, thx, kudos, shout out, shoutout, props, hats off, wonderful, great, amazing, brilliant, fantastic, excellent, awesome, patient, kind,
      helpful, a star, a legend, a gem, outstanding, lovely, appreciate*, best, rock*, hero, superb, perfect, professional`,
    not: `not ... help*, no help, not ... great, not ... good, not ... fast, not ... quick, not ... impressed, not ... kind, wasnt ... help*, wasnt ... great, wasnt ... good, wasnt ... fast, isnt ... help*,
      isnt ... great, arent ... help*, unhelpful, never help*, hardly, unimpressed, would be ... great, would be a great, would be nice, would be helpful, would have been, could be, could have, should be, wish, instead of, thanks for nothing, thank you for nothing, what a joke, joke,
      only took, took only, took ... weeks, took ... months, took ... days, weeks, months, finally, at last, yeah right, of course not, as if, how great, just great, great that, unlike, worst, useless, terrible, awful, disappoint*`,
  },
  de: {
    deed: `große hilfe, tolle hilfe, super hilfe, wirklich geholfen, sehr geholfen, sehr hilfreich, wirklich hilfreich, super hilfreich, toller support, super support, klasse support, bester support, ausgezeichneter support,
      toller service, super service, klasse service, bester service, großartiger service, hervorragender service, spitzenservice, gute arbeit, tolle arbeit, super arbeit, großartige arbeit, so schnell, sehr schnell,
      super schnell, superschnell, blitzschnell, wahnsinnig schnell, schnelle hilfe, schnelle antwort, schnelle lösung, schnelle reaktion, schnelle unterstützung, tag gerettet, hat mich gerettet, haben mich gerettet, sehr freundlich, so freundlich, sehr geduldig, so geduldig,
      begeistert, beeindruckt, ihr seid die besten, sie sind die besten, ihr seid spitze, sie sind spitze, einfach klasse, top leistung, sehr gut erklärt, toll erklärt`,
    person: `dank*, danke, lob, großes lob, hut ab, toll, super, klasse, großartig, wunderbar, spitze, hervorragend, fantastisch, freundlich, geduldig, hilfreich, nett, kompetent, prima, ausgezeichnet`,
    not: `nicht ... hilfreich, nicht ... geholfen, nicht ... schnell, nicht ... freundlich, nicht ... begeistert, nicht ... gut, nicht ... toll, nicht ... super, keine ... hilfe, wenig hilfreich, wäre ... toll, wäre ... hilfreich, wäre ... super, wäre eine, hätte, könnte, danke für nichts, witz, wochen, monate, endlich,
      erst nach, na toll, ganz toll, na super, enttäusch*, schlecht, unfreundlich`,
  },
  es: {
    deed: `gran ayuda, mucha ayuda, de gran ayuda, muy útil, excelente atención, gran atención, muy buena atención, buenísima atención, increíble atención, excelente servicio, gran servicio, increíble servicio, muy buen servicio,
      excelente soporte, gran soporte, mejor soporte, buen trabajo, gran trabajo, excelente trabajo, qué rápido, muy rápido, tan rápido, rapidísimo, super rápido, respuesta rápida, rápida respuesta, rapidez, me salvó, me salvaste, me han salvado,
      muy amable, tan amable, amabilísim*, muy paciente, tan paciente, impresionad*, encantad* con, son los mejores, son geniales, muy bien explicado`,
    person: `gracias, agradec*, felicit*, genial, excelente, maravillos*, increíble, fantástic*, estupend*, amable, paciente, útil, encantador*, profesional, un diez, crack, lo mejor`,
    not: `no ... útil, no ... ayuda, no ... rápido, no ... amable, nada útil, poco útil, sería, habría sido, podría, ojalá, gracias por nada, semanas, meses, por fin, broma, decepcion*, pésim*, mal*`,
  },
  fr: {
    deed: `grande aide, d'une grande aide, aide précieuse, très utile, super support, excellent support, excellent service, super service, service impeccable, service au top, meilleur service, bon travail, beau travail, super travail,
      excellent travail, très rapide, si rapide, super rapide, hyper rapide, ultra rapide, réponse rapide, rapidité, réactivité, très réactif, très réactive, vous m'avez sauvé, sauvé la mise, sauvé ma journée, très aimable, très gentil*, si gentil*, très patient*,
      si patient*, impressionné*, ravi*, vous êtes les meilleurs, vous êtes au top, vous êtes géniaux, très bien expliqué, efficacité`,
    person: `merci, remerci*, bravo, chapeau, félicitations, super, génial*, formidable, merveilleu*, excellent*, fantastique, aimable, gentil*, patient*, efficace, adorable, parfait*, top, professionnel*`,
    not: `pas ... utile, pas ... rapide, pas ... aimable, pas ... aidé, pas ... super, peu utile, serait, aurait, pourrait, aurait pu, merci pour rien, merci de rien, semaines, mois, enfin, blague, déçu*, décevant*, nul, nulle, lamentable`,
  },
  it: {
    deed: `grande aiuto, di grande aiuto, molto utile, utilissim*, ottimo supporto, ottima assistenza, ottimo servizio, servizio eccellente, assistenza eccellente, supporto eccellente, miglior servizio, ottimo lavoro, bel lavoro, gran lavoro,
      velocissim*, molto veloce, così veloce, super veloce, rapidissim*, molto rapid*, risposta veloce, risposta rapida, mi avete salvato, mi ha salvato, mi hai salvato, gentilissim*, molto gentil*, molto pazient*, pazientissim*, impressionat*, siete i migliori, siete fantastici, siete grandi, spiegato benissimo, complimenti per`,
    person: `grazie, ringrazi*, complimenti, bravo, brava, bravissim*, fantastic*, meraviglios*, eccellente, ottim*, splendid*, gentil*, pazient*, disponibil*, professional*, perfett*, super`,
    not: `non ... utile, non ... veloce, non ... gentil*, non ... aiuto, per niente, poco utile, sarebbe, avrebbe, potrebbe, grazie di niente, grazie di nulla, settimane, mesi, finalmente, scherzo, delus*, deludent*, pessim*`,
  },
  nl: {
    deed: `grote hulp, geweldige hulp, super hulp, heel behulpzaam, erg behulpzaam, zeer behulpzaam, super behulpzaam, geweldige service, goede service, top service, topservice, uitstekende service, beste service, fantastische service, geweldige support, goed werk, goed gedaan, geweldig werk,
      heel snel, zo snel, erg snel, super snel, supersnel, razendsnel, snelle hulp, snelle reactie, snel antwoord, snelle oplossing, dag gered, mij gered, me gered, heel vriendelijk, erg vriendelijk, zo vriendelijk, heel geduldig, zo geduldig, onder de indruk, jullie zijn de beste, jullie zijn top, jullie zijn geweldig, goed uitgelegd`,
    person: `dank*, bedankt, dankjewel, complimenten, hulde, chapeau, geweldig*, fantastisch*, super, top, uitstekend*, vriendelijk*, geduldig*, behulpzaam, aardig, lief, perfect, deskundig*`,
    not: `niet ... behulpzaam, niet ... snel, niet ... vriendelijk, niet ... geholpen, niet ... goed, geen hulp, weinig, zou ... zijn, zou ... geweldig, had ... kunnen, kon ... beter, bedankt voor niets, weken, maanden, eindelijk, grap, teleur*, slecht*`,
  },
  pt: {
    deed: `grande ajuda, ótima ajuda, muito útil, ajudou muito, ajudaram muito, ótimo atendimento, excelente atendimento, melhor atendimento, atendimento nota, atendimento incrível, atendimento maravilhoso, ótimo suporte, excelente suporte, ótimo serviço, excelente serviço,
      bom trabalho, ótimo trabalho, excelente trabalho, muito rápido, tão rápido, rapidíssim*, super rápido, que rapidez, resposta rápida, rapidez, me salvou, me salvaram, salvou meu dia, muito gentil, tão gentil, muito atencios*, muito paciente, super atencios*, impressionad*,
      vocês são demais, vocês são os melhores, vocês são incríveis, muito bem explicado`,
    person: `obrigad*, agradeç*, valeu, parabéns, maravilhos*, excelente, ótim*, incrível, fantástic*, gentil, paciente, atencios*, prestativ*, sensacional, nota dez, perfeit*, simpátic*, demais`,
    not: `não ... útil, não ... ajud*, não ... rápido, não ... gentil, nada útil, pouco útil, seria, teria, poderia, obrigado por nada, obrigada por nada, semanas, meses, finalmente, piada, decepcion*, péssim*, ruim`,
  },
  ja: {
    deed: `とても助かりました, 大変助かりました, 本当に助かりました, すごく助かりました, 迅速な対応, 迅速なご対応, 素早い対応, 素早いご対応, 早い対応, 丁寧な対応, 丁寧なご対応, ご丁寧な対応, 親切な対応, 素晴らしい対応, すばらしい対応, 素晴らしいサポート, 最高のサポート, 神対応, とても親切, 大変親切, とても丁寧, 大変丁寧, 対応が早, 対応がとても早, 感動しました, わかりやすい説明, 分かりやすい説明`,
    person: `ありがとう, 感謝, 助かりました, 素晴らし, すばらし, 親切, 丁寧, 最高, 優し`,
    not: `助かりません, 助からな, 親切ではな, 親切じゃな, 丁寧ではな, 早くな, 遅, やっと, ようやく, 週間も, ヶ月も, だったら, してほし, 皮肉, 残念, ひど`,
  },
};
