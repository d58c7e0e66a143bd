import type { HomeView, KnownBlock } from '@slack/types';
import type { Desk } from '../desk/ports.ts';
import { sayKudos } from '../support/praise/kudos.ts';
import type { Sheet } from '../support/report/sheet.ts';
import { mayAct, type Person } from '../support/roles.ts';
import { context, header, section, sections } from './blocks.ts';
import { type QueueView, renderQueue } from './queue.ts';
import { usualReports } from './reports/buttons.ts';
import type { Known } from './reports/cells.ts';
import { renderSheet } from './reports/sheet.ts';

/** How today stands, for a lead: counted, on its way, or why there is nothing. */
export type Today =
  | { readonly is: 'told'; readonly sheet: Sheet; readonly known: Known }
  | { readonly is: 'being counted' }
  | { readonly is: 'not told'; readonly because: string };

/** While the desk cannot be read: what stood there before may not be so any more. */
export const HOME_UNREAD: HomeView = {
  type: 'home',
  blocks: [section('This could not be looked up just now. Please open it again in a minute.')],
};

/** A home takes 100 blocks: the lists of those who wait leave this many to the rest. */
const MOST_BLOCKS = 98;

/**
 * The App Home: for agents their own conversations, the queue and what customers thanked them for; for leads how today stands as
 * well; for everybody else how to get help.
 * @throws when the desk cannot be read.
 */
export async function renderHome(
  person: Person,
  desk: Desk,
  view: QueueView,
  today: Today,
): Promise<HomeView> {
  if (!mayAct(person)) {
    const words =
      person.role === 'colleague'
        ? 'Warmline helps the support team answer customers. Ask a lead to add you to the agents to see the queue here.'
        : 'Write your question in our shared channel or as a message to this app. A person of the team answers it.';
    return { type: 'home', blocks: [section(words)] };
  }
  const [mine, waiting, kudos] = await Promise.all([
    desk.owned('slack', person.id),
    desk.waiting(100),
    desk.kudos('slack', undefined, person),
  ]);
  const others = waiting.filter((one) => one.owner?.id !== person.id);
  const blocks = [
    ...(person.role === 'lead' ? [...showToday(today), DIVIDER] : []),
    ...renderQueue('Yours', mine, view).blocks,
    DIVIDER,
    ...(kudos.length === 0 ? [] : thanks(sayKudos(kudos, person.role === 'lead'))),
    ...renderQueue('Waiting for us', others, view).blocks,
  ];
  const left = blocks.length - MOST_BLOCKS;
  const more = left > 0 ? [context('More wait than fit here: `/support queue` lists them.')] : [];
  return { type: 'home', blocks: [...blocks.slice(0, MOST_BLOCKS), ...more] };
}

const DIVIDER: KnownBlock = { type: 'divider' };

/** How many parts of a report are told: the figures, and who waits. */
const MOST_PARTS = 2;

/** Tables and charts that Slack draws are for messages: here all is told in words, and the charts are left out. */
function showToday(today: Today): KnownBlock[] {
  switch (today.is) {
    case 'told': {
      const { sheet, known } = today;
      const parts = sheet.parts.filter((part) => part.is !== 'chart').slice(0, MOST_PARTS);
      const short = { ...sheet, parts };
      const { blocks } = renderSheet(short, { ...known, showing: 'words', pictures: new Map() });
      return [...blocks, usualReports()];
    }
    case 'being counted':
      return [header('Today'), context('It is being counted.'), usualReports()];
    case 'not told':
      return [header('Today'), ...sections(today.because, 1), usualReports()];
    default:
      return today satisfies never;
  }
}

function thanks(words: string): KnownBlock[] {
  return [header('What customers thanked for'), ...sections(words, 3), DIVIDER];
}
