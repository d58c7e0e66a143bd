import { thingsOf, type Vocabulary } from './vocabulary.ts';

/** Things with their article, behind prepositions that do not merge with it. */
export const PORTUGUESE: Vocabulary = {
  beside: ' (…)',
  soon: 'assim que houver novidades',
  about: ' sobre …',
  with: ' com …',
  message: 'sua mensagem sobre …',
  both: 'suas duas perguntas',
  all: 'todas as suas perguntas',
  error: 'erro …',
  number: 'número …',
  numbered: [
    'pedido',
    'encomenda',
    'fatura',
    'reserva',
    'rastreio',
    'protocolo',
    'caso',
    'referência',
    'contrato',
    'compra',
  ],
  things: thingsOf(`o aplicativo: aplicativo, app, apps, aplicação
    o site: site, website
    a página: página, páginas
    o painel: painel, dashboard
    a exportação: exportação, exportar
    a importação: importação, importar
    o relatório: relatório, relatórios
    a API: api
    a integração: integração, integrações
    o login: login
    a busca: busca, pesquisa
    o servidor: servidor, servidores
    os arquivos: arquivo, arquivos, ficheiro, ficheiros
    o link: link, links
    o botão: botão
    as configurações: configurações, definições
    as notificações: notificação, notificações
    seus e-mails: email, emails, mail
    a agenda: agenda, calendário
    a sincronização: sincronização
    a atualização: atualização
    a câmera: câmera, câmara
    a tela: tela, ecrã
    a bateria: bateria
    seu celular: celular, telemóvel, telefone, iphone
    seu computador: computador, notebook, laptop
    a impressora: impressora
    o roteador: roteador, router, modem
    a conexão: conexão, internet, wifi
    os vídeos: vídeo, vídeos
    as fotos: foto, fotos
    o jogo: jogo
    seu perfil: perfil
    sua fatura: fatura, faturas, boleto
    seu cupom: cupom, cupão
    seu cartão: cartão
    seu pedido: pedido, pedidos, encomenda, encomendas
    seu pacote: pacote
    sua entrega: entrega
    seu reembolso: reembolso, estorno
    sua devolução: devolução
    sua passagem: passagem, bilhete, ingresso, ingressos
    sua reserva: reserva
    seu voo: voo
    o trem: trem, comboio
    o quarto: quarto
    sua bagagem: bagagem, mala
    sua transferência: transferência, pix
    seu pagamento: pagamento, pagamentos
    sua conta: conta
    sua senha: senha
    seu contrato: contrato
    sua assinatura: assinatura, subscrição
    seu plano: plano
    seu convite: convite
    seus dados: dados`),
  unheard:
    /(?:(?:sem|nenhuma) (?:resposta|retorno)|ninguém (?:me )?(?:responde|respondeu|retorna|atende)|nunca (?:me )?(?:responde\w*|retorna\w*)|ignora(?:m|do|ndo)|(?:ainda|continuo) (?:estou )?(?:esperando|aguardando|à espera)|(?:segunda|terceira|quarta|enésima) vez|(?:várias|muitas) vezes|alguma (?:novidade|notícia)|tem novidades)/i,
  mine: /\b(?:meu|minha|meus|minhas|nosso|nossa|nossos|nossas|me|eu|nós)\b/i,
  described:
    /(?:desde|depois|quando|toda vez|cada vez|\bdiz\b|aparece|mensagem de erro|\bontem\b|\bhoje\b|esta manhã)/i,
};
