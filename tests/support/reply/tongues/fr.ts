import type { Cases } from './cases.ts';

const parcel =
  "Mon colis devait arriver lundi et il n'est toujours pas là. Je commence à en avoir assez.";
const double = "J'ai été prélevé deux fois de 49,90 € en mai. Pouvez-vous vérifier ?";
const address = "Est-ce que je peux encore changer l'adresse de livraison de ma commande 4711 ?";
const crash = "Depuis la mise à jour, l'application se ferme dès que je l'ouvre.";

export const fr: Cases = {
  good: [
    {
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      name: 'Nora',
      reply:
        "Bonjour Nora, attendre un colis qui devrait être là depuis longtemps, c'est vraiment pénible, et j'en suis désolée. J'appelle le transporteur et je vous écris aujourd'hui avant 15 h.",
      promised: "aujourd'hui avant 15 h",
    },
    {
      customer: double,
      upset: false,
      category: 'billing',
      reply:
        "Bonjour, je regarde le double prélèvement de 49,90 euros et je vous dis d'ici demain midi ce que j'ai trouvé. Avez-vous les dates des deux opérations ?",
    },
    {
      customer: address,
      upset: false,
      category: 'delivery_order',
      reply:
        "La commande 4711 est déjà partie, il n'est donc plus possible de changer l'adresse. En revanche, je peux la faire déposer dans un point relais près de chez vous. Cela vous conviendrait ?",
    },
    {
      customer: crash,
      upset: false,
      category: 'bug_outage',
      reply:
        "Merci de nous l'avoir signalé. Le défaut de l'application est corrigé : ouvrez la boutique et installez la nouvelle version. Est-ce qu'elle démarre maintenant ?",
    },
    {
      customer: 'Je n’arrive plus à me connecter à mon compte depuis hier.',
      upset: false,
      category: 'account_access',
      reply:
        'Bonjour, je vois aussi de notre côté que la connexion est refusée. Je réinitialise votre mot de passe et je vous confirme dans l’heure que tout est rentré dans l’ordre.',
    },
    {
      customer: 'Encore une erreur de livraison, j’ai commandé du rouge et reçu du bleu !',
      upset: true,
      category: 'delivery_order',
      reply:
        'C’est la deuxième fois et je comprends que ce soit agaçant. Je suis vraiment désolé, nous nous sommes trompés à l’entrepôt. Le modèle rouge part aujourd’hui et vous l’aurez jeudi. Gardez le bleu, il n’y a rien à renvoyer.',
    },
    {
      customer: 'Comment exporter mes données ?',
      upset: false,
      category: 'how_to',
      reply:
        'Allez dans Paramètres puis Données : le bouton « Exporter » s’y trouve. Le fichier arrive-t-il bien chez vous ?',
    },
    {
      customer: 'Le tableau de bord affiche zéro vente depuis ce matin.',
      upset: false,
      category: 'bug_outage',
      reply:
        'Bonjour ! Un traitement s’était arrêté cette nuit, d’où ce zéro. Il tourne de nouveau depuis 11 h et votre tableau se remplit. Voyez-vous vos chiffres ?',
    },
    {
      customer: 'Une heure d’attente au téléphone, tout le monde s’en moque !',
      upset: true,
      category: 'complaint',
      reply:
        'Une heure au bout du fil, c’est exaspérant, et je vous prie de m’en excuser. Je prends votre dossier : dites-moi de quoi il s’agit et je vous réponds ici dans les dix minutes.',
    },
    {
      customer: 'Merci de résilier mon abonnement.',
      upset: false,
      category: 'cancellation_churn',
      reply:
        'Votre abonnement prend fin le dernier jour du mois et rien ne sera plus prélevé. Est-ce bien ce que vous souhaitiez ?',
    },
    {
      customer: 'Y a-t-il une limite pour l’API ?',
      upset: false,
      category: 'how_to',
      reply:
        'Oui, cent appels par minute dans votre formule. S’il vous en faut plus, donnez-moi le nombre et je relève la limite aujourd’hui.',
    },
  ],
  bad: [
    {
      fails: 'personal',
      customer: address,
      upset: false,
      reply: "Cher client, l'adresse de la commande a été modifiée.",
    },
    {
      fails: 'personal',
      customer: address,
      upset: false,
      name: 'Nora',
      reply: "Bonjour, je vérifie l'adresse pour vous d'ici ce soir.",
    },
    {
      fails: 'listens',
      customer: crash,
      upset: false,
      reply: 'Merci pour votre message. Nous vérifions votre demande et revenons vers vous demain.',
    },
    {
      fails: 'listens',
      customer: crash,
      upset: false,
      reply:
        "Vous écrivez : « Depuis la mise à jour, l'application se ferme dès que je l'ouvre. » Je vérifie d'ici demain.",
    },
    {
      fails: 'acknowledges',
      customer: parcel,
      upset: true,
      reply: 'Nous vous prions de nous excuser pour la gêne occasionnée.',
    },
    {
      fails: 'acknowledges',
      customer: parcel,
      upset: true,
      reply: 'Votre colis est en cours de livraison. Je vérifie avant 15 h.',
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      reply: 'Nous sommes désolés si vous vous êtes sentie mal accueillie.',
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: false,
      reply: "Vous auriez dû indiquer l'adresse complète. Le colis est reparti.",
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      reply: "Le colis est en retard, c'est agaçant. Je vérifie d'ici demain.",
    },
    {
      fails: 'next-step',
      customer: double,
      upset: false,
      reply: 'Votre message au sujet du prélèvement nous est bien parvenu.',
    },
    {
      fails: 'by-when',
      customer: double,
      upset: false,
      reply: 'Je vérifie le prélèvement et je reviens vers vous au plus vite.',
    },
    {
      fails: 'options',
      customer: address,
      upset: false,
      reply: "Ce n'est malheureusement pas possible. La commande est déjà partie.",
    },
    {
      fails: 'confirms',
      customer: double,
      upset: false,
      reply:
        "J'ai remboursé le second prélèvement. N'hésitez pas à nous contacter pour toute autre question.",
    },
    {
      fails: 'plain',
      customer: double,
      upset: false,
      reply:
        'Suite à votre courrier susmentionné, nous procéderons à la vérification dans les meilleurs délais.',
    },
    {
      fails: 'no-wall',
      customer: double,
      upset: false,
      reply: "Les prélèvements relèvent d'un autre service.",
    },
    {
      fails: 'no-wall',
      customer: address,
      upset: false,
      reply: 'Nos conditions générales ne prévoient pas de changement d’adresse.',
    },
    {
      fails: 'grounded',
      customer: double,
      upset: false,
      reply: 'Vous serez remboursé de 59,90 €.',
    },
    { fails: 'grounded', customer: parcel, upset: false, reply: 'Votre colis arrive le 4 mars.' },
    {
      fails: 'fits',
      customer: crash,
      upset: false,
      reply: "Calmez-vous. Je vérifie l'application d'ici demain.",
    },
    {
      fails: 'fits',
      customer: crash,
      upset: false,
      reply: 'REDÉMARREZ VOTRE TÉLÉPHONE TOUT DE SUITE MERCI !!!',
    },
    {
      fails: 'no-wall',
      customer: 'Comment exporter mes données ?',
      upset: false,
      category: 'how_to',
      reply: 'Merci de vous rapprocher du support technique.',
    },
    {
      fails: 'next-step',
      customer: 'Mon remboursement n’est toujours pas arrivé.',
      upset: false,
      category: 'refund',
      reply: 'Votre dossier est en cours de traitement.',
    },
    {
      fails: 'owns',
      customer: 'L’écran est arrivé fissuré.',
      upset: false,
      category: 'refund',
      reply: 'Il fallait vérifier le colis devant le livreur.',
    },
    {
      fails: 'no-wall',
      customer: 'La taille est fausse.',
      upset: false,
      category: 'refund',
      reply: 'Ce n’est pas de mon ressort, voyez avec le service des retours.',
    },
    {
      fails: 'acknowledges',
      customer: 'Troisième mail, deux prélèvements !!!',
      upset: true,
      category: 'billing',
      reply: 'Nous vous remercions de votre compréhension et étudions votre réclamation.',
    },
    {
      fails: 'owns',
      customer: 'La synchro échoue chaque nuit.',
      upset: false,
      category: 'bug_outage',
      reply: 'Vous avez sans doute mal configuré l’outil, comme je vous l’ai déjà expliqué.',
    },
    {
      fails: 'options',
      customer: 'Je veux être remboursé.',
      upset: false,
      category: 'refund',
      reply: 'Aucun remboursement n’est possible.',
    },
    {
      fails: 'by-when',
      customer: 'Quand arrive mon colis ?',
      upset: false,
      category: 'delivery_order',
      reply: 'Nous examinons votre demande et reviendrons vers vous prochainement.',
    },
    {
      fails: 'no-wall',
      customer: 'Pourquoi mon compte est-il suspendu ?',
      upset: false,
      category: 'account_access',
      reply: 'C’est la procédure, nous ne pouvons rien y faire.',
    },
  ],
};
