import OpenAI from 'openai';

/** A question came to nothing. The message is for agents; it quotes nothing that anybody wrote. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
  /** Milliseconds for which it is no use to ask again, where that is known. */
  readonly pause: number | undefined;
  /** It tells nothing of whether the next question will be answered. */
  readonly passing: boolean;

  constructor(because: string, how: { pause?: number; passing?: true; cause?: unknown } = {}) {
    super(because, { cause: how.cause });
    this.pause = how.pause;
    this.passing = how.passing ?? false;
  }
}

const QUARTER_OF_AN_HOUR = 900_000;

/** What the client rejected with, in words. The server's own words are left out: they may quote the question. */
export function unanswered(error: unknown): Unanswered {
  if (error instanceof Unanswered) return error;
  if (error instanceof OpenAI.APIUserAbortError) {
    return new Unanswered('it took too long, or nobody waits for it any more', { passing: true });
  }
  if (error instanceof OpenAI.APIConnectionTimeoutError) {
    return new Unanswered('the model did not answer in time');
  }
  if (error instanceof OpenAI.APIConnectionError) {
    return new Unanswered('the model’s server could not be reached');
  }
  if (!(error instanceof OpenAI.APIError)) {
    return new Unanswered('what the model’s server answered could not be read');
  }
  const { status } = error;
  if (status === 401 || status === 403) {
    return new Unanswered('the model’s server refuses our key: check OPENAI_API_KEY', {
      pause: QUARTER_OF_AN_HOUR,
    });
  }
  if (status === 404) {
    return new Unanswered(
      'the model’s server does not know the model: check OPENAI_MODEL and OPENAI_BASE_URL',
      { pause: QUARTER_OF_AN_HOUR },
    );
  }
  if (status === 429) {
    const out = error.code === 'insufficient_quota';
    return out
      ? new Unanswered('the account at the model’s provider is used up', {
          pause: QUARTER_OF_AN_HOUR,
        })
      : new Unanswered('the model’s server has too much to do', { pause: retryAfter(error) });
  }
  return new Unanswered(`the model’s server failed (${status ?? 'no status'})`);
}

/** Milliseconds; half a minute where it does not say. */
function retryAfter({ headers }: { headers?: Headers | undefined }): number {
  const seconds = Number(headers?.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 30_000;
}
