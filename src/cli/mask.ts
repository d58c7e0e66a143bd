import { z } from 'zod';
import { mask } from '../support/masking/mask.ts';
import { answerLines, BadLine, sayFaults } from './json-lines.ts';
import { type Terminal, UsageError } from './terminal.ts';

const message = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** `{id,text}` in, the text as a model would read it out, with where something was masked. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  if (args.length > 0) throw new UsageError('mask takes no options.\nUsage: mask');
  return answerLines(terminal, (line) => {
    const read = message.safeParse(line);
    if (!read.success) throw new BadLine(sayFaults(read.error));
    const { id, text } = read.data;
    const { text: masked, spans } = mask(text);
    return { id, text: masked, spans };
  });
}
