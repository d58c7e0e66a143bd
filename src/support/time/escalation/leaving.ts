import { expandLines } from '../../triage/alternatives.ts';
import { findPhrases, indexPhrases } from '../../triage/phrases.ts';
import type { Words } from '../../triage/words.ts';

/** How customers say, in whatever else they write about, that they go or may go. Phrases as in categories.yaml, `{a|b}` is either. */
const LEAVING = `
  {switching|moving|switch|move|going|go} to {a competitor|your competitor|your competitors|another provider|a different provider|another company|another supplier|another vendor}
  {looking|look|shopping|searching} for {an alternative|alternatives|another provider|a different provider|another vendor}
  {taking|take} {my|our} business elsewhere
  {go|going} elsewhere
  {leaving you|leave you guys|done with you|done with your company|lose me as a customer|lost me as a customer|losing a customer|lose a customer|lost a customer|lose us as a customer|lost us as a customer}
  {cancel everything|cancelling everything|canceling everything|cancel our contract|cancelling our contract|close all our accounts}
  never {buy|buying|order|ordering|using|use} ... {from you|you again|your service again}

  {zur konkurrenz|anbieter wechseln|anbieter zu wechseln|wechsle den anbieter|wechseln den anbieter|wechsel den anbieter|wechseln zu einem anderen|anderen anbieter|kündigen den vertrag|kündige den vertrag|vertrag kündigen|kündige alles|als kunden verloren|als kunde verloren|einen kunden weniger|nie wieder bei}
  {chez un concurrent|chez la concurrence|à la concurrence|changer de fournisseur|change de fournisseur|changer de prestataire|résilier mon contrat|résilier notre contrat|résilie tout|perdre un client|perdu un client|aller voir ailleurs|aller ailleurs|vous quitter|je vous quitte|nous vous quittons}
  {a la competencia|con la competencia|cambiar de proveedor|cambio de proveedor|cambiamos de proveedor|cambiarme de|me voy a otra|otro proveedor|darme de baja|darnos de baja|perder un cliente|perdido un cliente|irme a otra|cancelar todo|buscar otra empresa}
  {para a concorrência|para o concorrente|na concorrência|trocar de fornecedor|mudar de fornecedor|trocar de empresa|mudar de empresa|outro fornecedor|cancelar tudo|perder um cliente|perderam um cliente|deixar de ser cliente}
  {alla concorrenza|dalla concorrenza|cambiare fornitore|cambio fornitore|cambiamo fornitore|altro fornitore|disdire tutto|disdico tutto|perdere un cliente|perso un cliente|andare altrove|vado altrove|disdire il contratto|disdico il contratto}
  {naar de concurrent|naar een concurrent|naar de concurrentie|overstappen naar|stap over naar|stappen over naar|andere aanbieder|andere leverancier|alles opzeggen|zeg alles op|contract opzeggen|zeg mijn contract op|klant kwijt|klant minder|ben weg bij jullie}
  {他社に|他社へ|乗り換え|解約します|解約したい|解約を検討|もう使いません|もう利用しません|二度と利用|二度と使い}
`;

const INDEX = indexPhrases(expandLines(LEAVING).map((phrase) => [phrase, true] as const));

export function saysTheyLeave(words: Words): boolean {
  return findPhrases(INDEX, words).length > 0;
}
