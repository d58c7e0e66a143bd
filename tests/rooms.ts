import { posix } from 'node:path';
import { parseAst } from 'vitest/node';

/** What a room may import beside itself. Paths are those under src, without `.ts`; a folder ends in `/`. */
interface Rule {
  readonly src: readonly string[];
  /** Only their types, which vanish when the code runs. */
  readonly types?: readonly string[];
  readonly packages: readonly string[];
}

/** All of Node but its database, which is the desk's. */
const ANY_NODE = 'node:*';

/** The words of a door: nothing of the desk but its shapes, and how long an answer may take. */
const door = (...sdk: string[]): Rule => ({
  src: ['support/', 'desk/ports', 'desk/deadline', 'desk/doubts'],
  types: ['handbook/', 'desk/clock'],
  packages: [ANY_NODE, ...sdk],
});

/** The house's one rule: who may know whom. A room that is not here may import nothing. */
const RULES: Readonly<Record<string, Rule>> = {
  // Small pure libraries only: add one here when it does no I/O and keeps no time.
  support: { src: [], packages: ['temporal-polyfill', 'snowball-stemmers', 'stemmer', 'stopword'] },
  learnt: {
    src: ['support/'],
    packages: ['node:events', 'node:fs/promises', 'node:worker_threads'],
  },
  handbook: {
    src: ['support/', 'learnt/'],
    packages: [
      ...['zod', 'yaml', 'marked', 'date-holidays'],
      ...['node:fs', 'node:fs/promises', 'node:path', 'node:timers/promises', 'node:url'],
    ],
  },
  desk: {
    src: ['support/'],
    types: ['handbook/'],
    packages: [ANY_NODE, 'node:sqlite', 'keyv', '@keyv/redis'],
  },
  openai: door('openai', 'zod'),
  slack: door('@slack/bolt', '@slack/socket-mode', '@slack/types', '@slack/web-api', 'undici'),
  teams: door('botbuilder', 'botframework-connector', 'botframework-schema'),
  /** Pictures of numbers. What draws them is loaded by their worker alone. */
  charts: {
    src: [],
    types: ['support/', 'desk/ports'],
    packages: ['vega', 'vega-lite', '@resvg/resvg-js', 'node:url', 'node:worker_threads'],
  },
  /** What terminal commands share, and each of them. */
  cli: {
    src: ['support/', 'handbook/', 'learnt/', 'desk/', 'replay/', ''],
    packages: [ANY_NODE, 'zod'],
  },
  playground: door('htm', 'preact', '/playground/'),
  /** A history instead of a platform; it hears what the desk keeps. */
  replay: { src: ['support/', 'desk/ports'], types: ['desk/'], packages: ['zod'] },
};

/** The wiring knows everybody. */
const WIRING = ['main', 'cli'];

/** Other files at the top are the ground everything stands on. */
const GROUND: Rule = {
  src: ['support/', 'desk/ports', 'desk/store/redis-address', ''],
  types: ['slack/config', 'teams/config', 'openai/config', 'desk/'],
  packages: [ANY_NODE, 'zod', 'pino', 'pino-pretty', 'prom-client'],
};

/** What makes two runs of a decision differ, or waits. */
const IMPURE =
  /^(process|setTimeout|setInterval|setImmediate|queueMicrotask|fetch|performance|crypto|console|globalThis|require|Promise)$/;

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
  /** The values taken; `*` for the whole module. */
  readonly values: readonly string[];
}

/**
 * What breaks the house's rule in one source file, in words.
 * @param path below src, such as `slack/receive.ts`
 */
export function findTrespasses(path: string, source: string): string[] {
  const nodes = [...everyNode(parseAst(source, { lang: 'ts', astType: 'ts' }) as unknown as Node)];
  const found = nodes.flatMap(importOf).flatMap((one) => wrongImport(path, one));
  if (path !== 'config.ts' && nodes.some(readsEnvironment)) {
    found.push(`${path} reads process.env: only config.ts may`);
  }
  if (roomOf(path) === 'support')
    found.push(...nodes.flatMap(impurity).map((what) => `${path} uses ${what}: support is pure`));
  return [...new Set(found)];
}

function roomOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
}

