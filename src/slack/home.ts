import type { HomeView } from '@slack/types';
import type { Desk } from '../desk/ports.ts';
import { mayAct, type Person } from '../support/roles.ts';
import { section } from './blocks.ts';
import { type QueueView, renderQueue } from './queue.ts';

/**
 * The App Home: for agents their own conversations and the queue, for everybody else how to get help.
 * @throws when the desk cannot be read.
 */
export async function renderHome(person: Person, desk: Desk, view: QueueView): Promise<HomeView> {
  if (!mayAct(person)) {
    const words =
      person.role === 'colleague'
        ? 'Warmline helps the support team answer customers. Ask a lead to add you to the agents to see the queue here.'
        : 'Write your question in our shared channel or as a message to this app. A person of the team answers it.';
    return { type: 'home', blocks: [section(words)] };
  }
  const waiting = await desk.waiting(100);
  const mine = waiting.filter((one) => one.owner?.id === person.id);
  const others = waiting.filter((one) => one.owner?.id !== person.id);
  return {
    type: 'home',
    blocks: [
      ...renderQueue('Yours', mine, view).blocks,
      { type: 'divider' },
      ...renderQueue('Waiting for us', others, view).blocks,
    ],
  };
}
