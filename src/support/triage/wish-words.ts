/** What customers of one language write to say what would settle the matter. Phrases as in categories.yaml, without accents. */
export interface WishWords {
  readonly refund: string;
  readonly fix: string;
  readonly apology: string;
  /** Says that something was charged twice: what is wanted then is the second sum. */
  readonly chargedTwice: string;
  /** Begin a question whose answer is what is wanted. */
  readonly asking: string;
}

export const WISH_WORDS: Readonly<Record<string, WishWords>> = {
  en: {
    refund: `refund, refunds, refunded, refunding, money back, want my money, give me my money, need my money, return my money, reimburse*, compensat*, chargeback, charge back,
      reverse ... charge, reverse ... payment, reverse ... transaction, credit me, want ... back the money,
      credit back, rebate, restitution, get ... pounds back, get ... dollars back, want ... pounds back, want ... dollars back,
      return ... money, pay me back, give me back, charge* ... reversed, fee ... reversed, amount reversed, transaction reversed,
      payment reversed, put back in my account, put back into my account`,
    fix: `fix it, fix this, fix that, fix the, fix my, fix your, fixed asap, get it fixed, be fixed, get this fixed, please fix,
      want it to work, want this to work, needs to work, need it to work, need this to work, make it work, get it working,
      get this working, working again, work again, up and running, sort it out, sort this out, sort that out, get it sorted,
      get this sorted, solve this, solve it, solve my, solve the, solve our, resolve this, resolve it, resolve my, resolve the,
      resolve our, be resolved, get this resolved, repair, repaired, unlock my, unblock my, restore my, restore our,
      get back in, get back into, let me back in, let us back in, send a new one, send me a new, replacement, locked out, cant log in, cannot log in, cant login, cannot login,
      unable to log in, unable to login, cant sign in, cannot sign in, cant access, cannot access, cant get into, cannot get into,
      cant get in`,
    apology: `an apology, a apology, apologise, apologize, apologies from, say sorry, says sorry, said sorry, sorry from you,
      hear sorry`,
    chargedTwice: `charged twice, charged me twice, charged us twice, double charge*, billed twice, billed me twice, billed us twice,
      charged double, charged two times, duplicate charge*, duplicate payment*, paid twice, double payment, taken twice,
      deducted twice, debited twice, charged three times, double charged, charged more than once, charged multiple times, charged several times,
      more than one charge, two of the same charge*, same charge ... twice, charge ... twice, payment ... twice, transaction ... twice,
      duplicate* transaction*, duplicated payment, duplicated charge*, repeated charge*, charged too many times`,
    asking: `when will, when can, when do, when does, when is, when are, when should, whens, where is, where are, where do, where can,
      wheres, how do, how can, how to, how long, how much, how many, how does, how is, how should, what is, what are, what do,
      what does, what should, what time, what kind, what happens, whats, which, who is, who can, is there, are there, do you,
      does it, does the, is it possible, is it, can i, could i, may i, want to know, like to know, need to know, wondering,
      let me know, tell me, any update, any updates, any news, status of, information about, information on, info about,
      explain, confused about, where did, what was, what were, do i have, did i, do i need, is my, is the, are the, show me,
      list of, tell me more, ask about, more about, curious, am i able, will i, will it, will my, should i, whats the`,
  },
  es: {
    refund: `reembols*, devolucion ... dinero, devuelv* ... dinero, devolver* ... dinero, mi dinero, devuelvanme, compensacion,
      indemnizacion, reintegr*`,
    fix: `arregl*, que funcione, que vuelva a funcionar, solucion*, resuelv*, resolver*, repar*, desbloqu*, restaur*`,
    apology: 'una disculpa, disculpas, que se disculpen, pidan perdon',
    chargedTwice:
      'cobrado dos veces, cobraron dos veces, cobro doble, cobro duplicado, doble cargo, cargo duplicado, dos cargos',
    asking: `cuando, donde, como, cuanto, cuanta, cuantos, cual, cuales, que, quien, hay, es posible, puedo, quisiera saber,
      me gustaria saber, quiero saber, informacion sobre`,
  },
  fr: {
    refund: `rembours*, mon argent, rendez moi, dedommag*, indemnis*, restituer`,
    fix: `reparer, reparez, repare, corriger, corrigez, que ca marche, que ca fonctionne, que cela fonctionne, remarche,
      refonctionne, resoudre, resolvez, debloquer, debloquez, retablir, retablissez, reglez`,
    apology: 'des excuses, vos excuses, excusez vous, presenter des excuses, une excuse',
    chargedTwice: `debite deux fois, debitee deux fois, preleve deux fois, facture deux fois, factures deux fois, double prelevement,
      double debit, double paiement, paye deux fois`,
    asking: `quand, ou est, ou sont, ou puis, ou en est, comment, combien, quel, quelle, quels, quelles, est ce que, quest ce, puis je, peut on,
      y a t il, avez vous, jaimerais savoir, je voudrais savoir, informations sur`,
  },
  de: {
    refund: `geld zuruck, ruckerstatt*, zuruckerstatt*, erstatt*, mein geld, entschadig*, ruckzahl*, zuruckzahlen, gutschrift`,
    fix: `reparier*, beheb*, soll funktionieren, wieder funktioniert, wieder geht, wieder lauft, einfach funktioniert, zum laufen,
      losen sie, loesen sie, entsperr*, wiederherstell*, ersatz`,
    apology:
      'eine entschuldigung, entschuldigen sie sich, entschuldigung von, entschuldigung erwarte',
    chargedTwice: `zweimal abgebucht, doppelt abgebucht, zweimal berechnet, doppelt berechnet, zweimal belastet, doppelt belastet,
      doppelt bezahlt, zweimal bezahlt, doppelte abbuchung, doppelte zahlung, zweimal in rechnung`,
    asking: `wann, wo ist, wo sind, wo finde, wo kann, wie, wieviel, welche, welcher, welches, was ist, was kostet, was muss, wer, gibt es, kann ich,
      konnen sie mir sagen, ich wurde gerne wissen, mochte wissen, haben sie, ist es moglich, informationen zu, wohin`,
  },
  pt: {
    refund: `reembols*, estorn*, meu dinheiro, dinheiro de volta, devolv* ... dinheiro, devolucao ... dinheiro, ressarc*, indeniz*,
      compensacao`,
    fix: `consert*, arrum*, que funcione, que volte a funcionar, corrig*, resolv*, repar*, desbloque*, restaur*, solucion*`,
    apology: 'um pedido de desculpas, desculpas, se desculpem, retratacao',
    chargedTwice: `cobrado duas vezes, cobrada duas vezes, cobraram duas vezes, cobranca duplicada, cobranca em dobro, debitado duas vezes,
      paguei duas vezes, pago duas vezes`,
    asking: `quando, onde, como, quanto, quanta, qual, quais, quem, o que, tem como, e possivel, posso, gostaria de saber, quero saber,
      queria saber, informacoes sobre, ha`,
  },
  it: {
    refund: `rimbors*, miei soldi, soldi indietro, restitu* ... soldi, denaro indietro, risarc*, storn*`,
    fix: `ripar*, sistem*, che funzioni, torni a funzionare, correggere, correggete, risolv*, sblocc*, ripristin*, sostituzione`,
    apology: 'delle scuse, le scuse, vi scusiate, scuse da parte',
    chargedTwice: `addebitat* due volte, addebito doppio, doppio addebito, pagato due volte, fatturato due volte, due addebiti`,
    asking: `quando, dove, dov, come, quanto, quanta, qual, quale, quali, chi, che cosa, cosa, e possibile, posso, vorrei sapere,
      ce, informazioni su`,
  },
  nl: {
    refund: `geld terug, terugbetal*, mijn geld, terugstort*, vergoed*, restitutie, schadevergoeding, crediteren`,
    fix: `repar*, herstel*, weer werkt, moet werken, gewoon werkt, los ... op, oplossen, opgelost wordt, maak het, deblokkeer*, vervang*`,
    apology: 'excuses, een excuus, verontschuldig*',
    chargedTwice: `twee keer afgeschreven, dubbel afgeschreven, twee keer betaald, dubbel betaald, twee keer in rekening,
      dubbele betaling, dubbele afschrijving, twee keer gefactureerd`,
    asking: `wanneer, waar is, waar zijn, waar kan, waar vind, waar blijft, hoe, hoeveel, welke, wat is, wat kost, wat moet, wie, is er,
      kan ik, mag ik, zou graag willen weten, wil graag weten, wil weten, is het mogelijk, informatie over, hebben jullie`,
  },
};

/** Japanese has no spaces between words. */
export const JAPANESE_WISHES = {
  refund: /返金|払い戻し|返して(?:ほしい|ください|下さい)|弁償|補償/,
  fix: /直して|修理|修正して|動くように|使えるように|解決して|復旧/,
  apology: /謝罪|謝って|お詫び/,
  chargedTwice: /二重(?:に)?(?:請求|課金|引き落とし|決済)|2重請求|2回(?:請求|課金|引き落と)/,
  asking:
    /いつ|どこ|どう(?:すれば|やって|したら)|どのように|いくら|何(?:時|日|円|が|を)|教えて|知りたい|方法|[かの]？|[かの]\?|ますか|ですか|でしょうか/,
} as const;
