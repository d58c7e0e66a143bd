import { describe, expect, it } from 'vitest';
import { readsWantsHuman } from '../../../src/support/triage/human.ts';
import { readWords } from '../../../src/support/triage/words.ts';

const wants = (text: string) => readsWantsHuman(readWords(text)).wantsHuman;

describe('"I want a person" works in', () => {
  it.each([
    [
      'English',
      [
        'I want to speak to a human',
        'can I talk to someone?',
        'get me a manager',
        'real person please',
        'AGENT!!!',
        'human',
        "I don't want to talk to a bot",
        'transfer me to sales',
        'put me through to somebody',
        'please call me back',
        'call me',
        'can you call me at 5?',
        'how do I reach an agent',
        'I would rather chat with a real person',
        'I need an agent',
        'stop the bot',
        'let me talk to your supervisor',
        'someone I can talk to',
        'I cannot reach anyone',
      ],
    ],
    [
      'Spanish',
      [
        'quiero hablar con una persona',
        'puedo hablar con alguien',
        'necesito un agente',
        'pásame con un supervisor',
        'llámenme por favor',
        '¿me pueden llamar?',
        'agente',
        'no quiero hablar con un bot',
        'quisiera comunicarme con un asesor',
      ],
    ],
    [
      'French',
      [
        "je veux parler à quelqu'un",
        'puis-je parler à un conseiller ?',
        'passez-moi un responsable',
        'rappelez-moi',
        'un humain svp',
        "je n'arrive à joindre personne",
        'je voudrais discuter avec un agent',
        "pouvez-vous m'appeler ?",
      ],
    ],
    [
      'German',
      [
        'ich möchte mit einem Menschen sprechen',
        'kann ich mit jemandem reden?',
        'verbinden Sie mich mit einem Mitarbeiter',
        'bitte um Rückruf',
        'rufen Sie mich an',
        'Mitarbeiter bitte',
        'ich brauche einen Ansprechpartner',
        'ich will nicht mit einem Bot schreiben',
        'mit einem echten Menschen chatten',
      ],
    ],
    [
      'Portuguese',
      [
        'posso falar com um atendente',
        'quero falar com uma pessoa',
        'me passa para um humano',
        'me liguem por favor',
        'preciso falar com alguém',
        'atendente',
        'quero falar com o gerente',
        'não quero falar com um robô',
      ],
    ],
    [
      'Italian',
      [
        'voglio parlare con un operatore',
        'posso parlare con qualcuno?',
        'passatemi un responsabile',
        'richiamatemi',
        'vorrei parlare con una persona vera',
        'operatore',
        'mi serve un operatore',
      ],
    ],
    [
      'Dutch',
      [
        'ik wil een medewerker spreken',
        'kan ik iemand spreken?',
        'ik wil met een mens praten',
        'bel mij terug',
        'medewerker aub',
        'kunt u mij doorverbinden met een collega',
        'ik wil geen bot',
      ],
    ],
    [
      'Japanese',
      [
        '人と話したい',
        '担当者につないでください',
        'オペレーターに代わってください',
        '人間と話したいです',
        '電話をください',
        'スタッフの方と話せますか',
        '有人チャットをお願いします',
      ],
    ],
  ])('%s', (_, messages) => {
    expect(messages.filter((text) => !wants(text))).toEqual([]);
  });
});

describe('nobody is asked for by', () => {
  it.each([
    'The agent view is empty',
    'Where is the manager role in the settings?',
    'our agent key expired',
    'we need an agent license for Berlin',
    'please call me Sam',
    'call me a taxi',
    'why did you call me at midnight',
    'how do I transfer money to another person',
    'can someone help me with the export',
    'the API calls fail',
    'I was talking to an agent yesterday and all is fine now',
    'no need to call me',
    "I don't need to talk to a person",
    'are you a bot?',
    'contact customer service',
    'the human resources module crashes',
    'just one person',
    'give someone access to the board',
    'mi persona de contacto cambió',
    'meine Mitarbeiter sehen die Datei nicht',
    'les agents ne voient pas les tickets',
    'o atendente não aparece na lista',
    'il modulo operatore non si apre',
    'de medewerker staat niet in de lijst',
    '友人と話していたら画面が消えました',
    'この人のアカウントを消してください',
  ])('"%s"', (text) => expect(wants(text)).toBe(false));
});

it('agents read which words asked for it', () => {
  const { because } = readsWantsHuman(readWords('Hi. Could I please speak to a real person?'));
  expect(because).toBe('asks for a person ("speak to a real person")');
});
