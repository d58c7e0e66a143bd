import { customerTeam, install, people, places } from '../fake-slack/cast.ts';
import { type FakeSlack, startFakeSlack } from '../fake-slack/fake-slack.ts';
import { pressables, wordsOf } from '../fake-slack/reading.ts';
import type { Block, Message } from '../fake-slack/state.ts';
import type { Done } from '../fake-slack/writing.ts';
import { CHANNELS, type Said, type Sendable, type Side, type Told } from './side.ts';

const channels = Array.from({ length: CHANNELS }, (_, i) => `C0CHAOS${i}`);
const channelOf = (customer: number) => channels[customer % CHANNELS]!;
/** Milliseconds: far sooner than Slack itself tries again. */
const RETRIES = [20, 100, 400, 1_000, 2_000, 4_000, 8_000, 16_000];
const idOf = (customer: number) => `U0CUST${String(customer).padStart(6, '0')}`;

export async function openSlackSide(): Promise<Side> {
  const slack = await startFakeSlack({ echo: false, retryDelays: RETRIES });
  const { world } = slack;
  for (const id of channels) {
    const members = new Set([install.botUser, people.ada, people.sam]);
    const facts = { id, name: id.toLowerCase(), kind: 'public', shared: true } as const;
    world.channels.set(id, { ...facts, members, archived: false, messages: [] });
  }
  const triage = world.channels.get(places.triage)!.messages;
  const standing = new Map<Message, readonly Block[] | undefined>();
  /** However old: agents may be asked about one later. */
  const drafted = new Set<Message>();
  let seen = 0;

  return {
    platform: 'slack',
    environment: {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      SLACK_SUPPORT_CHANNELS: channels.join(','),
      SLACK_TRIAGE_CHANNEL: places.triage,
      SLACK_AGENTS: `${people.ada},${people.sam}`,
      SLACK_LEADS: people.lea,
    },
    open(url, weather) {
      slack.courier.botUrl = `${url}/slack/events`;
      slack.follow((method, args) => {
        const speaks = method === 'chat.postMessage';
        return weather.trouble(speaks && channels.includes(String(args['channel'])));
      });
    },
    async writes(customer, text) {
      comeBy(slack, customer);
      return told(slack, () => slack.writes(idOf(customer), channelOf(customer), text));
    },
    async edits(customer, ts, text) {
      const message = { channel: channelOf(customer), ts };
      return told(slack, () => slack.edits(idOf(customer), message, text));
    },
    drafts() {
      for (; seen < triage.length; seen++) standing.set(triage[seen]!, undefined);
      const found: Sendable[] = [];
      for (const [message, known] of standing) {
        if (message.blocks === known) continue;
        standing.set(message, message.blocks);
        const draft = draftIn(message);
        if (!draft) continue;
        found.push(draft);
        drafted.add(message);
      }
      return found;
    },
    async presses(agent, { post: { channel, id } }, button) {
      const ack = await slack
        .presses(people[agent], { channel, ts: id }, button)
        .catch(() => undefined);
      return ack === undefined ? 'gone' : ack.ok ? 'heard' : 'unheard';
    },
    said: () => saidIn(slack),
    tidy() {
      slack.calls.length = 0;
      slack.courier.sent.length = 0;
      world.triggers.clear();
      for (const message of triage.slice(0, seen)) message.earlier.length = 0;
      for (const message of [...standing.keys()].slice(0, -2_000)) {
        if (!drafted.has(message)) standing.delete(message);
      }
    },
    settled: slack.courier.settled,
    [Symbol.asyncDispose]: slack.close,
  };
}

/** What becomes of what somebody does, however often Slack has to try. */
async function told({ courier }: FakeSlack, act: () => Promise<Done>): Promise<Told> {
  const before = courier.sent.length;
  const acting = act();
  const sent = courier.sent.slice(before);
  const { ts } = await acting;
  return { id: ts, safe: () => sent.every(({ attempts }) => attempts.some(({ ok }) => ok)) };
}

/** The customer joins their channel when first needed. */
function comeBy({ world }: FakeSlack, customer: number): void {
  const id = idOf(customer);
  if (world.users.has(id)) return;
  const [name, realName] = [`customer.${customer}`, `Customer ${customer}`];
  const person = { id, name, realName, teamId: customerTeam };
  world.users.set(id, { ...person, bot: false, guest: 'no', deleted: false });
  world.channels.get(channelOf(customer))!.members.add(id);
}

function draftIn(message: Message): Sendable | undefined {
  const buttons = pressables(message.blocks);
  const send = buttons.find(({ actionId }) => actionId === 'send');
  if (!send) return undefined;
  const named = JSON.parse(send.value ?? '{}') as { conversation: string; draft: number };
  return {
    root: named.conversation.slice(named.conversation.lastIndexOf(':') + 1),
    conversation: named.conversation,
    number: named.draft,
    uncertain: buttons.some(({ actionId }) => actionId === 'arrived'),
    words: wordsOf(message),
    post: { channel: message.channel, id: message.ts },
  };
}

/** Everywhere but in the triage channel, in chats with people of the team, and to one of them alone. */
function saidIn({ world }: FakeSlack): Said[] {
  const team = new Set<string>([people.ada, people.sam, people.lea]);
  const open = [...world.channels.values()].filter(
    ({ id, kind, members }) =>
      id !== places.triage && (kind !== 'im' || ![...members].some((one) => team.has(one))),
  );
  const posts = open.flatMap(({ messages }) => messages.filter(({ botId }) => botId !== undefined));
  const whispered = world.ephemerals.filter(({ user }) => !team.has(user));
  return [...posts, ...whispered].map((message) => {
    const payload =
      'metadata' in message ? (message.metadata?.['event_payload'] as { effect?: string }) : {};
    return {
      root: message.threadTs ?? '',
      text: wordsOf(message),
      buttons: pressables(message.blocks).map(({ actionId }) => actionId),
      ...(payload?.effect === undefined ? {} : { effect: payload.effect }),
    };
  });
}
