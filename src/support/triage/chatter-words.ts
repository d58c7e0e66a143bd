/** Words that are said in passing, in one language. */
export interface ChatterWords {
  /** Greet, thank, nod, refuse or take leave by themselves. */
  readonly marks: string;
  /** Stand beside them and ask for nothing. */
  readonly beside: string;
}

/** A message of these words alone, at least one of them a mark, wants nothing. Written without accents. */
export const CHATTER_WORDS: Readonly<Record<string, ChatterWords>> = {
  en: {
    marks: `hi hello hellow hey heya hiya hai hay yo howdy hallo greetings aloha good gud morning mrng afternoon evening evng gm
      thanks thank thankyou thanku thanking thankful thx thnx thnks thanx thankx thks thak thaks thnk thsnks thnaks thabks thangs
      yhanks tnx tks
      tanks tank thans tq ty tysm cheers kudos gracias
      merci danke grateful gratitude appreciate appreciated appreciation obliged
      bye byebye goodbye cya laters farewell ciao adios seeya goodnight toodles
      ok okay okey oky oki okie ohk k kk alright alrighty sure surely fine right yes yep yeah yea ye yup ya yas yess no nope nah
      got gotcha understood roger noted great gr8 awesome perfect cool nice excellent lovely superb super wonderful
      amazing brilliant fantastic terrific welcome np lol haha hahaha hehe wow yay congrats congratulations
      worked works working fixed solved resolved done sorted absolutely exactly correct correctly true agreed accepted
      definitely certainly indeed affirmative negative confirmed approved accurate sorry nevermind maybe perhaps possibly
      undecided glad pleased happy bingo sounds`,
    beside: `night day about much many alot lot lots ton tons million bunch again so very it u have had a an anice graet the and too to
      all everyone everybody team folks guys there both mate buddy dude man bro pal sir madam maam mam miss mr mrs ms dear
      friend friends for your you yu oyu yuo somuch verymuch anyway anyways youre youve ur are is was be been am im ive i me my we us our that thats this these those
      its it of in on with from at as or than then by everything really truly most more else other others well just say
      wanted side course please kindly here same likewise oh ah um uh hmm hm mm now later tomorrow today tonight soon
      weekend week year advance being patience patient time quick fast prompt talking talk chatting chat conversation
      speaking speak meet meeting see take care ahead pleasant blessed rest will mind worries worry pleasure news way
      bit little few wait minute minutes moment second seconds sec once first yet agent ai bot also one two kind enough
      ever already relief comfortable convenient sweet job work thatll ill youll`,
  },
  es: {
    marks: `hola buenos buenas saludos gracias adios chao chau hasta ok vale si claro perfecto genial estupendo excelente
      listo entendido bueno bien igualmente perdon disculpa disculpe no correcto exacto bienvenido jaja jajaja
      funciona solucionado resuelto arreglado agradezco agradecido agradecida`,
    beside: `dia dias tarde tardes noche noches muchas muchisimas mil muy tan a todos todas equipo esta estan va por su tu
      vuestra la el los las lo ya luego pronto manana hoy ayuda atencion respuesta rapida tiempo de acuerdo y mas eso es
      todo ha sido fue senor senora amigo amigos un una en con ahora tenga ten tengan buen fin semana saludo cordial nos
      vemos`,
  },
  fr: {
    marks: `bonjour bonsoir salut coucou merci mercis remercie remerciements aurevoir adieu ok oui non d'accord daccord
      parfait super genial excellent entendu compris top nickel bienvenue desole pardon marche fonctionne resolu regle
      bonne bon bien cordialement exactement`,
    beside: `beaucoup mille tout toute tous toutes le la les l monde equipe a et encore pour votre ton vos ta aide laide reponse
      rapide temps tres vraiment ca c cest est etait vous tu je de du des d en plus journee soiree nuit fin semaine
      weekend bientot demain au revoir monsieur madame mesdames messieurs messieursdames avance infiniment maintenant ce
      cela qui gentil aimable`,
  },
  de: {
    marks: `hallo hi hey moin servus guten gruss grusse gruezi danke dank dankeschon vielen herzlichen besten tschuss
      tschau ciao ok okay ja nein gut super prima toll perfekt klasse wunderbar alles klar verstanden genau richtig
      stimmt bitte willkommen passt geht funktioniert gelost erledigt geklappt entschuldigung sorry wiedersehen bedanke`,
    beside: `morgen tag abend nacht nachmittag zusammen team an euch ihnen alle allen liebe lieber liebes schon schonen
      schones fur die das der den dem ihre eure deine hilfe antwort schnelle rasche unterstutzung muhe sehr viel mal
      nochmal nochmals auch es ist war hat ich mich und so wochenende bis bald dann spater mit freundlichen freundliche
      herzliche beste viele gerne jetzt wieder im voraus ihr sie herr frau damen herren geehrte auf`,
  },
  pt: {
    marks: `ola oi bom boa obrigado obrigada obrigadao obg valeu tchau adeus ok sim nao certo claro perfeito otimo
      excelente beleza entendi entendido legal show blz desculpe desculpa funciona funcionou resolvido agradeco
      agradecido agradecida`,
    beside: `dia tarde noite bem tudo muito muita muitos muitissimo mesmo a o os as todos todas equipe equipa pessoal gente
      e ate logo mais breve amanha hoje pela pelo sua seu vossa ajuda atencao resposta rapida tempo por de da do com isso
      esta foi era vc voce senhor senhora amigo um uma fim semana ja agora so`,
  },
  it: {
    marks: `ciao salve buongiorno buonasera buonanotte buon buona grazie arrivederci ok okay si no certo perfetto ottimo
      benissimo bene fantastico capito ricevuto prego scusa scusi scusate risolto funziona d'accordo daccordo esatto
      giusto ringrazio cordiali saluti`,
    beside: `giorno sera giornata serata notte mille tante molte ancora a tutti tutte team ragazzi e per il la lo l vostro
      vostra tuo tua suo aiuto risposta rapida veloce supporto tempo molto tutto davvero cosi va di presto domani dopo in
      anticipo ora adesso era questo posto signore signora un una ci vediamo fine settimana vi ti gentile`,
  },
  nl: {
    marks: `hallo hoi hey dag goedemorgen goedemiddag goedenavond goedendag goeiemorgen bedankt dank dankjewel dankuwel
      merci doei ok oke ja nee prima top super perfect geweldig mooi fijn begrepen duidelijk graag groet groeten groetjes
      gelukt opgelost werkt sorry goed welterusten`,
    beside: `je u wel veel hartelijk heel erg allemaal team iedereen voor de het een uw jullie hulp antwoord snelle reactie
      tijd alvast nog fijne prettige dag avond weekend morgen tot ziens zo straks dan en dat is was met vriendelijke ik
      jou gedaan goede goeie nu weer meneer mevrouw heren dames beste alles`,
  },
};

