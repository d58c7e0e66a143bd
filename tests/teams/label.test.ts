import { describe, expect, it } from 'vitest';
import { places } from '../fake-teams/cast.ts';
import { pressables } from '../fake-teams/reading.ts';
import { type OpenTeams, openTeams } from './open.ts';

const PROBLEM = 'My invoice 4411 was charged twice and I need this fixed';
const PAUSE = 21_000;
const LABEL = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  additionalType: ['AIGeneratedContent'],
};

/** What the customer got, oldest first: the entities of each message. */
const theirs = ({ teams }: OpenTeams, root: string) =>
  teams
    .posts(places.support, root)
    .filter((post) => post.from === teams.world.bot.id)
    .map((post) => post.words.entities);

describe('the label of words that a machine wrote', () => {
  it('stands on drafts alone: customers read what an agent approved', async () => {
    await using open = await openTeams();
    const root = await open.rig.writes('Nora Customer', PROBLEM);
    await open.pass(PAUSE);
    const isDraft = (one: { data: object }) => 'draft' in one.data;
    const ours = [...open.teams.roots(places.triage), ...open.teams.posts(places.triage)];
    expect(ours.some((post) => pressables(post.words).some(isDraft))).toBe(true);
    for (const post of ours) {
      const expected = pressables(post.words).some(isDraft) ? [LABEL] : [];
      expect(post.words.entities).toEqual(expected);
    }
    await open.rig.presses('Ada Agent', 'send');
    await open.settle();
    expect(theirs(open, root)).toEqual([[], []]);
  });

  it('leaves a draft whose words became the agent’s', async () => {
    await using open = await openTeams();
    await open.rig.writes('Nora Customer', PROBLEM);
    await open.pass(PAUSE);
    const labels = () => open.teams.posts(places.triage).flatMap((post) => post.words.entities);
    expect(labels()).toEqual([LABEL]);
    await open.rig.presses('Ada Agent', 'edit', { text: 'I have refunded it, Nora.' });
    await open.settle();
    expect(labels()).toEqual([]);
  });

  it('goes to customers where the policy says so, with what nobody changed', async () => {
    await using open = await openTeams({ policy: { labelReplies: true } });
    const root = await open.rig.writes('Nora Customer', PROBLEM);
    await open.pass(PAUSE);
    await open.rig.presses('Ada Agent', 'send');
    await open.settle();
    expect(theirs(open, root)).toEqual([[LABEL], [LABEL]]);
  });

  it('is not on a reply that an agent wrote anew', async () => {
    await using open = await openTeams({ policy: { labelReplies: true, acknowledge: false } });
    const root = await open.rig.writes('Nora Customer', PROBLEM);
    await open.pass(PAUSE);
    await open.rig.presses('Ada Agent', 'edit', { text: 'I have refunded it, Nora.' });
    await open.settle();
    expect(theirs(open, root)).toEqual([[]]);
  });
});
