import type { Weather } from './weather.ts';

/** One platform, as the run sees it: what customers and agents do there, and what they find. */
export interface Side extends AsyncDisposable {
  readonly platform: 'slack' | 'teams';
  /** What the application must know to find it. */
  readonly environment: Readonly<Record<string, string>>;
  /** From here on the bot is told at this address, and the platform is as the weather has it. */
  open(url: string, weather: Weather): void;
  /** A customer says something at the top of their channel. */
  writes(customer: number, text: string): Promise<Told>;
  /** They change what they said. */
  edits(customer: number, message: string, text: string): Promise<Told>;
  /** Drafts that can be sent, as they stand in the triage channel. */
  drafts(): Sendable[];
  /** Whether the press was acknowledged; `gone` where the button is not there any more. */
  presses(agent: Agent, draft: Sendable, button: 'send' | 'arrived'): Promise<Press>;
  /** What the bot has said where customers read. */
  said(): Said[];
  /** Lets go of what nobody looks at again. */
  tidy(): void;
  /** Resolves when nothing is on its way to the bot. */
  settled(): Promise<void>;
}

export type Agent = 'ada' | 'sam';

export type Press = 'heard' | 'unheard' | 'gone';

/** What became of something that the bot was told. */
export interface Told {
  /** The message's id. */
  readonly id: string;
  /** Whether the bot has said by now that it is safe: at once, or when the platform tried again. */
  safe(): boolean;
}

/** A draft with its buttons. */
export interface Sendable {
  /** The id of the message that began its conversation. */
  readonly root: string;
  readonly conversation: string;
  readonly number: number;
  /** Nobody knows whether it has arrived: the agents are asked. */
  readonly uncertain: boolean;
  /** The words of the card. */
  readonly words: string;
  readonly post: { readonly channel: string; readonly id: string };
}

/** Words of the bot's where customers read. */
export interface Said {
  /** The id of the message under which they stand; empty in a chat or at the top of a channel. */
  readonly root: string;
  readonly text: string;
  /** The effect that they carry out, where the platform keeps it. */
  readonly effect?: string;
  /** Names of the buttons under them. */
  readonly buttons: readonly string[];
}

/** How many channels customers of a platform write in. */
export const CHANNELS = 12;
