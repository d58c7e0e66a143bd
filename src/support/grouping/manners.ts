import { isTeam, type Scene, type Talk } from './scene.ts';

/**
 * What everybody knows of talk between customers and a team, and no public talk teaches. Weighed by hand, on the scale
 * of the learnt weights: 4 makes the unlikely likely.
 */
export const MANNERS = {
  announces: 4,
  chimesAlone: -3,
  chimesIn: 2,
  teamBegins: -1.5,
  answersWaiting: 2.5,
  amongTheTeam: -2,
  anothersMatter: -4,
  answersTeam: 3,
  teamsOwn: -1.5,
} as const;

export type Manners = Readonly<Partial<Record<keyof typeof MANNERS, number>>>;

/** What speaks for the message's beginning a conversation of its own. */
export function mannersOfNone({ heard }: Scene, staffed: boolean): Manners {
  return {
    ...(heard.announces ? { announces: 1 } : {}),
    ...(heard.chimesIn ? { chimesAlone: 1 } : {}),
    ...(staffed && isTeam(heard.role) ? { teamBegins: 1 } : {}),
  };
}

/** What speaks for its belonging to a conversation. `staffed`: a team answers here. */
export function mannersOf(talk: Talk, scene: Scene, staffed: boolean): Manners {
  const { heard, stream } = scene;
  const last = stream[talk.last]!;
  const chimesIn = heard.chimesIn && last.author !== heard.author ? { chimesIn: 1 } : {};
  if (!staffed) return chimesIn;
  if (isTeam(heard.role)) return mannersOfTeam(talk, scene);
  if (talk.customer === undefined) return { teamsOwn: 1 };
  if (talk.customer === heard.author || heard.to === talk.customer || heard.chimesIn) return chimesIn;
  const answers = isTeam(last.role) && last.asks && !heard.asks && !heard.seeks;
  return { anothersMatter: 1, ...(answers ? { answersTeam: 1 } : {}) };
}

function mannersOfTeam(talk: Talk, { heard, stream }: Scene): Manners {
  const last = stream[talk.last]!;
  if (talk.customer === undefined) return {};
  const toTeam = heard.to !== undefined && stream.some((s) => s.author === heard.to && isTeam(s.role));
  if (toTeam) return { amongTheTeam: 1 };
  return isTeam(last.role) ? {} : { answersWaiting: 1 };
}
