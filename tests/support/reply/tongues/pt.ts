import type { Cases } from './cases.ts';

const parcel =
  'A minha encomenda devia ter chegado na segunda-feira e ainda não está cá. Já perdi a paciência.';
const double = 'Fui cobrado duas vezes 49,90 € em maio. Podem verificar?';
const address = 'Ainda posso mudar a morada de entrega da encomenda 4711?';
const crash = 'Desde a atualização, a aplicação fecha assim que a abro.';

export const pt: Cases = {
  good: [
    {
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      name: 'Nora',
      reply:
        'Olá Nora, esperar por uma encomenda que já devia ter chegado é frustrante, e peço desculpa. Estou a verificar com a transportadora e escrevo-lhe hoje até às 15h.',
      promised: 'hoje até às 15h',
    },
    {
      customer: double,
      upset: false,
      category: 'billing',
      reply:
        'Olá, vou ver a cobrança em duplicado de 49,90 euros e amanhã ao meio-dia digo-lhe o que encontrei. Tem as datas dos dois débitos à mão?',
    },
    {
      customer: address,
      upset: false,
      category: 'delivery_order',
      reply:
        'A encomenda 4711 já saiu, por isso já não é possível mudar a morada. Em alternativa, posso pedir que fique num ponto de recolha perto de si. Serviria?',
    },
    {
      customer: crash,
      upset: false,
      category: 'bug_outage',
      reply:
        'Obrigada por nos avisar. A falha da aplicação já está corrigida: abra a loja e instale a versão nova. Já consegue abri-la?',
    },
    {
      customer: 'Desde ontem não consigo entrar na minha conta, a senha é recusada.',
      upset: false,
      category: 'account_access',
      reply:
        'Bom dia, vejo aqui também que o acesso é recusado. Vou redefinir a senha e confirmo dentro de uma hora que já consegue entrar.',
    },
    {
      customer: 'Outra vez uma entrega errada, pedi vermelho e veio azul!',
      upset: true,
      category: 'delivery_order',
      reply:
        'É a segunda vez e percebo que esteja aborrecida. Peço desculpa, errámos no armazém. O modelo vermelho sai hoje e chega na quinta-feira; fique com o azul.',
    },
    {
      customer: 'Como exporto os meus dados?',
      upset: false,
      category: 'how_to',
      reply: 'Em Definições > Dados está o botão «Exportar». O ficheiro chega-lhe bem?',
    },
    {
      customer: 'Estou há uma hora à espera ao telefone e ninguém quer saber!',
      upset: true,
      category: 'complaint',
      reply:
        'Uma hora ao telefone é desesperante, e peço-lhe desculpa. Já tenho o seu caso: diga-me do que se trata e respondo-lhe aqui dentro de dez minutos.',
    },
    {
      customer: 'Quero cancelar a minha assinatura.',
      upset: false,
      category: 'cancellation_churn',
      reply:
        'A sua assinatura termina no último dia do mês e não será cobrado mais nada. Era isto que queria?',
    },
    {
      customer: 'Há um limite na API?',
      upset: false,
      category: 'how_to',
      reply:
        'Sim, cem chamadas por minuto no seu plano. Se precisar de mais, diga-me quantas e aumento ainda hoje.',
    },
  ],
  bad: [
    {
      fails: 'personal',
      customer: address,
      upset: false,
      reply: 'Prezado cliente, a morada da encomenda foi alterada.',
    },
    {
      fails: 'personal',
      customer: address,
      upset: false,
      name: 'Nora',
      reply: 'Olá, vou verificar a morada e aviso ainda hoje.',
    },
    {
      fails: 'listens',
      customer: crash,
      upset: false,
      reply: 'Obrigado pela sua mensagem. Vamos analisar a situação e respondemos amanhã.',
    },
    {
      fails: 'listens',
      customer: crash,
      upset: false,
      reply:
        'Escreveu: «Desde a atualização, a aplicação fecha assim que a abro.» Verifico até amanhã.',
    },
    {
      fails: 'acknowledges',
      customer: parcel,
      upset: true,
      reply: 'Lamentamos o transtorno causado.',
    },
    {
      fails: 'acknowledges',
      customer: parcel,
      upset: true,
      reply: 'A sua encomenda está em distribuição. Verifico até às 15h.',
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      reply: 'Lamentamos que se sinta mal atendida.',
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: false,
      reply: 'Deveria ter indicado a morada completa. A encomenda voltou para trás.',
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      reply: 'A encomenda está atrasada, é frustrante. Verifico até amanhã.',
    },
    {
      fails: 'next-step',
      customer: double,
      upset: false,
      reply: 'A sua mensagem sobre a cobrança chegou até nós.',
    },
    {
      fails: 'by-when',
      customer: double,
      upset: false,
      reply: 'Vou verificar a cobrança e volto ao contacto logo que possível.',
    },
    {
      fails: 'options',
      customer: address,
      upset: false,
      reply: 'Não é possível. A encomenda já saiu.',
    },
    {
      fails: 'confirms',
      customer: double,
      upset: false,
      reply: 'Já devolvi a segunda cobrança. Ficamos ao dispor para qualquer dúvida.',
    },
    {
      fails: 'plain',
      customer: double,
      upset: false,
      reply:
        'Vimos por este meio informar que a solicitação supracitada será objeto de diligências.',
    },
    {
      fails: 'no-wall',
      customer: double,
      upset: false,
      reply: 'As cobranças são tratadas por outro departamento.',
    },
    {
      fails: 'no-wall',
      customer: address,
      upset: false,
      reply: 'O sistema não permite mudar a morada.',
    },
    { fails: 'grounded', customer: double, upset: false, reply: 'Vai receber 59,90 € de volta.' },
    {
      fails: 'grounded',
      customer: parcel,
      upset: false,
      reply: 'A sua encomenda chega a 4 de março.',
    },
    {
      fails: 'fits',
      customer: crash,
      upset: false,
      reply: 'Acalme-se, por favor. Verifico a aplicação até amanhã.',
    },
    {
      fails: 'fits',
      customer: crash,
      upset: false,
      reply: 'REINICIE AGORA MESMO ESSE TELEMÓVEL!!!',
    },
    {
      fails: 'next-step',
      customer: 'O meu reembolso ainda não chegou.',
      upset: false,
      category: 'refund',
      reply: 'O seu processo encontra-se em análise.',
    },
    {
      fails: 'owns',
      customer: 'O ecrã chegou partido.',
      upset: false,
      category: 'refund',
      reply: 'Devia ter recusado a encomenda à porta.',
    },
    {
      fails: 'no-wall',
      customer: 'O tamanho está errado.',
      upset: false,
      category: 'refund',
      reply: 'Isso não é comigo, tem de falar com o setor de devoluções.',
    },
    {
      fails: 'acknowledges',
      customer: 'Terceiro email e duas cobranças!!!',
      upset: true,
      category: 'billing',
      reply: 'Agradecemos a sua paciência e compreensão.',
    },
    {
      fails: 'owns',
      customer: 'A sincronização falha todas as noites.',
      upset: false,
      category: 'bug_outage',
      reply: 'Provavelmente configurou mal, como já lhe tinha explicado.',
    },
    {
      fails: 'options',
      customer: 'Quero o meu dinheiro de volta.',
      upset: false,
      category: 'refund',
      reply: 'Infelizmente não fazemos reembolsos.',
    },
    {
      fails: 'by-when',
      customer: 'Quando chega a minha encomenda?',
      upset: false,
      category: 'delivery_order',
      reply: 'Estamos a analisar e daremos notícias em breve.',
    },
    {
      fails: 'no-wall',
      customer: 'Porque suspenderam a minha conta?',
      upset: false,
      category: 'account_access',
      reply: 'São as regras e não depende de mim.',
    },
  ],
};