function wrongImport(path: string, { from, typeOnly, values }: Import): string[] {
  const room = roomOf(path);
  if (room === '' && WIRING.includes(path.replace(/\.ts$/, ''))) return [];
  const rule = room === '' ? GROUND : RULES[room];
  if (!rule) return [`${path} is in a room without a rule: write one in tests/rooms.ts`];
  const no = [`${path} may not import ${from}`];

  if (!from.startsWith('.')) return rule.packages.some((one) => covers(one, from)) ? [] : no;
  const target = posix.join(posix.dirname(path), from).replace(/\.[jt]s$/, '');
  if (target.startsWith('../')) return no;
  if (room !== '' && roomOf(target) === room) return [];
  if (typeOnly && rule.types?.some((one) => reaches(one, target))) return [];
  if (!rule.src.some((one) => reaches(one, target))) return no;
  // The desk's shapes are for everybody, but of its code only the error is.
  const taken = target === 'desk/ports' ? values.filter((value) => value !== 'PlatformError') : [];
  return typeOnly || taken.length === 0
    ? []
    : [`${path} may not take ${taken.join(', ')} from ${from}`];
}

function covers(allowed: string, from: string): boolean {
  if (allowed === ANY_NODE) return from.startsWith('node:') && from !== 'node:sqlite';
  return from === allowed || from.startsWith(allowed.endsWith('/') ? allowed : `${allowed}/`);
}

function reaches(allowed: string, target: string): boolean {
  if (allowed === '') return !target.includes('/') && !WIRING.includes(target);
  return allowed.endsWith('/') ? target.startsWith(allowed) : target === allowed;
}

function importOf(node: Node): Import[] {
  const from = (node['source'] as { value?: unknown } | null)?.value;
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration': {
      if (typeof from !== 'string') return [];
      const specifiers = (node['specifiers'] ?? []) as Node[];
      const values = specifiers.filter(
        (one) => (one['importKind'] ?? one['exportKind']) !== 'type',
      );
      const typeOnly =
        (node['importKind'] ?? node['exportKind']) === 'type' ||
        (specifiers.length > 0 && values.length === 0);
      const names = values.map((one) => nameOf(one['imported'] ?? one['local']) ?? '*');
      return [{ from, typeOnly, values: specifiers.length > 0 ? names : ['*'] }];
    }
    case 'TSImportType':
      return typeof from === 'string' ? [{ from, typeOnly: true, values: [] }] : [];
    case 'ImportExpression':
      return [
        {
          from: typeof from === 'string' ? from : '(a computed path)',
          typeOnly: false,
          values: ['*'],
        },
      ];
    default:
      return [];
  }
}

function readsEnvironment(node: Node): boolean {
  if (isMember(node, 'process', 'env')) return true;
  const from = (node['source'] as { value?: unknown } | null)?.value;
  return (
    node.type === 'ImportDeclaration' &&
    (from === 'node:process' || from === 'process') &&
    (node['specifiers'] as Node[]).some((one) => nameOf(one['imported']) !== 'exit')
  );
}

function impurity(node: Node): string[] {
  if (isMember(node, 'Date', 'now')) return ['Date.now'];
  if (isMember(node, 'Math', 'random')) return ['Math.random'];
  if (isMember(node, 'Temporal', 'Now')) return ['Temporal.Now'];
  if (node.type === 'AwaitExpression' || node['async'] === true) return ['await'];
  if (node.type === 'ForOfStatement' && node['await'] === true) return ['await'];
  const called = nameOf(node['callee']);
  const bare = (node['arguments'] as unknown[] | undefined)?.length === 0;
  if (called === 'Date' && (node.type === 'CallExpression' || bare)) return ['the present date'];
  if (node.type === 'Identifier' && IMPURE.test(String(node['name'])))
    return [String(node['name'])];
  return [];
}

function isMember(node: Node, object: string, property: string): boolean {
  if (node.type !== 'MemberExpression' || nameOf(node['object']) !== object) return false;
  const key = node['property'] as Node;
  return nameOf(key) === property || key['value'] === property;
}

function nameOf(node: unknown): string | undefined {
  const named = node as Node | null | undefined;
  return named?.type === 'Identifier' ? String(named['name']) : undefined;
}

/** Walks the tree; names that are only a key (`{ process: 1 }`, `a.process`) are left out. */
function* everyNode(node: Node): Generator<Node> {
  yield node;
  for (const [key, value] of Object.entries(node)) {
    const isKey = (key === 'key' || key === 'property') && node['computed'] === false;
    if (isKey && node['shorthand'] !== true) continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof (child as Node | null)?.type === 'string') yield* everyNode(child as Node);
    }
  }
}
