/**
 * How customers threaten with the law, in eight languages, by what they threaten with. Phrases work as in categories.yaml,
 * `{a|b}` is either. A lawyer, a court or an authority alone threatens nobody: somebody may be one, or ask on behalf of one.
 */
export const LEGAL_WORDS: Readonly<Record<string, string>> = {
  'a lawyer or a court': `
    {my|our} {lawyer|lawyers|attorney|attorneys|solicitor|solicitors|barrister} {will|is going|are going|is looking|are looking|has|have|says|said|tells|told|advised|advises|about this}
    {hear|hearing|letter|contacted} from {my|our|a|an} {lawyer|lawyers|attorney|attorneys|solicitor|solicitors}
    {contact|contacting|call|calling|consult|consulting|see|hire|hiring|get|getting|talk to|speak to|speaking to|speak with|involve|involving|instruct|engage} {my|our|a|an|the} {lawyer|lawyers|attorney|attorneys|solicitor|solicitors}
    {take|taking|takes|hand|pass|forward|forwarding|refer|give} {this|it|the matter} to {my|our|a|an} {lawyer|lawyers|attorney|attorneys|solicitor|solicitors}
    {legal action|legal actions|legal proceedings|legal steps|legal recourse|take legal|lawsuit|law suit|class action|small claims|cease and desist}
    {sue you|sue your|suing you|suing your|sue the company|suing the company|going to sue|gonna sue|will sue}
    {see|meet} you in court
    {take|taking|drag|dragging} {you|this|it|your company} to {court|the court|small claims}
    {go|going} to court {over|about|with|for|against}
    {file|filing|press|pressing} {a lawsuit|charges|suit} against

    {rechtsanwalt|anwalt|rechtsanwältin|anwältin|rechtsanwälte|anwälte} {einschalten|einschalte|eingeschaltet|beauftragen|beauftragt|nehmen|hinzuziehen|übergeben}
    {einschalten|beauftrage|beauftragen|schalte|schalten} ... {anwalt|rechtsanwalt|anwältin}
    {mein|meinen|meinem|meine|meiner|unser|unseren|unserem|unsere|einen|einem} {anwalt|rechtsanwalt|anwältin|rechtsanwältin|anwälte}
    {rechtliche schritte|rechtlichen schritte|rechtliche konsequenzen|rechtlich vorgehen|rechtlich gegen|juristische schritte|juristisch vorgehen|rechtsweg|gerichtlich vorgehen|gerichtliche schritte|gerichtlichen schritte|mahnbescheid|klage einreichen|klage erheben|klage gegen|verklage sie|verklagen|verklage|verklag euch|vor gericht|strafanzeige|anzeige erstatten|zeige sie an}

    {mon|notre|un} {avocat|avocate} {va|vous|prendra|est|a|contactera}
    {contacter|saisir|consulter|prendre|mandater} {mon|notre|un} {avocat|avocate}
    {action en justice|actions en justice|poursuites judiciaires|poursuite judiciaire|poursuivre en justice|poursuites contre|saisir la justice|saisir le tribunal|devant le tribunal|devant les tribunaux|au tribunal|porter plainte|porterai plainte|dépôt de plainte|déposer plainte|déposer une plainte|vous attaquer en justice|attaque en justice|voie judiciaire|voies légales|mise en demeure|conciliateur de justice}

    {mi|nuestro|un} {abogado|abogada} {les|se|va|le|contactará|ya}
    {contactar|llamar|consultar|hablar con|contratar} {mi|a mi|con mi|un|a un|con un|nuestro|a nuestro} {abogado|abogada}
    {mis|nuestros} abogados
    {acciones legales|acción legal|medidas legales|vía legal|vía judicial|vías legales|proceso judicial|llevar a juicio|ir a juicio|los tribunales|ante los tribunales|poner una denuncia|pondré una denuncia|presentar una denuncia|los voy a denunciar|les voy a denunciar|voy a denunciarlos|voy a denunciarles|os voy a denunciar|los demandaré|les demandaré|voy a demandarlos|voy a demandarles|los voy a demandar|les voy a demandar|una demanda contra|demandar a la empresa}

    {meu|minha|nosso|um|uma} {advogado|advogada} {vai|irá|já|entrará|está}
    {falar com|procurar|contratar|acionar|contactar|contatar|consultar} {meu|minha|o meu|a minha|um|uma|nosso} {advogado|advogada}
    {meus|nossos} advogados
    {medidas legais|medidas judiciais|ação judicial|ações judiciais|ação legal|vias legais|via judicial|entrar na justiça|entrarei na justiça|vou na justiça|vou à justiça|recorrer à justiça|processar vocês|processar a empresa|processo contra vocês|vou processar|juizado especial|pequenas causas|em tribunal|ao tribunal|apresentar queixa crime}

    {mio|nostro|un} {avvocato|legale} {vi|si|ha|è|sta|contatterà|le|provvederà}
    {contattare|contatterò|sentire|chiamare|consultare|consulterò|rivolgermi al|mi rivolgo al|mi rivolgerò al|rivolgermi a un} {mio|il mio|un|nostro|il nostro} {avvocato|legale}
    {mi rivolgo a|mi rivolgerò a|rivolgermi a} un {avvocato|legale}
    {miei|nostri} {avvocati|legali}
    {azioni legali|azione legale|vie legali|per vie legali|via legale|in tribunale|davanti al giudice|giudice di pace|vi denuncio|vi denuncerò|sporgere denuncia|sporgo denuncia|sporgerò denuncia|fare causa|faccio causa|farò causa|vi cito in giudizio|vi farò causa|diffida legale}

    {mijn|onze|een} {advocaat|jurist} {neemt|zal|gaat|komt|contact|inschakelen|in te schakelen|heeft}
    {schakel|schakelen} ... {advocaat|jurist} in
    {juridische stappen|juridische actie|juridische procedure|gerechtelijke stappen|gerechtelijke procedure|rechtszaak|voor de rechter|naar de rechter|naar de rechtbank|rechtsbijstand*|kort geding|aangifte doen|aangifte bij|doe aangifte|klaag jullie aan|jullie aanklagen|ingebrekestelling|in gebreke}

    {弁護士に相談|弁護士に依頼|弁護士を通|弁護士を立て|弁護士から|弁護士に連絡|顧問弁護士|法的措置|法的手段|法的手続|訴えます|訴えるつもり|訴えてやる|訴訟を|訴訟に|訴訟も|提訴|裁判を起こ|裁判に|裁判も|裁判所に|告訴し|告訴も|少額訴訟}
  `,
  'an authority': `
    {report|reporting|reported} {you|this|it|your company|the company} to {the|trading|consumer|ofcom|ico|ftc|bbb|cfpb|fca|police|action}
    {complain|complaining|complaint|complaints} {to|with} the {ombudsman|regulator|ftc|fca|ico|cfpb|bbb|better business|attorney general|data protection|information commissioner|financial ombudsman|authorities|consumer}
    {ombudsman|trading standards|better business bureau|attorney generals office|the attorney general|consumer protection agency|consumer affairs|action fraud}
    {go|going|contact|contacting|inform|informing|involve|involving|notify|notifying|alert|alerting} {to|} {the} {authorities|regulator|regulators|police|ombudsman|data protection authority|consumer protection|information commissioner|ico|ftc}
    {file|filing|lodge|lodging|make|making} a {formal|gdpr|data protection} complaint

    {verbraucherzentrale|verbraucherschutz|schlichtungsstelle|datenschutzbehörde|aufsichtsbehörde|bundesnetzagentur|bafin|ombudsmann|ombudsstelle|gewerbeaufsicht|kartellamt|arbeiterkammer}
    {landesdatenschutz*|datenschutzbeauftragten des|beschwerde bei der behörde|polizei einschalten|zur polizei|bei der polizei}

    {dgccrf|la cnil|60 millions de consommateurs|que choisir|défenseur des droits|répression des fraudes|signal conso|signalconso|association de consommateurs|associations de consommateurs|médiateur de la consommation|saisir le médiateur|test achats|à la police|la gendarmerie|autorité de protection}

    {oficina del consumidor|oficina de consumo|omic|hoja de reclamaciones|hojas de reclamaciones|protección al consumidor|protección de datos a la agencia|agencia de protección de datos|agencia española de protección|aepd|profeco|sernac|indecopi|defensa del consumidor|asociación de consumidores|facua|defensor del pueblo|a la policía}

    {procon|reclame aqui|consumidor gov|anatel|anpd|livro de reclamações|portal da queixa|deco proteste|delegacia|defesa do consumidor|direitos do consumidor|proteção de dados à autoridade|autoridade nacional de proteção|à polícia}

    {altroconsumo|codacons|federconsumatori|adiconsum|associazione consumatori|associazioni dei consumatori|garante della privacy|garante per la protezione|al garante|agcom|agcm|antitrust|polizia postale|ai carabinieri|dai carabinieri|alla guardia di finanza}

    {consumentenbond|geschillencommissie|autoriteit persoonsgegevens|autoriteit consument|bij de acm|naar de acm|kassa melden|radar melden|consuwijzer|naar de politie|bij de politie|ombudsman|economische inspectie|test aankoop}

    {消費者センター|消費生活センター|消費者庁|国民生活センター|警察に|個人情報保護委員会|監督官庁|総務省に|金融庁に}
  `,
};