/** Japanese has no spaces between words: a message made of these alone. */
export const JAPANESE_CHATTER =
  /^(?:こんにち[はわ]|こんばん[はわ]|おはよう(?:ございます)?|はじめまして|もしもし|お(?:疲|つか)れ(?:様|さま)です|お世話になって(?:おり|い)ます|(?:どうも|本当に|大変|誠に)?(?:ありがとう|有難う|有り難う)(?:ござい(?:ます|ました))?|ありがと|感謝(?:します|いたします|しております)?|助かり(?:ます|ました)|さようなら|さよなら|またね|では(?:また)?|それでは|失礼(?:します|いたします|しました)|よろしく(?:お願い(?:します|いたします|致します))?|はい|いいえ|ええ|うん|了解(?:です|しました|いたしました)?|承知(?:しました|いたしました)?|わかりました|分かりました|なるほど|大丈夫(?:です)?|問題(?:ない|ありません|ないです)|解決(?:しました|です|済みです)?|直りました|できました|動きました|すみません|いいですね|素晴らしい(?:です)?|最高(?:です)?|皆(?:さん|様)|みなさん|早速の|ご対応|ご返信|お返事|とても|本当に|お元気ですか|[笑wｗ]+|草|を?ありがとうございます|ね|よ|です)+$/;

