import { hear, peopleIn } from '../src/support/grouping/hearing.ts';
import { place, type Weights } from '../src/support/grouping/placing.ts';
import type { Placed } from '../src/support/grouping/scene.ts';
import { examplesOf, learn } from '../train/grouping.ts';
import type { Figure } from './figure.ts';
import { adjustedRand } from './scores.ts';
import type { Data } from './sets.ts';
import { ircStreams, type Stream, slackStreams } from './streams.ts';
import { ask } from './terminal.ts';

const HALF_HOUR = 30 * 60_000;

/** Which conversation each message of a public stream belongs to, message by message as they came. */
export function measureGrouping(data: Data): Figure[] {
  const irc = ircStreams(data);
  const slack = slackStreams(data);
  const what = 'conversations, mean adjusted Rand index';
  const figure = (set: string, how: string, streams: readonly Stream[], group: Group) => ({
    set,
    what: `${what}, ${how}`,
    value: meanAgreement(streams, group),
    n: streams.length,
  });
  const without = learntWithout(irc);
  return [
    {
      ...figure('irc_threads_gold', 'learnt on other documents', irc, (stream) =>
        grouped(stream, without.get(stream.document)!),
      ),
      floor: 0.557,
      aim: 0.68,
    },
    figure('irc_threads_gold', 'as shipped', irc, (stream) => grouped(stream)),
    figure('irc_threads_gold', 'by `warmline group`', irc, throughTerminal(irc)),
    figure(
      'irc_threads_gold',
      'by `warmline group`, all customers',
      irc,
      throughTerminal(irc, 'customer'),
    ),
    figure('irc_threads_gold', 'author within half an hour', irc, byAuthor),
    figure('slack_streams', 'as shipped, against silver', slack, (stream) => grouped(stream)),
    figure('slack_streams', 'author within half an hour, against silver', slack, byAuthor),
  ];
}

type Group = (stream: Stream) => string[];

function meanAgreement(streams: readonly Stream[], group: Group): number {
  const scores = streams.map((stream) =>
    adjustedRand(
      stream.messages.map(({ right }) => right),
      group(stream),
    ),
  );
  return scores.reduce((a, b) => a + b, 0) / scores.length;
}

/** Weights for each document, learnt on all the others. */
function learntWithout(streams: readonly Stream[]): Map<string, Weights> {
  const examples = streams.map((stream) => ({ stream, examples: examplesOf(stream) }));
  const documents = new Set(streams.map(({ document }) => document));
  return new Map(
    [...documents].map((document) => [
      document,
      learn(examples.flatMap((e) => (e.stream.document === document ? [] : e.examples))),
    ]),
  );
}

function grouped({ messages }: Stream, weights?: Weights): string[] {
  const stream: Placed[] = [];
  for (const { said } of messages) {
    const heard = hear(said, peopleIn(stream));
    const { conversation } = place(heard, stream, { staffed: false, window: HALF_HOUR }, weights);
    stream.push({ ...heard, conversation: conversation ?? said.id });
  }
  return stream.map(({ conversation }) => conversation);
}

/** As somebody outside would ask: all streams at once, each a channel. */
function throughTerminal(streams: readonly Stream[], role?: string): Group {
  const lines = streams.flatMap(({ id: channel, messages }) =>
    messages.map(({ said: { id, author, at, text } }) => ({
      id: `${channel}/${id}`,
      channel,
      author: author.id,
      role,
      at: new Date(at).toISOString(),
      text,
    })),
  );
  const answers = new Map(
    ask('group', lines).map(({ id, conversation }) => [id, String(conversation)]),
  );
  return ({ id: channel, messages }) =>
    messages.map(({ said: { id } }) => answers.get(`${channel}/${id}`)!);
}

/** The rule this replaced: whoever writes again within half an hour goes on. */
function byAuthor({ messages }: Stream): string[] {
  const lasts = new Map<string, { conversation: string; at: number }>();
  return messages.map(({ said }) => {
    const last = lasts.get(said.author.id);
    const conversation = last && said.at - last.at <= HALF_HOUR ? last.conversation : said.id;
    lasts.set(said.author.id, { conversation, at: said.at });
    return conversation;
  });
}
