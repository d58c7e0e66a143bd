import { expect, it } from 'vitest';
import { chances } from '../../simulation/chance.ts';
import { DAY, type Span } from '../../simulation/rhythm.ts';
import type { Scene } from '../../simulation/scene.ts';
import { openTeam } from '../../simulation/team.ts';

it.each([30, 120, 365])(
  'holidays of %i days begin and end at instants that a desk can keep',
  (days) => {
    const ends = Date.parse('2026-11-23T06:30:00.123Z');
    const span: Span = { begins: ends - days * DAY, ends, perDay: 12 };
    const planned: number[] = [];
    const plan: Scene['plan'] = (at) => planned.push(at);
    const scene = { span, chanceOf: chances(1), plan, now: () => span.begins } as Partial<Scene>;
    openTeam(scene as Scene, 'Etc/UTC').planHolidays(async () => {});
    expect(planned.filter((at) => !Number.isSafeInteger(at))).toEqual([]);
  },
);
