import { customerTeam, people } from './cast.ts';
import type { Install, User, World } from './state.ts';

/** The app as a customer company has it in its own workspace. */
export const theirInstall: Install = {
  token: 'xoxb-111111111111-fake-customer',
  teamId: customerTeam,
  teamName: 'Customer Inc',
  domain: 'customer-inc',
  botUser: 'U0WARMLINE2',
  botId: 'B0WARMLINE2',
};

/** A full member of the customer's workspace who is in no channel of the home team's. */
export const dora = 'U0DORA00001';

/** The channel of their workspace where they ask for help; people of the home team are in it by Slack Connect. */
export const theirChannel = 'C0THEIRS001';

/** Nora's and Ben's own workspace, as this Slack knows it beside the home team's. */
export function openCustomerCompany(world: World): void {
  for (const [id, realName, bot] of [
    [theirInstall.botUser, 'Warmline', true],
    [dora, 'Dora Customer', false],
  ] as const) {
    const user: User = {
      id,
      name: realName.toLowerCase().replace(' ', '.'),
      realName,
      teamId: customerTeam,
      bot,
      guest: 'no',
      deleted: false,
    };
    world.users.set(id, user);
  }
  const { nora, ben, ada, cole, gus } = people;
  world.channels.set(theirChannel, {
    id: theirChannel,
    name: 'help',
    kind: 'private',
    members: new Set([theirInstall.botUser, dora, nora, ben, ada, cole, gus]),
    shared: true,
    teams: [customerTeam],
    archived: false,
    messages: [],
  });
}
