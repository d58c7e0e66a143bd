// `npm run --silent warmline -- <command>`: the same house from a terminal.
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { openTerminal, type Terminal, UsageError } from './cli/terminal.ts';
import { ConfigError } from './config.ts';
import { HandbookError } from './handbook/fault.ts';

interface Command {
  /** One line. */
  readonly help: string;
  /** Loaded when it is asked for. `run` resolves with the exit code. */
  readonly load: () => Promise<{
    run(args: readonly string[], terminal: Terminal): Promise<number>;
  }>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  triage: {
    help: 'what the desk understands of each message; --examples FILE: by these categories',
    load: () => import('./cli/triage.ts'),
  },
  draft: {
    help: 'the reply the desk would propose to each message',
    load: () => import('./cli/draft.ts'),
  },
  standards: {
    help: 'which service standards a reply meets, with a hint for each that it does not',
    load: () => import('./cli/standards.ts'),
  },
  group: {
    help: 'which conversation each message of a channel belongs to',
    load: () => import('./cli/group.ts'),
  },
  mask: {
    help: 'each message as a model would read it: without what is personal',
    load: () => import('./cli/mask.ts'),
  },
  replay: {
    help: 'what the desk would have done with a history; --until TIME: until then; --report PERIOD: in numbers',
    load: () => import('./cli/replay.ts'),
  },
  report: {
    help: 'how the desk is doing: report last month by category; --json, --csv',
    load: () => import('./cli/report.ts'),
  },
  move: {
    help: 'everything of a desk from its SQLite file to Redis; --to redis://…, --from sqlite:FILE',
    load: () => import('./cli/move.ts'),
  },
  backup: {
    help: 'a copy of the SQLite file, also while Warmline runs; --to FILE, --from sqlite:FILE',
    load: () => import('./cli/backup.ts'),
  },
  define: {
    help: 'what a number of a report means: define first reply time',
    load: () => import('./cli/define.ts'),
  },
  search: {
    help: 'the articles that answer each question; --articles FOLDER or FILE.jsonl: these',
    load: () => import('./cli/search.ts'),
  },
};

/** What sysexits.h calls wrong usage, and a faulty configuration. */
const EX_USAGE = 64;
const EX_CONFIG = 78;

// What a command consists of is read once and not each time: half of what a short one takes. Where nothing can be kept, it takes that.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/warmline', import.meta.url)));

// As `--env-file-if-exists` does, which says each time that there is none.
if (existsSync('.env')) process.loadEnvFile('.env');

// Standard output is for answers alone, whatever a library prints.
console.log = console.error;

const [name = '', ...args] = process.argv.slice(2);
process.exitCode = await run(name, args);

async function run(name: string, args: readonly string[]): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) {
    process.stdout.write(usage());
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    const fault = name === '' ? '' : `There is no command "${name.slice(0, 80)}".\n\n`;
    process.stderr.write(`${fault}${usage()}`);
    return EX_USAGE;
  }
  try {
    const { run } = await command.load();
    return await run(args, openTerminal());
  } catch (error) {
    const ofConfig = error instanceof ConfigError || error instanceof HandbookError;
    if (!ofConfig && !(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return ofConfig ? EX_CONFIG : EX_USAGE;
  }
}

function usage(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(
    ([name, { help }]) => `  ${name.padEnd(width)}  ${help}`,
  );
  return `npm run --silent warmline -- <command>

${lines.join('\n')}

All but report, define, move and backup read JSON Lines on standard input and write one line for each (replay: for each thing that would have left).
`;
}
