import type { Asked } from './fake-openai.ts';

/** What the model says: an object as JSON, a string as it is. */
type Said =
  | { readonly says: object | string }
  | { readonly refuses: string }
  /** Ends in the middle, where the tokens do. */
  | { readonly cutOff: string }
  | { readonly filtered: true };

/** How one answer goes. */
export type Behaviour =
  | Said
  | { readonly status: number; readonly code?: string; readonly headers?: Record<string, string> }
  /** What a server says that is no model's. */
  | { readonly page: string }
  /** The connection breaks. */
  | { readonly dead: true }
  /** Nothing comes, ever. */
  | { readonly silent: true };

/** A chat completion as the API has it. A token is four characters. */
export function completion(body: Asked['body'], how: Said, cached: number): object {
  const content = contentOf(how);
  const input = Math.ceil(body.messages.reduce((sum, one) => sum + one.content.length, 0) / 4);
  const output = Math.ceil((content ?? '').length / 4);
  return {
    id: 'chatcmpl-fake',
    object: 'chat.completion',
    created: 1_770_000_000,
    model: body.model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content, refusal: 'refuses' in how ? how.refuses : null },
        finish_reason: 'cutOff' in how ? 'length' : 'filtered' in how ? 'content_filter' : 'stop',
        logprobs: null,
      },
    ],
    usage: {
      prompt_tokens: input,
      completion_tokens: output,
      total_tokens: input + output,
      prompt_tokens_details: { cached_tokens: Math.min(cached, input) },
    },
  };
}

function contentOf(how: Said): string | null {
  if ('cutOff' in how) return how.cutOff;
  if (!('says' in how)) return null;
  return typeof how.says === 'string' ? how.says : JSON.stringify(how.says);
}
