import type { NoteStage, Stage } from '../desk/ports.ts';
import type { Commit } from '../desk/store/store.ts';
import type { Conversation, Deed, Draft, Instant } from '../support/conversation.ts';
import { audienceOf, type KeptEffect, type Note, type Outgoing } from '../support/effects.ts';
import type { Fact } from '../support/facts.ts';
import type { KeptFact } from '../support/report/page.ts';
import { type GivenPromise, isOpenPromise, promiseOf } from '../support/time/promises/given.ts';

/** One thing that would have left or happened. */
export interface Line {
  readonly at: string;
  /** Null for what is of no one conversation. */
  readonly conversation: string | null;
  readonly type: string;
  /** Who would have got it; null for what only happened. */
  readonly to: string | null;
  readonly text?: string;
  readonly because?: string;
}

type Told = Omit<Line, 'at' | 'conversation'>;

/** What happened and left since somebody last looked. */
export interface Journal {
  /** A decision was kept. */
  decided(commit: Commit): void;
  /** An effect left. `lead`: whoever gets it is one. */
  left(effect: Outgoing, stage: Stage, lead: boolean): void;
  /** A note to the team or one of them left: a line for each conversation that it lists, or one for a report. */
  posted(note: Note, how: Omit<NoteStage, 'uncertain'>): void;
  /** Takes the lines of what came to pass at this instant: conversation by conversation, in the order of its decisions. */
  take(at: Instant): Line[];
}

/** Facts that are counted of what is a line of its own when it leaves, or among the deeds. */
const LEAVE: ReadonlySet<Fact['type']> = new Set([
  'acknowledged',
  'replied',
  'draft-settled',
  'merged',
]);

/** Deeds that a line of what left, or of a fact by another name, tells already. */
const COUNTED: ReadonlySet<Deed['did']> = new Set([
  'sent',
  'edited-and-sent',
  'corrected-category',
  'corrected-urgency',
]);

