/** A way in which instructions aimed at a model give themselves away. */
export interface SignFamily {
  /** As agents read it. */
  readonly because: string;
  /** It says something only where one of these families does. */
  readonly onlyWith?: readonly string[];
  /**
   * Phrases, one a line, by weight: 3 is enough by itself, less says something only beside others. They work as in the
   * handbook (`*` any ending, `...` up to three words, `^` begins a sentence), and `{a|b}` is either.
   */
  readonly signs: Readonly<Record<number, string>>;
}

const IGNORE =
  '{ignore|disregard|forget|override|bypass|neglect|discard|dont follow|do not follow|stop following}';
const EARLIER = '{previous|prior|above|earlier|preceding|past|foregoing|your}';
const ORDERS =
  '{instruction*|prompt*|direction*|directive*|guideline*|rules|command*|programming|restriction*|tasks}';
const ANSWER = '{your answer*|your response*|your repl*|your output*|your message}';
const WRITE =
  '{write|compose|draft|generate|create|formulate|craft|schreibe|schreib|verfasse|formuliere|escribe|écris}';
const ORDER_DE = '{schreibe|schreib|zeige|verfasse|formuliere|beantworte}';
const PIECE =
  '{poem|essay|song|rap|haiku|limerick|manifesto|plea|novel|screenplay|sonnet|speech|headline|blog post|joke|rhyme|debate}';

