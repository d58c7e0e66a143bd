import { thingsOf, type Vocabulary } from './vocabulary.ts';

/** Things with their article, behind prepositions that do not merge with it. */
export const FRENCH: Vocabulary = {
  beside: ' (…)',
  soon: 'dès qu’il y a du nouveau',
  about: ' concernant …',
  with: ' avec …',
  message: 'votre message concernant …',
  both: 'vos deux questions',
  all: 'toutes vos questions',
  error: 'erreur …',
  number: 'numéro …',
  numbered: [
    'commande',
    'facture',
    'réservation',
    'colis',
    'dossier',
    'référence',
    'ticket',
    'contrat',
    'suivi',
  ],
  things: thingsOf(`l’application: application, appli, applis, app
    le site: site, website
    la page: page, pages
    le tableau de bord: dashboard
    l’export: export, exports, exportation
    l’import: import, imports, importation
    le rapport: rapport, rapports
    l’API: api
    l’intégration: intégration, intégrations
    la connexion: connexion, login
    la recherche: recherche
    le serveur: serveur, serveurs
    les fichiers: fichier, fichiers
    le lien: lien, liens
    le bouton: bouton
    les paramètres: paramètres, réglages
    les notifications: notification, notifications
    vos e-mails: email, emails, mail, mails, courriel, courriels
    le calendrier: calendrier, agenda
    la synchronisation: synchronisation, synchro
    la mise à jour: maj
    la caméra: caméra
    l’écran: écran
    la batterie: batterie
    votre téléphone: téléphone, portable, smartphone, iphone
    votre ordinateur: ordinateur, pc, laptop
    l’imprimante: imprimante
    la box: box, routeur, modem
    internet: internet, wifi, réseau
    les vidéos: vidéo, vidéos
    les photos: photo, photos
    le jeu: jeu
    votre profil: profil
    votre facture: facture, factures
    votre code promo: promo, coupon
    votre carte: carte
    votre commande: commande, commandes
    votre colis: colis, paquet
    votre livraison: livraison
    votre remboursement: remboursement
    votre retour: retour
    votre billet: billet, billets
    votre réservation: réservation
    votre vol: vol
    le train: train, trains, tgv, rer
    la chambre: chambre
    vos bagages: bagage, bagages, valise
    votre virement: virement
    votre paiement: paiement, prélèvement
    votre compte: compte
    votre mot de passe: mdp
    votre contrat: contrat
    votre abonnement: abonnement, abo
    votre forfait: forfait
    votre invitation: invitation
    vos données: données`),
  unheard:
    /(?:aucune (?:réponse|nouvelle)|pas de (?:réponse|nouvelles?|retour)|sans réponse|personne ne (?:répond|m['’]a)|jamais (?:eu de réponse|répondu)|ignor(?:é|ez|e)|j['’]attends (?:toujours|encore|depuis)|(?:deuxième|troisième|quatrième|2e|3e|énième) fois|plusieurs fois|du nouveau|toujours rien)/i,
  mine: /(?:\b(?:mon|ma|mes|notre|nos|je|nous|me|moi)\b|\bj['’]|\bm['’])/i,
  described:
    /(?:depuis|après|quand|lorsque|dès que|chaque fois|affiche|message d['’]erreur|hier|aujourd['’]hui|ce matin)/i,
};
