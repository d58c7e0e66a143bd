import type { Words } from './words.ts';

export const fr: Words = {
  matters: {
    billing: [
      'Nous avons été débités deux fois pour la facture {n}',
      'Pouvez-vous nous renvoyer la facture {n}, s’il vous plaît ?',
    ],
    refund: ['Où en est le remboursement de la commande {n} ?'],
    delivery_order: [
      'Mon colis {n} n’est pas arrivé, où est-il ?',
      'Il manque un article dans la commande {n}',
    ],
    account_access: ['Je n’arrive pas à me connecter, le lien de réinitialisation n’arrive jamais'],
    bug_outage: [
      'L’export échoue avec l’erreur {n} depuis ce matin',
      'L’application plante au démarrage',
    ],
    how_to: [
      'Comment ajouter un collègue à notre compte ?',
      'Comment changer la langue de l’interface ?',
    ],
    cancellation_churn: ['Nous souhaitons résilier notre abonnement à la fin du mois'],
    complaint: ['C’est la troisième fois que j’écris et personne ne répond correctement'],
    feature_request: ['Ce serait bien de recevoir les rapports par mail chaque lundi'],
    security_privacy: ['Je crois que quelqu’un d’autre s’est connecté à mon compte'],
  },
  outage: [
    'Plus rien ne fonctionne, personne ne peut travailler !',
    'Erreur 503 sur toutes les pages. Y a-t-il une panne ?',
  ],
  besides: ['C’est assez urgent pour nous'],
  thanks: ['Merci', 'Merci beaucoup !'],
  worked: ['Oui, ça marche maintenant, merci beaucoup !'],
  further: ['C’est le numéro {n}', 'Non, ça ne marche toujours pas'],
  unhappy: ['C’est inacceptable, j’attends toujours et rien ne fonctionne'],
  person: ['Je voudrais parler à une personne, s’il vous plaît'],
  praise: ['Merci {name}, vous avez très bien expliqué !'],
  again: ['C’est de nouveau cassé, comme avant'],
  stop: ['Merci de ne plus m’écrire'],
  glad: ['Rapide et aimable'],
  sad: ['C’était beaucoup trop long'],
  answers: [
    'Bonjour {name}, je l’ai corrigé dans votre compte. Pouvez-vous recharger la page et me dire si tout est en ordre ?',
  ],
  added: ['Je viens de vérifier de notre côté, tout semble correct.'],
  questions: ['Bonjour {name}, pouvez-vous m’envoyer le numéro de la facture ?'],
  promises: ['Bonjour {name}, je m’en occupe et je reviens vers vous demain avant 16 h.'],
  amends: [
    'Bonjour {name}, je suis désolé que nous vous ayons déçu. J’ai tout relu et corrigé ce qui restait. Est-ce que cela vous convient ?',
  ],
};
