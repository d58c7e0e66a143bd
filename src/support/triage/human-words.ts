/** How people of one language ask for a person. Written without accents and apostrophes. */
export interface AskingWords {
  /** To speak with. */
  readonly reach: string;
  /** To be handed to: only with "me" behind. */
  readonly hand?: string;
  /** To want: only where the person is all that is wanted. */
  readonly want: string;
  /** May stand between such a word and the person. */
  readonly between: string;
  readonly person: string;
  /** Whether the verb may come last: "mit einem Menschen sprechen". */
  readonly verbLast?: true;
  /** What asks for a person, or a call from one, by itself: phrases as in categories.yaml. */
  readonly phrases: string;
}

export const ASKING_WORDS: Readonly<Record<string, AskingWords>> = {
  en: {
    reach: `speak speaking speek talk talking tlk chat chatting chating chtting contact contacting contct ocntact reach reaching directed
      escalated transferred connected`,
    hand: 'connect transfer put pass get give hand refer direct forward send switch redirect bring uirect',
    want: 'want wanna need prefer require gimme get',
    between: `to with wit wiht w a an the your my some any one of our another different other alternative live real actual normal
      proper human next available directly in fucking damn bloody please just customer service support sales bank non
      robotic me us through over on somebody someone speak talk speaking talking chat senior higher account technical tech
      qualified nice competent single line from responsible`,
    person: `human humans hunan humna person agent agents agnet aent someone somebody anyone anybody representative representatives rep reps
      operator operators advisor adviser assistant manager supervisor boss staff employee employees worker reception
      receptionist specialist technician colleague consultant executive teammate`,
    phrases: `someone to talk to, somebody to talk to, person to talk to, someone there to talk to, someone i can talk to,
      someone i can speak to, someone i can speak with, somebody i can talk to, anyone i can talk to, anyone i can speak to,
      get someone to, get somebody to, someone else on the line, help from an agent, help from a human, answer from a human, answer from a person, reply from a human,
      refund from an agent, talk to real people, speak to real people, would like a human, would like a person, would like an agent, id like a human,
      id like a person, transfer me to, transfer us to, transfer me through, put me through, put us through, connect me to,
      connect me with a, pass me to, pass me on to, hand me over, put me in touch, put me in contact, someone real, stop the bot, no bots, no more bots, not a bot please,
      talking to bots, talking to a bot, talking to a machine, talking to a robot, talking to machines, talk to a machine,
      talk to a bot, talk to a robot, talk to this bot, talk to bots, with a machine, with a robot, with a bot, sick of this bot,
      bot is useless, bot is stupid, bot is dumb, bot doesnt understand, bot does not understand, bot isnt helping,
      bot is not helping, dont want to talk to you, do not want to talk to you, am i talking to a human, a human to help,
      give me a call, give us a call, call me back, call us back, phone me, ring me, want a callback, request a callback,
      need a callback, get a callback, have a callback, like a callback, schedule a call, someone call me, someone call us,
      someone please call, somebody call me, number i can call, someone i can call, someone to call, phone call with you,
      escalate this, escalate my, human help please, human support, human assistance, is there a human, is there a real person,
      is there a person there, any humans here, actual human please, have a human review, have a person review, have someone review, human review, human to review,
      human look at, person look at`,
  },
  es: {
    reach: `hablar hablo hable hablarle conversar chatear comunicarme comunicar comuniqueme comunicame contactar contactarme
      pasame paseme pasarme pasenme transferirme transfierame transfiereme transferidme conectarme conecteme derivame
      deriveme atienda atender`,
    want: 'quiero necesito quisiera prefiero deseo busco',
    between: `con a al un una el la los las otro otra su sus tu me directamente por favor alguna algun real de ser del
      verdadero verdadera autentica y hablar que`,
    person: `persona personas humano humana agente agentes alguien operador operadora representante asesor asesora encargado
      encargada gerente supervisor supervisora responsable ejecutivo empleado empleada tecnico`,
    phrases: `llamame, llamadme, llamenme, llameme, me pueden llamar, me puede llamar, me puedes llamar, pueden llamarme,
      puede llamarme, puedes llamarme, que me llamen, que me llame, atencion humana, no quiero hablar con un bot,
      no quiero un bot, no quiero hablar con una maquina, hablar con un robot`,
  },
  fr: {
    reach: `parler parle discuter echanger contacter joindre passez passer mettre mettez mettre transferez transferer
      communiquer dialoguer`,
    want: 'veux voudrais souhaite besoin prefere',
    between: `a au avec un une le la l les de d du des moi nous directement vrai vraie reel reelle votre vos etre en relation
      contact parler me`,
    person: `quelquun humain humaine personne conseiller conseillere agent operateur operatrice responsable representant
      superviseur interlocuteur technicien collegue employe`,
    phrases: `appelez moi, rappelez moi, appelle moi, rappelle moi, me rappeler, mappeler, etre rappele, etre rappelee,
      quon me rappelle, pas a un robot, pas avec un robot, pas parler a un robot, pas parler a une machine,
      pas parler a un bot`,
  },
  de: {
    reach: `sprechen spreche reden rede telefonieren chatten kontaktieren erreichen verbinden verbunden verbinde
      weiterleiten durchstellen weitergeleitet schreiben`,
    want: 'brauche will mochte hatte wunsche bevorzuge',
    between: `mit einem einer einen eine ein der dem den die ihrem ihrer eurem eurer mir mich uns sie zu zum an lieber gern
      gerne bitte direkt echten echter echte richtigen realen menschlichen kann kannst konnte darf ich wirklich endlich
      anderen mal`,
    person: `mensch menschen person mitarbeiter mitarbeiterin mitarbeitern jemand jemandem jemanden berater beraterin agenten
      agent kollegen kollegin kundenberater kundenbetreuer ansprechpartner vorgesetzten manager sachbearbeiter techniker`,
    verbLast: true,
    phrases: `kann mich wer anrufen, kann mich jemand anrufen, kann mich bitte jemand anrufen, kann jemand anrufen, rufen sie mich, rufen sie uns, ruft mich, ruf mich, ruckruf, mich anrufen, mich zuruckrufen, uns zuruckrufen,
      nicht mit einem bot, nicht mit einer maschine, nicht mit einem roboter, kein bot, keinen bot`,
  },
  pt: {
    reach: `falar falo fala conversar contatar contactar passa passe passar transfere transfira transferir transferido
      comunicar chatear encaminhe encaminhar`,
    want: 'quero preciso queria gostaria prefiro',
    between: `com um uma o a os as ao para pra seu sua outra outro alguma algum de do da me real humano verdade ser
      directamente diretamente por favor falar que`,
    person: `atendente atendentes pessoa pessoas humano humana alguem agente operador operadora representante gerente
      supervisor supervisora responsavel funcionario funcionaria consultor consultora tecnico`,
    phrases: `me ligue, me liguem, me liga, ligue me, liguem me, ligar para mim, ligue para mim, me ligar, uma ligacao de voces,
      atendimento humano, nao quero falar com um robo, nao quero falar com robo, nao quero falar com uma maquina`,
  },
  it: {
    reach: `parlare parlo parlar contattare passatemi passami passarmi passi mettermi mettetemi mettimi comunicare chattare
      collegatemi trasferitemi trasferiscimi`,
    want: 'voglio vorrei preferisco bisogno serve desidero',
    between: `con un una uno a al l il la vostro vostra di d in contatto vero vera reale qualche direttamente per favore
      essere parlare altro altra`,
    person: `operatore operatrice persona umano umana qualcuno agente responsabile consulente rappresentante addetto addetta
      supervisore manager tecnico`,
    phrases: `chiamatemi, richiamatemi, chiamami, richiamami, potete chiamarmi, potete richiamarmi, puo chiamarmi,
      essere richiamato, essere richiamata, essere chiamato, non voglio parlare con un bot, non voglio parlare con un robot,
      non voglio parlare con una macchina, assistenza umana`,
  },
  nl: {
    reach: `spreken spreek praten praat chatten contact doorverbinden doorverbonden verbinden`,
    want: 'wil nodig graag liever',
    between: `met een de het aan echt echte menselijke uw jullie ik mij me kan kunnen mag wil graag liever gewoon direct
      opnemen hebben van andere levende te`,
    person: `medewerker medewerkers mens mensen persoon iemand agent collega manager leidinggevende vertegenwoordiger
      adviseur klantenservicemedewerker operator`,
    verbLast: true,
    phrases: `bel mij, bel me, terugbellen, teruggebeld, mij bellen, me bellen, niet met een bot, niet met een robot,
      niet met een machine, geen bot`,
  },
};

/** Japanese has no spaces between words. */
export const JAPANESE_ASKING =
  /(?:人間|担当者|担当の方|オペレーター?|スタッフ|責任者|上司|係の人|係員|(?<![友他本知恋個大主新美殺犯])人)(?:の方|の人)?(?:と|に|へ)(?:直接)?(?:話|はな|お話|相談|つな|繋|代わ|替わ|かわ|変わ|連絡|チャット|対応)|(?:人間|担当者|オペレーター?|スタッフ|責任者)(?:を|に)?(?:お願い|出し|呼ん|呼び|代わっ|替わっ)|電話(?:を)?(?:ください|下さい|して|が欲しい|がほしい|お願い)|折り返し|有人(?:対応|チャット|サポート)/;