export function createJournal(): Journal {
  let lines: (Told & { conversation: string | null; version: number; place: number })[] = [];
  /** States of drafts that agents have seen: a draft is shown anew whenever something about it changes. */
  const seen = new Set<string>();

  return {
    decided({ conversation: change, facts }) {
      if (!change) return;
      const { before, next } = change;
      const told = facts.filter(({ type }) => !LEAVE.has(type));
      const deeds = next.deeds
        .slice(before?.deeds.length ?? 0)
        .filter(({ did }) => !COUNTED.has(did) && told.every(({ type }) => type !== did));
      const happened: Told[] = [
        ...told.map(ofFact),
        ...deeds.map(({ did, by, detail }) => ({
          type: did,
          to: null,
          because: [`by ${by.name || by.id}`, ...(detail ? [detail] : [])].join(': '),
        })),
      ];
      for (const one of happened) {
        lines.push({ ...one, conversation: next.id, version: next.version, place: -1 });
      }
    },
    left(effect, { conversation }, lead) {
      const one = ofEffect(effect, conversation, lead);
      if (!one) return;
      const { id } = conversation;
      // What is shown anew because something beside it changed is told once.
      if (effect.type === 'show-promise') {
        const shown = `${id}/${effect.promise}/${one.because}`;
        if (seen.has(shown)) return;
        seen.add(shown);
      }
      if (effect.type === 'show-draft') {
        const shown = `${id}/${effect.draft}/${one.type}`;
        if (seen.has(shown)) return;
        seen.add(shown);
      }
      const [version, place] = effect.id
        .slice(id.length + 1)
        .split('/')
        .map(Number);
      lines.push({ ...one, conversation: id, version: version!, place: place! });
    },
    posted({ id: note, to: where, parts, report }, { about, person, sheet }) {
      const alone = person?.role === 'lead' ? 'lead' : 'agent';
      const to = where === 'triage' ? 'triage' : person ? alone : 'team';
      if (sheet) {
        const line = { type: 'scheduled-report', to, text: report ?? '', because: sheet.title };
        lines.push({
          ...line,
          conversation: null,
          version: 0,
          place: Number(note.split('/').at(-1)),
        });
      }
      for (const [id, { conversation }] of about) {
        const titles = parts.filter((part) => part.about.includes(id)).map(({ title }) => title);
        const { version } = conversation;
        const type = person ? 'brief' : 'team-note';
        const line = { type, to, text: titles.join(' · ') };
        lines.push({ ...line, conversation: id, version, place: Number.MAX_SAFE_INTEGER });
      }
    },
    take(at) {
      if (lines.length === 0) return [];
      const taken = lines.toSorted(
        (a, b) =>
          compare(a.conversation ?? '', b.conversation ?? '') ||
          a.version - b.version ||
          a.place - b.place,
      );
      lines = [];
      const iso = new Date(at).toISOString();
      return taken.map(({ version: _, place: __, conversation, ...one }) => ({
        at: iso,
        conversation,
        ...one,
      }));
    },
  };
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function ofFact({ type, at: _, conversation: __, about: ___, ...details }: KeptFact): Told {
  const because = Object.entries(details).map(([name, value]) =>
    name === 'after' || name === 'working'
      ? `${name} ${Math.round(Number(value) / 1000)} s`
      : `${name} ${name === 'due' ? new Date(Number(value)).toISOString() : value}`,
  );
  return { type, to: null, ...(because.length > 0 && { because: because.join(', ') }) };
}

/** Whether an effect is more than a card brought up to date: what that shows is told when it happens. */
export function tells({ type }: KeptEffect): boolean {
  return !['show-card', 'show-message', 'show-question'].includes(type);
}

/** `send-reply` is a `reply`, `show-note` a `note`; `tell-agent` is `told-agent`. */
function ofEffect(effect: Outgoing, conversation: Conversation, lead: boolean): Told | undefined {
  if (!tells(effect)) return undefined;
  if (effect.type === 'show-draft') {
    return ofDraft(conversation.drafts.find(({ number }) => number === effect.draft));
  }
  if (effect.type === 'show-promise') {
    return ofPromise(promiseOf(conversation, effect.promise));
  }
  if (effect.type === 'send-notice')
    return { type: effect.about, to: 'customer', text: effect.text };
  const [verb, ...rest] = effect.type.split('-');
  const name = rest.join('-');
  const words = 'text' in effect ? { text: effect.text } : {};
  if (verb === 'tell') {
    const to = lead ? 'lead' : name;
    return { type: `told-${to}`, to, ...words };
  }
  if (effect.type === 'call') {
    return { type: 'call', to: effect.whom === 'leads' ? 'lead' : 'agent', ...words };
  }
  const type = verb === 'send' || verb === 'show' ? name : effect.type;
  return { type, to: audienceOf(effect), ...words };
}

/** What was promised, and by when; what becomes of it is told when it happens. */
function ofPromise(promise: GivenPromise | undefined): Told | undefined {
  if (!promise || !isOpenPromise(promise)) return undefined;
  const { quote, by, due, because, state } = promise;
  const when = due === undefined ? because : `due ${new Date(due).toISOString()}, ${because}`;
  const who = by.name || by.id;
  return { type: 'promise', to: 'triage', text: quote, because: `${state}: by ${who}, ${when}` };
}

function ofDraft(draft: Draft | undefined): Told | undefined {
  if (draft?.state.is === 'void') {
    const because = draft.state.because.replaceAll('-', ' ');
    return { type: 'draft-withdrawn', to: 'triage', because };
  }
  if (draft?.state.is !== 'open') return undefined;
  const titles = draft.citations?.map(({ title }) => title) ?? [];
  const from = [`from ${draft.template}`, ...(titles.length > 0 ? [titles.join(', ')] : [])];
  return { type: 'draft', to: 'triage', text: draft.text, because: from.join('; ') };
}
