import fc from 'fast-check';
import { expect, it } from 'vitest';
import { people, places } from '../fake-slack/cast.ts';
import { envelope } from '../fake-slack/events.ts';
import { openSlack } from './open.ts';

const user = fc.constantFrom<unknown>(
  people.nora,
  people.ada,
  people.cole,
  null,
  7,
  {},
  'USLACKBOT',
);
const ts = fc.constantFrom<unknown>('1772445600.000100', '', 'x', 5, null, '9'.repeat(40));
const channel = fc.constantFrom<unknown>(
  places.support,
  places.triage,
  places.elsewhere,
  'D1',
  null,
  {},
);
const anything = fc.jsonValue({ maxDepth: 3 });

/** Events and interactions that look like Slack's, each part of which may be anything. */
const message = fc.record(
  {
    type: fc.constantFrom<unknown>('message', 'app_mention', 'app_home_opened', 'user_change', 4),
    subtype: fc.constantFrom<unknown>(
      undefined,
      'message_changed',
      'message_deleted',
      'file_share',
      {},
      'x',
    ),
    user,
    channel,
    ts,
    thread_ts: ts,
    deleted_ts: ts,
    channel_type: fc.constantFrom<unknown>('channel', 'im', 'mpim', 9),
    text: fc.oneof(fc.string(), anything),
    files: anything,
    attachments: anything,
    message: fc.oneof(
      anything,
      fc.record({ user, ts, text: fc.string(), edited: fc.record({ ts }) }),
    ),
    previous_message: fc.oneof(anything, fc.record({ user, ts, text: fc.string() })),
  },
  { requiredKeys: [] },
);
const interaction = fc.record(
  {
    type: fc.constantFrom<unknown>(
      'block_actions',
      'view_submission',
      'message_action',
      'shortcut',
      'x',
      3,
    ),
    callback_id: fc.constantFrom<unknown>('draft_reply', 'edit', 'x', 3),
    user: fc.oneof(anything, fc.record({ id: user, team_id: fc.constant('T0HOME00001') })),
    channel: fc.oneof(anything, fc.record({ id: channel })),
    actions: fc.oneof(
      anything,
      fc.array(
        fc.record({
          action_id: fc.constantFrom<unknown>('send', 'edit', 'x', 2),
          value: fc.oneof(fc.json(), anything),
        }),
      ),
    ),
    view: fc.oneof(
      anything,
      fc.record({
        id: fc.string(),
        callback_id: fc.constantFrom<unknown>('edit', 'split', 2),
        private_metadata: fc.json(),
        state: anything,
      }),
    ),
    message: anything,
    trigger_id: anything,
  },
  { requiredKeys: [] },
);

it('understands or ignores whatever shape a delivery has, and never stumbles', async () => {
  await using open = await openSlack();
  await fc.assert(
    fc.asyncProperty(fc.oneof(message, interaction), fc.boolean(), async (what, wrapped) => {
      const body = wrapped ? envelope(open.slack.world, what as never) : what;
      const understood = await open.rig.door.understand({
        id: 'x',
        platform: 'slack',
        lane: 'x',
        body: JSON.stringify(body),
      });
      expect('event' in understood || typeof understood.ignored === 'string').toBe(true);
    }),
    { numRuns: 400 },
  );
});
