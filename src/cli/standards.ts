import { z } from 'zod';
import { checkStandards, scoreOf } from '../support/reply/standards.ts';
import { isUpset } from '../support/reply/upset.ts';
import { triage } from '../support/triage/triage.ts';
import { readHandbook } from './handbook.ts';
import { answerLines, BadLine, sayFaults } from './json-lines.ts';
import { type Terminal, UsageError } from './terminal.ts';

const message = z.object({
  id: z.union([z.string(), z.number()]),
  customer: z.string(),
  reply: z.string(),
  upset: z.boolean().nullish(),
});

/** `{id,customer,reply,upset?}` in; how well the reply meets each standard that fits the customer's message out. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  if (args.length > 0) throw new UsageError(`Unexpected "${args[0]}".\nUsage: standards`);
  const handbook = await readHandbook();
  return answerLines(terminal, (line) => {
    const read = message.safeParse(line);
    if (!read.success) throw new BadLine(sayFaults(read.error));
    const { id, customer, reply, upset } = read.data;
    const understood = triage(customer, handbook);
    const { category } = understood;
    const hurt = upset ?? isUpset(understood);
    const praise = category === 'feedback_praise' && !hurt;
    const checks = checkStandards({ customer, reply, upset: hurt, category, praise });
    return { id, score: scoreOf(checks), checks };
  });
}
