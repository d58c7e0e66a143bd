// Warmline with its Teams door, put together as main.ts does, but with credentials that no sign-in service has to give.
import { readConfig } from '../src/config.ts';
import { systemClock } from '../src/desk/clock.ts';
import { createDesk } from '../src/desk/desk.ts';
import { openStore } from '../src/desk/store/open.ts';
import { loadHandbook } from '../src/handbook/handbook.ts';
import { createLogger } from '../src/logger.ts';
import { createMetrics } from '../src/metrics.ts';
import { listen } from '../src/server.ts';
import { createTeams } from '../src/teams/teams.ts';
import { credentials, settings } from './teams-settings.ts';

const { host, port, storeUrl, handbookDir, logLevel } = readConfig();
const clock = systemClock;
const log = createLogger({ level: logLevel, readable: false });
const handbook = await loadHandbook(handbookDir);
const desk = createDesk({ store: (await openStore(storeUrl, log)).store, handbook, clock, log });
const { botToken: _, ...known } = settings;
const config = { ...known, auth: 'password', leads: [], targetedMessages: false } as const;
const door = await createTeams({
  config,
  desk,
  handbook,
  clock,
  log,
  credentials: credentials as never,
});
desk.open(door);
await listen({
  host,
  port,
  routes: door.routes,
  log,
  missing: () => [],
  metrics: createMetrics({ stats: () => desk.stats(), missing: () => [] }),
});
desk.start();
