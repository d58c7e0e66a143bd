import type { WebClient } from '@slack/web-api';
import { PlatformError, type Ref, type Stage } from '../desk/ports.ts';
import { audienceOf, type Outgoing, questionIn } from '../support/effects.ts';
import { questionOf } from '../support/questions.ts';
import { promiseOf } from '../support/time/promises/given.ts';
import type { Labels } from '../support/wording.ts';
import { renderAsked } from './answers.ts';
import { LONGEST_TEXT, type Rendered, sections } from './blocks.ts';
import { callDirectly, renderCall } from './calling.ts';
import { renderCard } from './card.ts';
import { readChannelState } from './channel-state.ts';
import type { Channels } from './channels.ts';
import type { SlackConfig } from './config.ts';
import { renderDraft } from './draft.ts';
import { asking, codeOf, toPlatformError } from './errors.ts';
import type { HomeWorkspace } from './home-workspace.ts';
import { renderLessonPost } from './learning.ts';
import { renderMessage } from './message.ts';
import { escapeWithin, escapeWithLinks } from './mrkdwn.ts';
import { renderPromise } from './promise.ts';
import { tellAgent } from './telling.ts';
import type { TriageChannel } from './triage-channel.ts';
import type { Workspace, Workspaces } from './workspaces.ts';

/** The `event_type` of the metadata on everything we post; its payload names the effect and nothing else. */
export const EVENT_TYPE = 'warmline';

/** After these, a message cannot be updated in place: it is posted anew. */
const GONE = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);

export interface PerformParts {
  readonly workspaces: Workspaces;
  readonly home: HomeWorkspace;
  readonly channels: Channels;
  readonly triageChannel: string;
}

/** What posting needs beyond finding what was posted. */
export interface ShowParts extends PerformParts {
  readonly triage: TriageChannel;
  readonly labels: Labels;
  readonly config: SlackConfig;
}

/**
 * Carries out one effect: what is for the team in the home workspace, what is for the customer in their own.
 * @throws PlatformError
 */
export async function perform(
  effect: Outgoing,
  stage: Stage,
  parts: ShowParts,
): Promise<Ref | undefined> {
  const { conversation } = stage;
  const workspace = await speaker(effect, stage, parts);
  if (audienceOf(effect) === 'triage' && effect.type !== 'tell-agent')
    await parts.triage.refuseIfShared();
  const triage = await parts.channels.current(parts.triageChannel);
  switch (effect.type) {
    case 'show-card': {
      const channel = await parts.channels.current(conversation.place.channel);
      const origin = await parts.workspaces.find(conversation.place.workspace);
      const where = {
        url: origin?.url ?? '',
        channel,
        ...(origin?.id === workspace.id ? {} : { host: hostOf(origin?.url) }),
      };
      const card = renderCard(conversation, where, parts.labels);
      return show(workspace, effect, stage, triage, card);
    }
    case 'show-message': {
      const message = conversation.messages.find((one) => one.id === effect.message);
      // It was moved to another conversation since: what is posted already stays as it is.
      if (!message) return stage.posted;
      return show(workspace, effect, stage, triage, renderMessage(message), cardOf(stage));
    }
    case 'show-draft': {
      const draft = conversation.drafts.find((one) => one.number === effect.draft);
      if (!draft) return stage.posted;
      return show(
        workspace,
        effect,
        stage,
        triage,
        renderDraft(conversation, draft),
        cardOf(stage),
      );
    }
    case 'show-promise': {
      const promise = promiseOf(conversation, effect.promise);
      // It went along with its matter.
      if (!promise) return stage.posted;
      const words = renderPromise(conversation, promise);
      return show(workspace, effect, stage, triage, words, cardOf(stage));
    }
    case 'show-note': {
      const note = {
        text: escapeWithin(effect.text, LONGEST_TEXT),
        blocks: sections(effect.text, 40),
      };
      return show(workspace, effect, stage, triage, note, cardOf(stage));
    }
    case 'share': {
      const channel = await parts.channels.current(effect.channel);
      await refuseStrangers(workspace, channel);
      const shared = {
        text: escapeWithin(effect.text, LONGEST_TEXT),
        blocks: sections(effect.text, 40),
      };
      return show(workspace, effect, stage, channel, shared);
    }
    case 'show-question': {
      const question = questionOf(conversation, effect.question);
      if (!question || !stage.posted) return stage.posted;
      const asked = renderAsked(question.text, conversation, question.number);
      await update(workspace.client, effect, stage.posted, asked);
      return stage.posted;
    }
    case 'show-lesson': {
      const post = renderLessonPost(conversation, effect.lesson);
      return show(workspace, effect, stage, triage, post, cardOf(stage));
    }
    case 'send-reply':
    case 'send-acknowledgement':
    case 'send-notice': {
      const { place, text } = effect;
      const thread = place.thread ?? conversation.messages[0]?.id;
      const question = questionIn(effect);
      const channel = await parts.channels.current(place.channel);
      stage.inTime?.();
      return post(workspace.client, effect, {
        channel,
        ...(question === undefined
          ? { text: escapeWithLinks(text) }
          : renderAsked(text, conversation, question)),
        ...(thread === undefined ? {} : { thread }),
      });
    }
    case 'tell-agent':
      await tellAgent(workspace.client, effect, stage, triage);
      return undefined;
    case 'call': {
      const direct = effect.by === 'direct message';
      if (direct && (await callDirectly(effect, stage, workspace, parts.config))) return undefined;
      const words = renderCall(effect, parts.config);
      return show(workspace, effect, stage, triage, words, cardOf(stage));
    }
    default:
      return effect satisfies never;
  }
}

