import { customerTeam, places } from '../tests/fake-slack/cast.ts';
import type { FakeSlack } from '../tests/fake-slack/fake-slack.ts';

const id = (prefix: string, number: number) => `${prefix}${String(number).padStart(5, '0')}`;

/** Support channels of many customers, and their people. */
export const supportChannels = Array.from({ length: 300 }, (_, i) => id('C0BENCH', i));
export const customers = Array.from({ length: 200 }, (_, i) => id('U0BENCH', i));

export { places };

/** Puts the bench's channels and customers into a fake Slack. */
export function setScene({ world }: FakeSlack): void {
  const [install] = world.installs.values();
  for (const [i, user] of customers.entries()) {
    const realName = `Customer ${i}`;
    const teamId = customerTeam;
    const person = { id: user, name: `customer.${i}`, realName, teamId };
    world.users.set(user, { ...person, bot: false, guest: 'no', deleted: false });
  }
  for (const channel of supportChannels) {
    const members = new Set([install!.botUser, ...customers]);
    const facts = { id: channel, name: channel.toLowerCase(), kind: 'public' as const };
    world.channels.set(channel, { ...facts, members, shared: true, archived: false, messages: [] });
  }
}
