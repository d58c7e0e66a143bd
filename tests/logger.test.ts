import { describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../src/desk/store/store.ts';
import { createLogger } from '../src/logger.ts';

const WORDS = 'my cat ate the invoice';
const SECRETS = [
  'xoxb-123-456-PLANTED',
  'xoxe.xoxp-1-PLANTED',
  'xoxe-1-PLANTED',
  'xapp-1-A1-PLANTED',
  'sk-proj-PLANTED_key',
  'Bearer PLANTED.token+/=',
  'v0=aaaaaaaaaaaaaaaaaaaaPLANTED'.replace('PLANTED', 'bbbbbbbbbbbb'),
  'https://hooks.slack.com/actions/T1/PLANTED/x',
  'wss://wss.slack.com/link/?ticket=PLANTED&app_id=1',
  'redis://user:PLANTED@localhost:6379',
];

function logged(how: { readable?: boolean } = {}) {
  const lines: string[] = [];
  const log = createLogger({
    level: 'debug',
    to: { write: (line: string) => lines.push(line) },
    ...how,
  });
  return { log, lines };
}

const only = (lines: readonly string[]) => JSON.parse(lines[0] ?? '') as Record<string, unknown>;

describe('the log', () => {
  it('is one JSON object a line, with the time, the level and the ids of conversation and event', () => {
    const { log, lines } = logged();
    log.info({ conversation: 'c1', event: 'slack:T1:C1:1.2' }, 'decided');
    expect(lines).toHaveLength(1);
    expect(only(lines)).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      conversation: 'c1',
      event: 'slack:T1:C1:1.2',
      msg: 'decided',
    });
  });

  it('is words for a person in front of a terminal', () => {
    const { log, lines } = logged({ readable: true });
    log.warn({ conversation: 'c1' }, 'late');
    expect(lines.join('')).toMatch(/WARN.*late.*c1/);
    expect(lines.join('')).not.toMatch(/^\{/);
  });

  it('keeps below its level silent', () => {
    const lines: string[] = [];
    createLogger({ level: 'warn', to: { write: (line) => lines.push(line) } }).info({}, 'hello');
    expect(lines).toEqual([]);
  });
});

describe.each([false, true])('nothing secret passes (readable: %s)', (readable) => {
  it.each(SECRETS)('%s', (secret) => {
    const { log, lines } = logged({ readable });
    const failed = new Error(`refused ${secret}`, {
      cause: new AggregateError([new Error(secret)], secret),
    });
    Object.assign(failed, { config: { url: secret, headers: { other: [secret] } } });
    log.error({ err: failed }, `${secret} in the text`);
    log.error({ other: failed, url: secret, list: [{ deep: { er: secret } }] }, 'nested');
    log.error({ map: new Map([['k', secret]]), bytes: Buffer.from(secret) }, 'kinds');
    log.error(failed, 'an error alone');
    const all = lines.join('');
    expect(lines.length).toBeGreaterThanOrEqual(4);
    expect(all).not.toContain(secret);
    expect(all).not.toContain('PLANTED');
    expect(all).toContain('refused');
  });

  it('not under a key that says so, whatever it looks like', () => {
    const { log, lines } = logged({ readable });
    log.info(
      {
        botToken: 'plain1',
        headers: { Authorization: 'plain2', 'X-Slack-Signature': 'plain3', cookie: 'plain4' },
        config: { signingSecret: 'plain5', clientSecret: ['plain6'], apiKey: { is: 'plain7' } },
      },
      'keys',
    );
    expect(lines.join('')).not.toMatch(/plain\d/);
  });

  it('nor what people wrote', () => {
    const { log, lines } = logged({ readable });
    const message = { id: 'm1', text: WORDS, files: [{ text: WORDS }] };
    log.info({ message, body: WORDS, blocks: [{ words: WORDS }] }, 'heard');
    log.info(
      { event: { type: 'customer.edited', before: WORDS, after: { text: WORDS } } },
      'heard',
    );
    log.error({ draft: WORDS, err: Object.assign(new Error('no'), { body: WORDS }) }, 'no');
    expect(lines.join('')).not.toContain('cat');
    expect(lines.join('')).toContain('m1');
  });
});

describe('an error in the log', () => {
  it('keeps its name, place and causes', () => {
    const { log, lines } = logged();
    const why = new TypeError('the root of it');
    log.error({ err: new Error('it failed', { cause: why }), conversation: 'c1' }, 'failed');
    expect(only(lines)).toMatchObject({
      conversation: 'c1',
      err: {
        type: 'Error',
        message: 'it failed',
        stack: expect.stringContaining('logger.test.ts'),
        cause: { type: 'TypeError', message: 'the root of it' },
      },
    });
  });

  it('that says the store is away takes one short line, for it comes with everything meanwhile', () => {
    const { log, lines } = logged();
    const why = new StoreUnavailable(new Error('the disk is full'));
    log.error({ err: why, event: 'e1' }, 'not kept: Slack will send it again');
    expect(only(lines)['err']).toEqual({ type: 'StoreUnavailable', message: why.message });
    expect(lines[0]!.length).toBeLessThan(300);
  });

  it('with a cycle or great depth is cut, not endless', () => {
    const { log, lines } = logged();
    const round: Record<string, unknown> = { name: 'round' };
    round['again'] = round;
    let deep: object = {};
    for (let depth = 0; depth < 5000; depth++) deep = { deep };
    const failed = new Error('round');
    failed.cause = failed;
    log.error({ round, deep, err: failed }, 'odd');
    expect(lines).toHaveLength(1);
    expect(only(lines)['msg']).toBe('odd');
  });

  it('that cannot even be read does not stop the one who logs it', () => {
    const { log, lines } = logged();
    const trap = {
      get it() {
        throw new Error('trap');
      },
    };
    log.error({ trap }, 'still said');
    expect(only(lines)['msg']).toBe('still said');
  });
});

describe('what is personal does not pass either', () => {
  it.each(['nora@example.org', '4111 1111 1111 1111', 'GB82WEST12345698765432'])('%s', (told) => {
    const { log, lines } = logged();
    log.warn({ err: new Error(`refused: ${told}`), of: `${told}, ${told}` }, 'asked');
    expect(lines.join('')).not.toContain(told);
    expect(only(lines)['msg']).toBe('asked');
  });

  it('but ids and instants stay', () => {
    const { log, lines } = logged();
    const facts = {
      event: 'slack:T1:C1:1700000000.123456',
      at: 1764106958123,
      id: '1764106958123',
    };
    log.info(facts, 'decided');
    expect(only(lines)).toMatchObject(facts);
  });
});
