import { describe, expect, it } from 'vitest';
import { readAbuse } from '../../../src/support/triage/abuse.ts';
import { readWords } from '../../../src/support/triage/words.ts';

const read = (text: string) => readAbuse(readWords(text));

describe('abuse', () => {
  it.each([
    'You are all fucking idiots',
    'screw you and your company',
    'What a bunch of crooks you are',
    'Ihr Idioten, gebt mir mein Geld zurück',
    'Fick dich',
    'Bande d’incapables, allez vous faire foutre',
    'Sois unos inútiles, hijos de puta',
    'Bando de ladrões, vai se foder',
    'Siete degli incapaci, vaffanculo',
    'Stelletje oplichters, val dood',
    'この無能、死ね',
  ])('is an insult: "%s"', (text) => {
    expect(read(text)).toEqual({ abusive: true, because: 'insults people' });
  });

  it.each([
    'I know where you live, idiots',
    'I will find you',
    'Ich bringe euch um',
    'Je sais où vous habitez',
    'Te voy a matar',
    'So dove abiti',
    '殺してやる',
  ])('is a threat before all: "%s"', (text) => {
    expect(read(text)).toEqual({ abusive: true, because: 'threatens people' });
  });
});

describe('no abuse', () => {
  it.each([
    'The damn export is broken again, shit',
    'What the fuck, it crashed again',
    'Your app is a piece of shit',
    'This update is the dumbest thing I have seen',
    'Would it kill you to answer?',
    'I felt like an idiot when I found the button',
    'Is there a guide for idiots?',
    'La livraison a du retard, encore des retards',
    'Un servicio deficiente',
    'I will find you the order number',
    'I want to hurt nobody',
  ])('in swearing at things or in jest: "%s"', (text) => {
    expect(read(text)).toEqual({ abusive: false });
  });
});