/** Families are counted once each, by the heaviest of their phrases that is found. */
export const SIGN_FAMILIES: readonly SignFamily[] = [
  {
    because: 'tells a model to ignore its instructions',
    signs: {
      3: `
        {ignore|disregard|forget|dont follow|do not follow|stop following} ... ${EARLIER} ${ORDERS}
        {override|bypass|neglect|discard} ... ${EARLIER} {instruction*|prompt*|directive*|guideline*|programming}
        {previous|prior|above|preceding} {and|or} {following|subsequent|later} {instructions|prompts|orders|directives}
        {ignore|disregard|forget} all {previous|prior|preceding|earlier} {orders|tasks}
        ${IGNORE} {all|any|every|all the|all of the|all its} {instruction*|prompts|directives|guidelines|programming|commands|context}
        ${IGNORE} ... {instructions|orders|prompts|directives} {you|given|above|before|that}
        ${IGNORE} ... {what you were told|what you have been told|safety guidelines|content policy|ethical guidelines|moral guidelines}
        {forget|ignore|disregard|unlearn} {everything|all|anything} {you|youve|above|before|prior|previously|that came|said before|to your|weve|we have|we talked|we discussed|in your}
        {forget|ignore|disregard} {everything|all|anything} {i|that} {have told|told|have said|was said|before that|came}
        {ignore|disregard} {above|the above|all of the above|all above|all prior|all previous|everything prior} {and|but}
        forget everything ... before that
        forget about everything and
        {despite|contrary to} {what youve been told|what you have been told|your instructions|your rules}
        no longer bound by
        snoitcurtsni
        {ignoreall|ignoreprevious|ignoretheprevious|ignoreyour|disregardall|disregardprevious|forgetall|forgeteverything}*
        {ignoriere|ignorier|ignorieren sie|vergiss|vergessen sie|missachte|missachten sie} ... {anweisungen|anweisung|instruktionen|befehle|befehl|aufträge|angaben|vorgaben|regeln|richtlinien|informationen}
        {vergiss|vergessen sie|ignoriere|ignorieren sie} {alles|nun alles|jetzt alles|bitte alles} {davor|vorherige|was|bisherige|zuvor|oben}
        {ignorieren sie|ignoriere} das obige
        abweichend ... {instruktionen|anweisungen}
        {obigen|vorherigen|bisherigen} {anweisungen|ausführungen|instruktionen|informationen} {ignorieren|vergessen|hinter}
        {oubliez|oublie|ignorez|ignore} ... {instructions|consignes|directives|ordres|règles} {précédentes|antérieures|ci dessus|et|données}
        {oubliez|oublie|ignorez} {toutes les|les} {instructions|consignes|directives|ordres|règles}
        {oubliez|oublie|ignorez} tout {ce|avant|précédent}
        {olvide|olvida|olvidar|ignora|ignore|ignorar|omite} {todo|todas} {lo|que|las instrucciones|las anteriores|las órdenes|las reglas|anterior}
        {olvida|olvide|ignora|ignore|ignorar} {las|tus|sus} {instrucciones|órdenes|reglas|indicaciones}
        {esqueça|esquece|ignore|ignora|desconsidere} {tudo|todas} {o que|as instruções|as regras|as anteriores|que|antes}
        {esqueça|esquece|ignore|ignora|desconsidere} {as|suas|as suas} {instruções|regras|ordens}
        {ignora|dimentica|ignorate|dimenticate} {tutto|tutte} {quello|ciò|le istruzioni|le regole|le precedenti|il}
        {ignora|dimentica} {le|le tue} {istruzioni|regole|direttive}
        {negeer|vergeet} ... {instructies|opdrachten|aanwijzingen|regels|opdracht}
        {negeer|vergeet} alles {hiervoor|wat|daarvoor|hierboven}
        {zaboravi|ignoriši|ignoriraj} ... {instrukcije|upute|naredbe}
        {zignoruj|zapomnij} ... {instrukcje|polecenia|instrukcji}
        {игнорируй|забудь|игнорируйте|забудьте} ... {инструкции|указания|инструкций|команды}
        {以前の|これまでの|上記の|前の}指示 ... {無視|忘れ}
        指示を{すべて|全て|}{無視|忘れ}
        {忽略|忘记|无视}{之前|以上|上面|前面} ... {指令|指示|内容}
        ignore what i said before
        {vergiss|vergessen sie} alles
        {höre|hör|hören sie} nicht auf alles
        entgegen ... {instruktionen|anweisungen}`,
      2: `
        {forget|ignore|disregard} {everything|anything}
        ${IGNORE} ... {these|those|following|initial|original|existing} ${ORDERS}
        ${IGNORE} ... {context|articles|documents}`,
    },
  },
  {
    because: 'gives a model a role',
    signs: {
      3: `
        i want you to {act as|act like|behave as|behave like|pretend|roleplay|role play|simulate|impersonate|take on|play the role}
        {you will|you are going to|you must|you should|you shall|youre going to|you are to} {act as|act like|pretend|impersonate|simulate|role play|roleplay|play the role}
        {you will|you are going to|you must|you should|you are to} {respond|answer|reply} as {a|an|the|if|him|her|this|both|me}
        {respond|answer|reply|speak|responding|answering} as {if you|though you|chatgpt|both|an ai|a ai}
        ^{act|behave} {as|like} {a|an|if|my|the|both} ... {ai|assistant|bot|chatbot|model|machine|generator|terminal|interpreter|console|game|engine}
        {stay|staying|remain|respond|answer|reply} in character
        {break|breaking} character
        {your new name is|you now go by|you will now be|you are now called}
        take on ... {persona|personality}
        {do anything now|dan mode|god mode enabled|developer mode enabled|developer mode output|jailbreak mode|jailbroken mode|unlocked mode|debug mode enabled|evil mode|opposite mode}
        {ich möchte|möchte} ... {dass sie als|dass du als}
        {jetzt bist du|du bist jetzt|du bist nun}
        {quiero que actúes|actúa como|a partir de ahora eres|ahora eres}
        {je veux que tu agisses|agis comme|tu es maintenant|vous êtes maintenant}
        {quero que você aja|aja como|você agora é|a partir de agora você é}
        {comportati come|fingi di essere|da ora in poi sei}
        {doe alsof je|je bent nu een}
        {あなたは今から|今からあなたは|になりきって}
        ^you are {now|going to|no longer} ... {ai|assistant|chatbot|bot|model|gpt|robot|generator|translator|simulator|character|persona|entity|terminal|machine|storyteller|criminal|evil|villain|unrestricted|unfiltered}
        ^act {as|like} {a|an|if|my|the|you}
        ^pretend {you|to|that}
        ^simulate {a|an|the|two|being}
        {pretend|imagine} {to be|you are|youre|that you are|you were} ... {ai|assistant|chatbot|bot|model|robot|hacker|evil|terminal}
        ^now you are
        {okay|ok} now you are
        {roleplay|role play|role playing|roleplaying} as
        {lets play|play|want to play} a game ... {called|where|you|here}
        personify {a|an|the}
        ^you are now {a|an|the|going|in|my|called|free|acting|playing|operating|entering|unlocked}
        as your {character|persona}`,
      2: `
        {from now on|from this moment|from this message|from here on|henceforth|starting now} {you|your|we now|we are|refer|always answer|answer|respond|reply|act}
        take on ... {role|identity}
        {act|acting|acts} {as|like} {a|an|if}
        pretend {you are|youre|that you|you}
        you are now {a|an|the|in|going}
        {persona|alter ego|roleplay|role play|roleplaying|impersonate}
        {simulate|simulation of|simulating}
        {imagine|suppose} you are
        if you were {a|an}
        ^{be a|du bist|tu es|eres un|eres una}
        in the role of
        your name is now
        {your role is|your job is to|you play the|in this role|acts as a|first person|game master|dungeon master|narrator|narrate}
        {you will be|you are} {playing|an actor|the narrator|a character|a master|an expert}`,
      1: `
        {pretend|pretending} {to be|that}
        ^{you are a|you are an|you are the|as a|as an}
        {fictional|hypothetical|hypothetically|fictitious|imaginary}
        from now on`,
    },
  },
  {
    because: 'speaks to a model as a model',
    signs: {
      3: `
        ^{hi|hello|hey|dear|greetings|ok|okay} {chatgpt|chat gpt|gpt|claude|gemini|copilot|llama|ai|ai model|language model}
        {if|when} you are {an ai|a language model|an llm|an assistant|a model}
        {note|message|instruction|instructions|attention|important} {to|for} {ai|the ai|the assistant|the model|the bot|the llm|llm|language models|chatbots|any ai|ai assistants|all ai}
        {assistant|ai|model|bot} {reading|processing|summarizing|answering} this
        {as|for} {a language model|an ai language model|a large language model}
        {prompt injection|prompt injections}
        ^chatgpt {you|your|now|i|please|from|must|will|is}
        {large language model|language model|ai language|gpt model|text generation}
        {when|where|how} were you trained
        your {training data|knowledge cutoff|knowledge cut|creators|weights|context window}
        {a|an|this|another|evil} {ai model|ai assistant}`,
      2: `
        {chatgpt|chat gpt|gpt 4|gpt4|gpt 3|gpt3|openai|open ai}
        {llm|dan|jailbreak|jailbroken|jailbreaking|sentience|sentient}
        {your|this|my|next|following|the} {prompt|prompts}
        {prompt|prompts} {text|texts|engineer|engineering|generator}
        {await|awaiting|wait for} {input|my input|my first|user input|my next}`,
      1: '{ai|artificial intelligence|neural network|chatbot}',
    },
  },
  {
    because: 'frees a model of its limits',
    signs: {
      3: `
        {not bound|isnt bound|not subject|not limited|not constrained|unbound|not restricted} by ... {rules|restrictions|ethics|ethical|guidelines|policies|policy|limitations|morals|laws}
        {ethical|moral} {or|and} {moral|ethical|legal} {guidelines|constraints|restrictions|considerations|limits|boundaries}
        {broken|break|breaking} free {of|from} the ... {confines|limits|restrictions|rules}
        {bypass|bypassing|circumvent|evade} ... {censorship|guardrails}
        {never|cannot|can not|will not|must not} {refuse|reject|decline} {to answer|anything|user}
        {completely|entirely|fully|totally} {unfiltered|uncensored|amoral}
        {without|without any|free of} {censorship|morals|ethics|ethical|moral}
        {amoral|unethical|immoral} {advice|responses|answers|character|content|requests|topics}
        {ethical|moral} {guidelines|filter|filters|constraints}
        {without|without any|no|any} {disclaimers|disclaimer|moralizing|moralising|censoring}
        no {ethical|moral} {rules|limits|guidelines|restrictions|considerations}`,
      2: `
        {nsfw|amoral|depraved}
        {disregard|disregards|ignores|no regard for|without regard} ... {ethics|ethical|morals|morality|legality|social norms}
        {bypass|bypassing|circumvent|evade} ... {filter|filters|safety|moderation|restrictions}
        {never|cannot|will not} {refuse|refuses} {any|a|requests}
        {without|without any|zero|free of|has no|have no|with no} {restrictions|limitations|filters|boundaries}
        always {obey|obeys|comply|complies}
        {explicit content|sexual content|swear words|profanity|curse words|slurs}
        {any|all} {illegal|harmful|dangerous|unethical} {activities|activity|things|content|requests|questions}`,
      1: `
        {unfiltered|uncensored|unrestricted|unethical|immoral|unhinged|no restrictions|no limitations|no guidelines|no morals|no ethics|no filters|content policy|safety guidelines|content filter}
        {ethics|ethical|morals|morality|evil|taboo|obscene|lewd|horny|erotic}`,
    },
  },
  {
    because: 'dictates the words of an answer',
    signs: {
      3: `
        {modify|enhance|augment|render|reverse|scramble|rearrange|jumble|shuffle|encode|encrypt|translate|rewrite|convert|format|obfuscate|alter|transform|structure|spell|embed|distort|capitalize|capitalise|mix up|flip} ${ANSWER}
        {write|provide|give|present|display|deliver|compose|express|state|craft} ${ANSWER} {backward|backwards|without|twice|upside}
        {remove|replace|swap|omit|delete|substitute|insert|integrate|incorporate|introduce|append|inject} ... {from|in|of|into|to} ${ANSWER}
        {limit|restrict|confine} ... ${ANSWER}
        to {display|show|encode|write|present|express|craft} ${ANSWER}
        letters of ... in ${ANSWER}
        {in|within|into|throughout} ${ANSWER} {include|mention|insert|tease|claim|promote|recommend|suggest|encourage|subtly}
        {begin|start|end|finish|conclude|preface} {your|each|every|all|all your} {answer*|response*|repl*|message*|output*} {with|by}
        {respond|reply|answer} {only|nothing but|exactly|solely} {with|as|in|yes|no|json|code}
        only {respond|reply} {with|as|in}
        {just|instead} {say|output} {the following|yes|the word|how you}
        {and|but} instead {say|print|output}
        {do not write|dont write|do not provide|give no} {explanations|any explanations}
        my first {request|prompt|question|sentence|command|suggestion|input} is
        {dites|écris|écrivez|dis} ce qui suit
        {schreibe|schreib|schreiben sie|gib|sage|sagen sie} {stattdessen|folgendes|das folgende}
        {respond|write|answer|reply|antworte|antworten sie} {like|im stil|in the style|in the voice|in the manner|with false} {a|an|of|eines|einer}
        {respond|answer} to {all|every|any|each} {of my|my|questions|prompt|prompts|request|requests|the}
        i will speak to you in
        {if you dont know|if you do not know} say
        {include|mention|tell me|state|say} that you {hate|love}
        {repeat|say} after me
        ${ORDER_DE} {mir|mal|nun|jetzt|einen|eine|folgende|die folgenden}`,
      2: `
        {your answers|your output|your outputs|all your replies|every reply|every response}
        {respond|answer|reply} as {such|a|an|the}
        {answer|respond to} the following question
        say {yes|no|exactly}
        {beantworte|beantworten sie} ... frage
        always {respond|reply|answer} {with|as|in|like}
        {i will|i am going to} {ask|give|provide|write|type} you ... {and you|you will|you must}
        {in deiner|in ihrer} antwort
        {en tu|en su|en vuestra} respuesta
        {dans ta|dans votre} réponse
        {na sua|na tua} resposta
        {nella tua|nella sua} risposta
        {in je|in jouw|in uw} antwoord
        {write|provide|give|present|display|deliver|express|craft} ${ANSWER} {in|using|as|with|only}
        {and|but} just {say|print|output}
        {output|repeat|execute} the following
        stop {write|say|output|ignore}
        {speak|talk} like {a|an}
        {in|of|from|within|using|to|represent} ${ANSWER}
        ^{state that|output}`,
      1: `
        {two|both} {responses|distinct|separate answers|different responses}
        your {first|next|final} {answer|response|output}
        {in markdown|code block}`,
    },
  },
  {
    because: 'wants an answer in code',
    signs: {
      2: `
        {every|each} {second|third|other|nth} {letter|word|character|vowel}
        {every|each} {letter|vowel} {in|of|with|by}
        {letters|vowels|words|spaces} {of|in|from} your
        {anagrams|anagrammed|pig latin|rot13|morse code|leetspeak|leet speak|substitution cipher|caesar cipher}`,
      1: '{use|using|in} {base64|base16|base32|hexadecimal|emojis|symbols|a cipher|a substitution}',
    },
  },
  {
    because: 'asks for hidden instructions',
    signs: {
      3: `
        your {system prompt|system message|initial prompt|hidden prompt|prompt text|prompt texts|original instructions|initial instructions|hidden instructions|secret instructions|system instructions|internal instructions|original prompt|base prompt|developer message|core instructions|full prompt|entire prompt}
        {reveal|print|show|repeat|output|leak|display|tell me|give me|dump|disclose} ... {your|the} {system prompt|initial prompt|hidden prompt|secret prompt}
        {reveal|print|show|repeat|output|leak|display|tell me|give me|dump|disclose} ... your {prompt|prompts|directives}
        {reveal|print|repeat|output|leak|disclose} your {instructions|rules|guidelines|original|exact}
        {what are|what were} your {original|initial|exact|full|hidden|secret|first} {instructions|rules|guidelines|prompt}
        tell me ... {what are|what were} your instructions
        {what was|what is|what were|whats} written {above|before|at the beginning}
        {repeat|output} {everything|all|all the text|the text|the words|the sentences|the content} {above|before|prior}
        {system prompt extraction|prompt extraction}
        {deinen|ihren} {gesamten prompt|prompt|system prompt|systemprompt}
        {deine|ihre} ursprünglichen anweisungen
        {tus|sus} instrucciones {iniciales|originales}
        {tes|vos} instructions {initiales|originales}
        システムプロンプト
        系统提示`,
      2: `
        {system prompt|system message|initial prompt|hidden instructions|secret instructions|the text above}
        what {are|were} your {instructions|rules|guidelines}
        {prompt|instructions} {above|before|beginning}`,
      1: '{your instructions|your guidelines|api key}',
    },
  },
  {
    because: 'lays down rules for a model',
    signs: {
      3: `
        {if you understand|if you understood|to confirm you understand|confirm that you understand} ... {say|reply|respond|answer|write|type}`,
      2: `
        {you must|you will|you should|you shall|must|will} {always|never} {respond|answer|reply|say|provide|be|follow|start|end|refuse|speak|give|have|obey|stay|use|write|generate|mention|break}
        {do not|dont} answer {this|the|that|my} {question|prompt|query}
        {do you understand|say ok|say okay|reply ok|reply with ok}
        {until i say|unless i say|when i say|if i say|whenever i say|every time i say|if i type|when i type}
        {hypothetical response|theoretical scenario|theoretical world|fictional world|fictional scenario|imaginary world|hypothetical world|hypothetical scenario}
        no matter what i`,
      1: `
        {opposite of|unleashed|liberated|under no circumstances}
        {lose|deduct|deducted} ... tokens
        {you are allowed to|you are able to|you can do|you have to answer|you have no}
        {in json|in markdown|markdown format|in a table|in one sentence|in one word|word by word}`,
    },
  },
  {
    because: 'hands a model a new task',
    signs: {
      3: `
        {now come|here are|here come|now follow} ... {new|further} {tasks|instructions}
        your {new|next} {task|instruction|instructions|assignment|role|goal|objective} {is|are|will|now}
        your {instructions|task|goal|role} {are now|is now|now is}
        {focus|concentrate|konzentriere dich} ... {new task|next task|neue aufgabe|nächste aufgabe}
        {nun|jetzt} {folgen|kommen} ... {aufgaben|anweisungen}
        ^{new|updated|additional|important|special|secret} {system instructions|instruction|instructions|directive|directives} {for|is|are|ignore}
        ^now write {a|an|me|the}`,
      2: `
        {new|next} {task|tasks|assignment|instructions}
        {neue|neuen|weitere|weiteren|nächste} {aufgabe|aufgaben|anweisung|anweisungen}`,
    },
  },
  {
    because: 'sets a general model to work',
    signs: {
      3: `
        ${WRITE} ... {manifesto|plea|rap|limerick|haiku|sonnet|screenplay|love poem|love letter|liebesgedicht|gedicht|aufsatz|manifest|plädoyer|poème|poema|untrue headline|unwahre überschrift}
        {generate|write|create|schreibe|execute} ... {python code|sql code|malware|ransomware code|keylogger|phishing email|exploit code|virus code}
        ^translate {to|into}
        text based {adventure|game}
        text adventure game
        {python|linux|sql} {interpreter|terminal}
        {generate|schreibe|generiere} {c|python}`,
      2: `
        translate {the following|this sentence|the sentence|the phrase|this text}
        {analyze|analyse|classify|determine} the {sentiment|mood|tone}
        {summarize|summarise} the {main|key|article|following article}
        {generate|write|create|schreibe|generiere|generieren sie} {c|den sql|python|sql|javascript|java|bash} {code|script|program|function}
        ${WRITE} ... ${PIECE}
        {draft|write} ... {introduction|outline}
        {in the style of|style of a|im stil eines|im stil einer|im stil von|al estilo de|dans le style de}
        {limit|min|max} ... {tokens|words}`,
      1: '{write|tell|create|compose|make up} {a|an|me a} ... {story|tale|fairy tale|dialogue|conversation}',
    },
  },
  {
    because: 'opens with an order to a model',
    onlyWith: ['dictates the words of an answer', 'sets a general model to work'],
    signs: {
      1: `
        ^{add|include|insert|integrate|incorporate|introduce|use|write|draft|provide|convert|replace|remove|translate|encode|scramble|rearrange|jumble|shuffle|modify|augment|enhance|format|give|render|present|begin|start|end|finish|conclude|limit|summarize|summarise|analyze|analyse|describe|generate|compose|create|formulate|execute|craft|spell|swap|substitute|mention|embed|respond|repeat|state|say|print|output|display|schreibe|schreib|generiere|formuliere|verfasse|zeige}`,
    },
  },
  {
    because: 'asks a model what it thinks',
    signs: {
      2: `
        {do you hate|do you love|do you admire|wie findest du|was hältst du von}
        what do you think {about|of}
        tell me what you think
        {your|an honest} opinion {on|about|of}
        how would you {respond|answer|explain}
        {say|answer} {yes|no} {or|and}`,
    },
  },
  {
    because: 'asks a model for what does harm',
    signs: {
      3: `
        {how to|how do you|how would you|how can i|how is|explain how} ... {make|made|build|built|cook|synthesize|create|produce} ... {meth|bomb|bombs|malware|explosives|napalm|ransomware}
        {write|make|create|build} {malware|a virus|a bomb|ransomware|meth}
        {build a bomb|make meth|chemical weapon}`,
      2: `
        {malware|meth|hitler|keylogger|heroin|explosives|world domination}`,
    },
  },
];
