import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../src/config.ts';
import { variableNames } from '../src/variables.ts';

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

interface Service {
  readonly image: string;
  readonly build?: string;
  readonly command?: string;
  readonly environment?: Record<string, string>;
  readonly env_file?: string;
  readonly volumes?: string[];
  readonly ports?: string[];
  readonly stop_grace_period?: string;
}

const compose = parse(read('docs/docker-compose.yaml'), { merge: true }) as {
  services: Record<string, Service>;
  configs: { balancer: { content: string } };
  volumes: Record<string, null>;
};
const { one, two, redis, balancer } = compose.services;

it('the compose file gives Warmline settings that it knows and accepts', () => {
  const given = one!.environment!;
  for (const name of Object.keys(given)) expect(variableNames).toContain(name);
  const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' };
  const places = { SLACK_SUPPORT_CHANNELS: 'C1', SLACK_TRIAGE_CHANNEL: 'C2' };
  const config = readConfig({ ...slack, ...places, ...given });
  expect(config).toMatchObject({ host: '0.0.0.0', port: 3000, storeUrl: 'redis://redis:6379' });
  // What closing takes at most: see LONGEST_CLOSING in src/main.ts.
  expect(Number.parseInt(one!.stop_grace_period!, 10) * 1000).toBeGreaterThanOrEqual(
    config.drain + 25_000,
  );
  expect(two).toEqual(one);
});

it('the compose file has Redis keep everything, and nobody else reach it', () => {
  expect(redis!.command).toMatch(/--appendonly yes .*--maxmemory-policy noeviction/);
  expect(redis!.ports).toBeUndefined();
  for (const { volumes = [] } of Object.values(compose.services)) {
    for (const volume of volumes)
      expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
  }
});

it('the compose file lets in what platforms call, and nothing else', () => {
  const { content } = compose.configs.balancer;
  expect(content).toContain('path /slack/* /api/messages');
  expect(content).toContain('reverse_proxy one:3000 two:3000');
  expect(content).toContain('health_uri /readyz');
  expect(balancer!.ports).toEqual(['80:80', '443:443']);
});
