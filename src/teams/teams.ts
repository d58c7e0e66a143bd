import type { Clock } from '../desk/clock.ts';
import { type Desk, type Door, type Log, PlatformError, type Route } from '../desk/ports.ts';
import type { Handbook } from '../support/handbook.ts';
import { labelsOf } from '../support/wording.ts';
import { type CredentialsFactory, createBotFramework } from './botbuilder.ts';
import type { TeamsConfig } from './config.ts';
import { find } from './find.ts';
import type { IntakeParts } from './intake.ts';
import { postNote } from './note.ts';
import { createPace } from './pace.ts';
import { createPeople } from './people.ts';
import { perform } from './perform.ts';
import { rememberProofs } from './proofs.ts';
import { createReceive } from './receive.ts';
import { createReferences } from './references.ts';
import { understand } from './understand.ts';

export interface TeamsDoor extends Door, AsyncDisposable {
  readonly routes: readonly Route[];
  /** Whether Microsoft has taken our credentials. */
  ready(): boolean;
}

export interface TeamsParts {
  readonly config: TeamsConfig;
  readonly desk: Desk;
  readonly handbook: Handbook;
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds to wait for an answer of Teams'; default 10 s. */
  readonly patience?: number;
  /** In place of Microsoft's sign-in service, for tests. */
  readonly credentials?: CredentialsFactory;
  /** Whether dialogs can be opened; where not, their forms stand in the cards. Default: unless anonymous. */
  readonly dialogs?: boolean;
}

/**
 * Door two: Microsoft Teams.
 * @throws PlatformError when Microsoft refuses our credentials. Microsoft being away is no error: we go on trying.
 */
export async function createTeams(parts: TeamsParts): Promise<TeamsDoor> {
  const { config, desk, handbook, clock, log, patience = 10_000, credentials } = parts;
  const framework = createBotFramework(config, patience, credentials);
  const references = createReferences(desk.shelf('teams-references'));
  const people = createPeople({
    config,
    framework,
    references,
    shelf: desk.shelf('teams-people'),
    rosters: desk.shelf('teams-rosters'),
    clock,
    log,
  });
  const { tenantId, triageChannel, targetedMessages } = config;
  const common: IntakeParts = {
    config,
    desk,
    clock,
    log,
    framework,
    authenticate: rememberProofs(framework.authenticate, clock),
    references,
    people,
    tenantId,
    triageChannel,
    targetedMessages,
    pace: createPace(clock),
    labels: labelsOf(handbook),
    chats: desk.shelf('teams-chats'),
    answered: desk.shelf('teams-answered'),
  };
  const dialogs = parts.dialogs ?? config.auth !== 'anonymous';

  let known = config.auth === 'anonymous';
  const introduce = async () => {
    await framework.introduce();
    known = true;
  };
  if (!known) {
    await introduce().catch((error: unknown) => {
      if (error instanceof PlatformError && !error.retryable) throw error;
      log.error({ err: error }, 'Microsoft’s sign-in could not be reached; we go on trying');
    });
  }

  return {
    platform: 'teams',
    routes: [createReceive(common)],
    ready() {
      if (!known) introduce().catch(() => {});
      return known;
    },
    async staff(ids) {
      if (ids !== 'leads') return people.staff(ids);
      const listed = await people.staff(await people.leads());
      return listed.filter(({ role }) => role === 'lead');
    },
    understand: (delivery) => understand(delivery, { config, desk, people, now: clock.now() }),
    perform: (effect, stage) =>
      perform(effect, stage, { ...common, dialogs, labelReplies: handbook.policy.labelReplies }),
    find: async (effect) => find(effect),
    postNote: (note, how) => postNote(note, how, common),
    async [Symbol.asyncDispose]() {},
  };
}
