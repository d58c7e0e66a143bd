import { expect, it } from 'vitest';
import { openMemory } from '../../src/desk/store/memory.ts';
import { createReferences, type Reference } from '../../src/teams/references.ts';

const spoken = (serviceUrl: string) => ({
  serviceUrl,
  recipient: { id: '28:bot' },
  conversation: { id: '19:support@thread.tacv2', conversationType: 'channel' },
});

it('what one process heard of a conversation serves the others at once, also when it has moved', async () => {
  const shelf = openMemory().shelf<Reference>('teams-references');
  const [one, two] = [createReferences(shelf), createReferences(shelf)];
  await one.remember(spoken('https://old.example/'));
  const where = async () => (await two.of('19:support@thread.tacv2'))?.serviceUrl;
  expect(await where()).toBe('https://old.example/');
  await one.remember(spoken('https://new.example/'));
  expect(await where()).toBe('https://new.example/');
  // Never heard of, and of the same organisation.
  expect((await two.of('19:other@thread.tacv2'))?.serviceUrl).toBe('https://new.example/');
});
