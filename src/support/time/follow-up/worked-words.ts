/** How people of one language say whether something worked. Phrases between commas, matched as in the handbook. */
export interface WorkedWords {
  /** An answer to "did that work?" alone. */
  readonly yes: string;
  /** Says so by itself. */
  readonly worked: string;
  /** Says that it did not, or that something is still wanted. */
  readonly failed: string;
  /** Says none of this, whatever stands in it. */
  readonly idle: string;
}

export const WORKED_WORDS: Readonly<Record<string, WorkedWords>> = {
  en: {
    yes: '^yes, ^yep, ^yeah, ^yup, ^yes it, it did, it does, it has',
    worked: `it works, works now, works again, works fine, works great, works perfectly, is working, working now, working again,
      that worked, this worked, it worked, worked, solved, fixed, sorted, resolved, all good, all set, that did it, did the trick,
      that helped, it helped, is gone, back to normal, everything is fine, all is well`,
    failed: `^no, ^nope, ^nah, not, no longer, still, but, unfortunately, however, except, broken, fails, failing, doesnt, didnt, isnt, hasnt,
      wont, cant, cannot, never, need*, want*, please, would, should, must, until, when, if, yet, again`,
    idle: 'no problem, no problems, no worries, no issues, no more problems, no more issues, works again, working again',
  },
  de: {
    yes: '^ja, ^jo, ^jawohl, ^jep, hat es, tut es',
    worked: `hat geklappt, hats geklappt, klappt, geklappt, funktioniert, hat funktioniert, geht wieder, geht jetzt, läuft wieder, läuft jetzt, läuft,
      erledigt, gelöst, behoben, hat geholfen, alles gut, alles bestens, passt jetzt, passt alles`,
    failed: `^nein, ^nee, ^nö, nicht, nie, kein, keine, keinen, immer noch, noch, aber, leider, jedoch, außer, kaputt, brauche, möchte,
      will, bitte, sollte, muss, wenn, bis`,
    idle: 'kein problem, keine probleme, keine probleme mehr, kein problem mehr, nicht mehr nötig',
  },
  es: {
    yes: '^sí, ^si, ^claro que sí',
    worked: `ya funciona, funciona, funcionó, ha funcionado, resuelto, solucionado, se solucionó, se resolvió, arreglado, se arregló, todo bien,
      todo perfecto, me sirvió, me ayudó`,
    failed: `^no, no, todavía, aún, sigue, siguen, pero, sin embargo, nunca, tampoco, excepto, necesito, quiero, por favor, debe, cuando, hasta,
      ojalá`,
    idle: 'no hay problema, sin problema, ningún problema, sin problemas',
  },
  fr: {
    yes: '^oui, ^ouais, ^si',
    worked: `ça marche, ca marche, a marché, fonctionne, a fonctionné, résolu, réglé, réparé, c'est bon, tout va bien, tout est bon,
      tout est en ordre, ça a aidé, rentré dans l'ordre`,
    failed: `^non, ne, pas, toujours, encore, mais, malheureusement, cependant, sauf, jamais, plus rien, besoin, veux, voudrais, merci de,
      s'il vous plaît, svp, faut, quand, si ça`,
    idle: 'pas de problème, pas de souci, plus de problème, plus de souci, aucun problème, aucun souci',
  },
  it: {
    yes: '^sì, ^si, ^certo',
    worked: `funziona, ora funziona, ha funzionato, risolto, si è risolto, sistemato, a posto, tutto bene, tutto ok, è andato, mi ha aiutato`,
    failed: `^no, non, ancora, ma, però, purtroppo, tuttavia, tranne, mai, serve, vorrei, voglio, per favore, deve, quando, finché`,
    idle: 'nessun problema, non c’è problema, nessun problema più',
  },
  nl: {
    yes: '^ja, ^jawel, ^jep',
    worked: `het werkt, werkt weer, werkt nu, werkt, heeft gewerkt, gelukt, is gelukt, opgelost, verholpen, in orde, alles goed, helemaal goed,
      heeft geholpen, doet het weer, doet het`,
    failed: `^nee, ^neen, niet, geen, nog, maar, helaas, echter, behalve, nooit, nodig, wil, graag, alsjeblieft, alstublieft, moet, als, tot`,
    idle: 'geen probleem, geen problemen, geen problemen meer',
  },
  pt: {
    yes: '^sim, ^claro, ^isso',
    worked: `funciona, funcionou, já funciona, está funcionando, deu certo, resolvido, resolveu, solucionado, consertado, tudo certo, tudo bem,
      tudo ok, ajudou`,
    failed: `^não, não, nao, ainda, continua, mas, porém, infelizmente, exceto, nunca, preciso, quero, por favor, deve, quando, até`,
    idle: 'sem problema, sem problemas, nenhum problema, não há problema',
  },
  ja: {
    yes: '^はい, ^ええ, ^うん',
    worked: `解決しました, 解決です, 直りました, 治りました, できました, 出来ました, うまくいきました, 動きました, 動いています, 使えるようになりました, 大丈夫です,
      問題ありません, 問題ないです, 届きました`,
    failed: `いいえ, いえ, まだ, ません, ない, けど, けれど, しかし, ですが, ましたが, お願い, ください, 下さい, ほしい, たら, でも`,
    idle: '問題ありません, 問題ないです, 問題ない',
  },
};