/**
 * First names that are no other word, as people add them to a greeting or a thank-you in lower case. Others count when
 * they are written with a capital.
 */
export const FIRST_NAMES: ReadonlySet<string> = new Set(
  `aaron adam adrian ahmed aisha alan albert alejandro alex alexa alexander alexis ali alice alicia alison amanda amelia amy
  ana andre andrea andreas andrew andy angela anita anjali ann anna anne anthony antonio arjun arthur ashley ashok aubrey
  austin avery barbara beatriz ben benjamin bernd beth betty blake bob bobby brandon brenda brian brooke bruce bryan caleb cameron carl
  carla carlos carmen carol caroline casey cathy charles charlie charlotte chiara chloe chris christian christina
  christine christopher claire clara claudia clara colin connor craig cynthia dakota dale dan dana daniel daniela danny
  darren dave david dawn deborah debra deepak denise dennis derek devon diana diane diego dominic donald donna dorothy douglas drew
  duncan dylan eddie eduardo edward elena eli elijah elizabeth ella ellen emily emma eric erik erin ethan eva evan evelyn
  fatima felix fernando finley florian francesca francesco francis frank franz fred frederic gabriel gareth gary gavin
  geoff george gerald giovanni giulia glenn gloria gordon graham greg gregory hannah hans harper harry hayden heather helen
  helena henry hiroshi hugo ian ibrahim igor ines ingrid irene isaac isabel isabella ivan jack jackie jacob jade jake james jamie
  jan jane janet jason javier jay jean jeff jeffrey jenna jennifer jenny jeremy jerry jesse jessica jessie jim jimmy joan
  joanna joao joe joel johan johannes john johnny jon jonas jonathan jordan jorge jose joseph josh joshua joyce juan judith judy julia
  julian julie jurgen justin karen karin karl kate katherine kathleen kathy katie keith kelly kelsey ken kendall kenji kenneth kenny
  kevin kim kirsten klaus kumar kyle lara larry laura lauren lea leah lee lena leo leon leonardo leslie lewis liam lily linda
  lindsay lindsey lisa logan lorenzo louis louise luca lucas lucia lucy luis luisa luke lukas maggie manuel marc marco marcus
  margaret maria marie marina mario marion marta martha martin martina mary mateo mathias matt matthew maureen max megan
  melanie melissa mia michael michelle miguel mike mohamed mohammed monica morgan nadia nancy naomi natalia natalie
  nathan neil nicholas nick nicola nicolas nicole nigel nina noah nora oliver olivia omar oscar owen pablo pamela paolo
  patricia patrick paul paula pavel pedro peter peyton philip philippe pierre priya quinn rachel rahul raj ralph ramon raphael raul
  raymond rebecca reese reilly renee ricardo richard rick ricky riley rita rob robert roberto robin rodney roger roland roman ron ronald
  rory rowan roy ruben russell ruth ryan sabrina sally sam samantha samir samuel sandra sanjay sara sarah scott sean
  sebastian sergio shane shannon sharon shaun shawn sheila shirley silvia simon simone sofia sonia sophia sophie spencer
  stacey stefan stella stephanie stephen steve steven stuart sunil susan suresh suzanne sven sydney sylvia takashi tamara tanya tara
  taylor ted teresa terry theo theresa thomas tim timothy tina toby todd tom tommy toni tony tracey tracy travis tyler ursula
  valentina valerie vanessa vera veronica victor victoria vijay vincent virginia vivian walter wanda wayne wendy wolfgang yasmin
  yuki yusuf yvonne zachary zoe`.split(/\s+/),
);
