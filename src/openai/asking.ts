import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import type { Usage } from '../support/reply/writing.ts';
import type { OpenAiConfig } from './config.ts';
import { Unanswered } from './failure.ts';

/** One question to the model, and the shape of its answer. */
export interface Question<Answer> {
  readonly name: string;
  /** What is the same for every question of a conversation comes first: providers remember what they have read. */
  readonly messages: readonly { readonly role: 'system' | 'user'; readonly content: string }[];
  readonly answer: z.ZodType<Answer>;
  /** Tokens that the answer may have. */
  readonly most: number;
}

export interface Asking {
  /**
   * Rejects with `Unanswered` or with what the client rejected with.
   * @param count is told what it cost, whatever becomes of it.
   */
  ask<Answer>(
    question: Question<Answer>,
    signal: AbortSignal,
    count: (usage: Usage) => void,
  ): Promise<Answer>;
}

/** @param patience milliseconds for one answer. */
export function createAsking(config: OpenAiConfig, patience: number): Asking {
  const client = new OpenAI({
    apiKey: config.apiKey ?? 'none',
    ...(config.baseUrl === undefined ? {} : { baseURL: config.baseUrl }),
    // What the environment may hold for other programs is not for us; and no text is ever logged.
    organization: null,
    project: null,
    logLevel: 'off',
    timeout: patience,
    maxRetries: 0,
  });
  /** This server takes no schema: it is told in words. */
  let inWords = false;

  return {
    async ask(question, signal, count) {
      const { content, usage } = await askOnce(question, signal).catch(async (error: unknown) => {
        if (inWords || !isRefusedForm(error)) throw error;
        inWords = true;
        return askOnce(question, signal).catch((again: unknown) => {
          // It was not the schema after all.
          inWords = false;
          throw again;
        });
      });
      count(usage);
      return read(content, question.answer);
    },
  };

  async function askOnce<Answer>(
    { name, messages, answer, most }: Question<Answer>,
    signal: AbortSignal,
  ) {
    const completion = await client.chat.completions.create(
      inWords
        ? { model: config.model, messages: [...messages, schemaInWords(answer)], max_tokens: most }
        : {
            model: config.model,
            messages: [...messages],
            max_completion_tokens: most,
            response_format: zodResponseFormat(answer, name),
          },
      { signal },
    );
    return { content: completion.choices?.[0], usage: usageOf(completion.usage) };
  }
}

function isRefusedForm(error: unknown): boolean {
  return (
    error instanceof OpenAI.BadRequestError || error instanceof OpenAI.UnprocessableEntityError
  );
}

function schemaInWords(answer: z.ZodType): { role: 'user'; content: string } {
  const schema = JSON.stringify(z.toJSONSchema(answer));
  return {
    role: 'user',
    content: `Answer with one JSON object and nothing else. It fits this JSON schema: ${schema}`,
  };
}

function usageOf(usage: OpenAI.CompletionUsage | undefined): Usage {
  return {
    input: usage?.prompt_tokens ?? 0,
    output: usage?.completion_tokens ?? 0,
    cached: usage?.prompt_tokens_details?.cached_tokens ?? 0,
  };
}

/** Some servers put the JSON between fences or after their thoughts. */
function read<Answer>(
  choice: OpenAI.ChatCompletion.Choice | undefined,
  answer: z.ZodType<Answer>,
): Answer {
  if (choice?.message?.refusal || choice?.finish_reason === 'content_filter') {
    throw new Unanswered('the model declined to answer', { passing: true });
  }
  if (choice?.finish_reason === 'length') throw new Unanswered('the model’s answer was cut off');
  const content = (choice?.message?.content ?? '').replace(/^[\s\S]{0,100000}<\/think>/, '');
  const json = content.slice(content.indexOf('{'), content.lastIndexOf('}') + 1);
  try {
    return answer.parse(JSON.parse(json));
  } catch {
    throw new Unanswered('the model answered in another form than it was asked to');
  }
}
