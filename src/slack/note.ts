import type { KnownBlock } from '@slack/types';
import type { Door, Ref, Stage } from '../desk/ports.ts';
import type { Note } from '../support/effects.ts';
import { type Hand, type NotePart, sayMatter, sayNext } from '../support/rounds/note.ts';
import type { Labels } from '../support/wording.ts';
import { context, header, LONGEST_TEXT, type Rendered, section } from './blocks.ts';
import { findNote } from './find.ts';
import { date, escaped, escapeWithin, link } from './mrkdwn.ts';
import type { People } from './people.ts';
import { post, type ShowParts } from './perform.ts';
import { nameOf, permalink } from './wording.ts';
import type { Workspace } from './workspaces.ts';

type Parts = Pick<ShowParts, 'home' | 'channels' | 'triageChannel' | 'triage' | 'labels'> & {
  readonly people: People;
};

/** A message takes 50 blocks. */
const MOST_BLOCKS = 49;

const hand: Hand = { date, escaped };

/**
 * Posts a note in the triage channel, once, as far as Slack can tell.
 * @throws PlatformError
 */
export async function postNote(
  note: Note,
  { about, uncertain }: Parameters<Door['postNote']>[1],
  parts: Parts,
): Promise<Ref> {
  const workspace = await parts.home.get();
  await parts.triage.refuseIfShared();
  const channel = await parts.channels.current(parts.triageChannel);
  const found = uncertain ? await findNote(workspace.client, note, channel) : undefined;
  if (found) return found;
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
