import type { KnownBlock } from '@slack/types';
import { type NoteStage, PlatformError, type Ref, type Stage } from '../desk/ports.ts';
import type { Note } from '../support/effects.ts';
import { type Hand, type NotePart, sayMatter, sayNext } from '../support/rounds/note.ts';
import type { Labels } from '../support/wording.ts';
import { context, header, LONGEST_TEXT, type Rendered, section } from './blocks.ts';
import { readChannelState } from './channel-state.ts';
import { asking } from './errors.ts';
import { findNote } from './find.ts';
import { date, escaped, escapeWithin, link } from './mrkdwn.ts';
import type { People } from './people.ts';
import { post, type ShowParts } from './perform.ts';
import { postReport, type ScheduledParts } from './reports/scheduled.ts';
import { nameOf, permalink } from './wording.ts';
import type { Workspace } from './workspaces.ts';

type Parts = Pick<
  ShowParts,
  'home' | 'channels' | 'triageChannel' | 'triage' | 'labels' | 'config'
> &
  ScheduledParts;

/** A message takes 50 blocks. */
const MOST_BLOCKS = 49;

const hand: Hand = { date, escaped };

/**
 * Posts a note, once, as far as Slack can tell: in the triage channel, or where the note says.
 * @throws PlatformError
 */
export async function postNote(
  note: Note,
  { about, uncertain, person, sheet }: NoteStage,
  parts: Parts,
): Promise<Ref | undefined> {
  const workspace = await parts.home.get();
  const channel = await channelFor(note, person, workspace, parts);
  if (channel === undefined) return undefined;
  const found = uncertain ? await findNote(workspace.client, note, channel) : undefined;
  if (found) return found;
  if (sheet) {
    const to = { team: workspace, channel, alone: person !== undefined };
    await postReport(note, sheet, to, parts);
    return undefined;
  }
  const names = await Promise.all(
    note.parts.map(({ next }) => namesOf(next?.people ?? [], workspace, parts.people)),
  );
  const lists = note.parts.flatMap((part, n) =>
    blocksOf(part, names[n] ?? [], about, workspace, parts.labels),
  );
  const rendered: Rendered = {
    text: escapeWithin(note.parts.map(({ title }) => title).join(' · '), LONGEST_TEXT),
    blocks: lists.slice(0, MOST_BLOCKS),
  };
  return post(workspace.client, note, { channel, ...rendered });
}

/** Where it goes; undefined where that is nobody of Slack's. */
async function channelFor(
  { to }: Note,
  person: NoteStage['person'],
  { client }: Workspace,
  { triage, channels, triageChannel, config }: Parts,
): Promise<string | undefined> {
  if (person) {
    const direct = await asking(() => client.conversations.open({ users: person.id }));
    return direct.channel?.id ?? person.id;
  }
  if (to === 'triage') {
    await triage.refuseIfShared();
    return channels.current(triageChannel);
  }
  if (!/^[CG][A-Z0-9]{2,}$/.test(to.id)) return undefined;
  const channel = await channels.current(to.id);
  const isCustomers = config.supportChannels.some((one) => one === to.id || one === channel);
  if (!isCustomers && !(await readChannelState(client, channel)).shared) return channel;
  const words = `Customers or another organisation read the channel ${to.id}: a report does not go there. Name one of your own under "reports" in policy.yaml.`;
  throw new PlatformError('slack', words, { retryable: false });
}

function blocksOf(
  part: NotePart,
  names: readonly string[],
  about: ReadonlyMap<string, Stage>,
  { url }: Workspace,
  labels: Labels,
): KnownBlock[] {
  const stages = part.about.flatMap((id) => about.get(id) ?? []);
  if (stages.length === 0) return [];
  const next = sayNext(part, names, hand);
  const lines = stages.map(({ conversation, card }) => {
    const name = nameOf(conversation.customer);
    const who = card ? link(permalink(url, card.channel, card.id), name) : escaped(name);
    return [`*${who}*`, ...sayMatter(conversation, labels, hand)].join('  ·  ');
  });
  return [
    header(part.title),
    ...(next === '' ? [] : [context(next)]),
    ...lines.map(section),
    ...(part.more > 0 ? [context(`and ${part.more} more`)] : []),
  ];
}

/** Names, which ping nobody. Whom Slack does not tell us now goes unnamed: the note does not wait for it. */
async function namesOf(
  ids: readonly string[],
  workspace: Workspace,
  people: People,
): Promise<string[]> {
  const named = await Promise.all(
    ids.map((id) =>
      people.person(workspace, id).then(
        ({ name }) => name.trim(),
        () => '',
      ),
    ),
  );
  return named.filter((name) => name !== '');
}
