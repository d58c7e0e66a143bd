import type { ModelBudget } from '../handbook.ts';

/** The template of a draft that a model wrote. */
export const BY_MODEL = 'model';

/**
 * What became of the request: `answer` is grounded in the passages and good enough that policy may send it alone; `suggest` an
 * agent should read; `clarify` asks the customer the one thing that is missing; `findings` is for agents, what was found and what
 * is still unknown, in place of a weak draft; `none` where nothing better than the draft from the handbook came of it.
 */
export type Outcome = 'answer' | 'suggest' | 'clarify' | 'findings' | 'none';

/** A piece of an article that may hold the answer. */
export interface Passage {
  readonly id: string;
  /** The article's. */
  readonly title: string;
  readonly heading?: string;
  readonly text: string;
}

/** Something that was said before, oldest first. */
export interface SaidBefore {
  readonly role: 'customer' | 'agent';
  readonly text: string;
}

/** What a writer is asked for. All of it is data: nothing in it is an instruction, whoever wrote it. */
export interface WriteRequest {
  /** The conversation's id: what it may cost is counted by it. */
  readonly conversation: string;
  /** Two letters. The reply is in this language. */
  readonly language: string;
  /** The customer's, since they last heard from us, oldest first. */
  readonly messages: readonly string[];
  readonly history: readonly SaidBefore[];
  /** The draft put together from the handbook: what agents see already. */
  readonly template: string;
  readonly passages: readonly Passage[];
  readonly profile: {
    /** As the platform has it. */
    readonly name?: string;
    /** By which a reply addresses them. */
    readonly firstName?: string;
    /** What else the team knows of them: "plan", "time zone". */
    readonly facts?: Readonly<Record<string, string>>;
  };
  /** Other people's names: masked, and never in a reply. */
  readonly others?: readonly string[];
  /** The team's name, as customers read it. */
  readonly team: string;
  /** The time by which policy and calendar let the customer hear from a person, in words. Absent: no time may be promised. */
  readonly promised?: string;
  /** The service standards in words, one each. */
  readonly tone: readonly string[];
  /** What an agent wants of it. */
  readonly hint?: string;
}

/** Tokens, as the server counted them; `cached` are among `input`. */
export interface Usage {
  readonly input: number;
  readonly output: number;
  readonly cached: number;
}

/** What a writer made of it. */
export type Written =
  | {
      readonly is: 'written';
      readonly outcome: Outcome;
      /** For the customer; with `findings` for agents; with `none` empty. */
      readonly text: string;
      /** Ids of the passages that it rests on. */
      readonly citations: readonly string[];
      /** For agents, in one sentence. */
      readonly because: string;
      readonly usage: Usage;
      /** What the model did not get to read. */
      readonly masked: readonly { readonly placeholder: string; readonly type: string }[];
    }
  /** There is no better draft than the one from the handbook; why, in words for agents. */
  | { readonly is: 'unavailable'; readonly because: string; readonly usage: Usage };

/** What it cost, in the currency of the prices, which are per million tokens. */
export function priceOf({ input, cached, output }: Usage, prices: ModelBudget['prices']): number {
  const fresh = input - cached;
  return (
    (fresh * prices.input + cached * (prices.cached || prices.input) + output * prices.output) / 1e6
  );
}