/**
 * The workspace whose token an effect goes with.
 * @throws PlatformError when it is not there, or the home is not known yet.
 */
export function speaker(
  effect: Outgoing,
  { conversation }: Stage,
  { workspaces, home }: PerformParts,
): Promise<Workspace> {
  return audienceOf(effect) === 'customer'
    ? workspaces.of(conversation.place.workspace)
    : home.get();
}

/** What customers wrote is not passed on to other organisations. */
async function refuseStrangers({ client }: Workspace, channel: string): Promise<void> {
  const { shared } = await readChannelState(client, channel);
  if (!shared) return;
  const words = `The channel ${channel} is shared with another organisation, which would read what customers wrote. Name one of your own under "praise" in policy.yaml.`;
  throw new PlatformError('slack', words, { retryable: false });
}

function hostOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).host : '';
}

/** Updates what stands there, or posts it: the first time, and when the old one is gone. */
async function show(
  workspace: Workspace,
  effect: Outgoing,
  { posted, inTime }: Stage,
  channel: string,
  rendered: Rendered,
  thread?: string,
): Promise<Ref> {
  const { client } = workspace;
  if (posted && (await update(client, effect, posted, rendered))) return posted;
  const { text, blocks } = rendered;
  inTime?.();
  return post(client, effect, { channel, text, blocks, ...(thread ? { thread } : {}) });
}

/** Changes what was posted; false when it is gone. */
async function update(
  client: WebClient,
  effect: Outgoing,
  posted: Ref,
  { text, blocks }: Rendered,
): Promise<boolean> {
  try {
    await client.chat.update({
      channel: posted.channel,
      ts: posted.id,
      text,
      blocks,
      parse: 'none',
      link_names: false,
      metadata: metadataOf(effect),
    });
    return true;
  } catch (error) {
    if (GONE.has(codeOf(error) ?? '')) return false;
    throw toPlatformError(error);
  }
}

/** @throws PlatformError */
export async function post(
  client: WebClient,
  effect: Pick<Outgoing, 'id'>,
  what: {
    readonly channel: string;
    readonly text: string;
    readonly blocks?: Rendered['blocks'];
    readonly thread?: string;
  },
): Promise<Ref> {
  const { channel, text, blocks, thread } = what;
  const answer = await asking(() =>
    client.chat.postMessage({
      channel,
      text,
      ...(blocks ? { blocks } : {}),
      ...(thread ? { thread_ts: thread } : {}),
      unfurl_links: false,
      unfurl_media: false,
      parse: 'none',
      link_names: false,
      metadata: metadataOf(effect),
    }),
  );
  return { channel: answer.channel ?? channel, id: answer.ts ?? '' };
}

export function metadataOf(effect: Pick<Outgoing, 'id'>) {
  return { event_type: EVENT_TYPE, event_payload: { effect: effect.id } };
}

function cardOf({ card }: Stage): string {
  if (card) return card.id;
  throw new PlatformError('slack', 'The card has not been posted yet; this belongs under it.', {
    retryable: true,
  });
}
