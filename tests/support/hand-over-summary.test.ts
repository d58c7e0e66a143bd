import { describe, expect, it } from 'vitest';
import { openDraft } from '../../src/support/conversation.ts';
import { sumUp } from '../../src/support/hand-over-summary.ts';
import { MONDAY_MORNING } from '../clock.ts';
import { ada, begin, handbook, type Scene, sam } from './stage.ts';

const HOUR = 3_600_000;
const TWICE = 'I was charged twice for invoice 4411, $49.99 each';

const summary = (scene: Scene, after = HOUR) => sumUp(scene.now, handbook, MONDAY_MORNING + after);

describe('what whoever goes on with a conversation reads', () => {
  it('names what they want, what they gave, what was said and since when they wait', () => {
    expect(summary(begin(`${TWICE}. Please refund me.`))).toBe(
      [
        '📋 Nora writes about the double charge (invoice 4411, $49.99) and wants their money back.',
        'They gave: invoice 4411, $49.99.',
        'Nobody has answered yet.',
        'Mood: unhappy.',
        'Nobody’s yet; waiting for 60 minutes; first reply due by noon today (UTC).',
      ].join('\n'),
    );
  });

  it('says whose it is and what was answered last', () => {
    const scene = begin(TWICE);
    const { number } = openDraft(scene.now)!;
    const sent = scene
      .presses(ada, 'edit', {
        draft: number,
        text: 'Hi Nora,\n\nthe second charge is on its way back.',
      })
      .happens({ type: 'reply.delivered', conversation: scene.now.id, draft: number });
    expect(summary(sent)).toContain(
      'Answered once; last Ada: “Hi Nora, the second charge is on its way back.”',
    );
    expect(summary(sent)).toContain('With Ada; they are not waiting for us.');
  });

  it('is in English, whatever they write, and says what that is', () => {
    const text = summary(
      begin('Mir wurde die Rechnung 4411 doppelt abgebucht, ich bin stinksauer!'),
    );
    expect(text).toContain('the double charge');
    expect(text).toContain('They write German.');
  });

  it.each([
    ['a password', 'my password is hunter2x!', 'hunter2x!'],
    ['a card', 'my card is 4111 1111 1111 1111', '4111 1111'],
    ['an account', 'refund it to DE89 3704 0044 0532 0130 00', '3704 0044'],
    ['a key', 'the key sk-live1234567890 fails', 'live1234567890'],
  ])('hides %s, and says that there is one', (_, said, secret) => {
    const text = summary(begin(`${TWICE}, ${said}`));
    expect(text).not.toContain(secret);
    expect(text).toContain('(hidden here)');
  });

  it('is at most eight lines, however much was written', () => {
    const long = begin(`${TWICE}\n`.repeat(900)).writes('<!channel>\n'.repeat(500));
    expect(summary(long).split('\n').length).toBeLessThanOrEqual(8);
    expect(summary(long).length).toBeLessThan(1_500);
  });

  it('says nothing of what a customer took back', () => {
    const scene = begin('Where is order 1142?').writes('And order 7781?', 'm2').deletes('m2');
    expect(summary(scene)).not.toContain('7781');
  });

  it('stands under the card when somebody takes over from somebody else, not when nobody had it', () => {
    const first = begin(TWICE).presses(ada, 'take-over');
    expect(first.effects.map(({ type }) => type)).toEqual(['show-card']);
    const second = first.presses(sam, 'take-over');
    expect(second.effects).toMatchObject([
      { type: 'show-card' },
      { type: 'show-note', text: expect.stringContaining('With Ada') },
    ]);
  });
});
