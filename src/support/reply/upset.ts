import type { Triage } from '../triage/triage.ts';

/** From here on we speak of how they feel. */
const UPSET = 0.3;
const HINDERED = 0.1;
/** Whoever complains of how they were treated is upset sooner. */
const COMPLAINS = 0.2;

/** From here on they are angry, not only held up. */
const HEATED = 0.4;

/** Whether a customer is angry, not only held up. */
export function isHeated({ abusive, frustration }: Triage): boolean {
  return abusive || frustration >= HEATED;
}

/** Whether a customer is upset, or hurt by what happened. A technical report says what fails without being hurt by it. */
export function isUpset({ abusive, sentiment, frustration, urgency, category }: Triage): boolean {
  const urgent = urgency === 'p1' || urgency === 'p2';
  const scared = category === 'security_privacy' && urgency === 'p1';
  const enough = category === 'complaint' ? COMPLAINS : UPSET;
  const angry = abusive || (sentiment !== 'positive' && frustration >= enough);
  return angry || scared || (urgent && sentiment === 'negative' && frustration >= HINDERED);
}
