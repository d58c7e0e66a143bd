import { describe, expect, it } from 'vitest';
import type { MakeRig } from './rig.ts';
import { makeSlackRig } from './rigs/slack.ts';
import { makeTeamsRig } from './rigs/teams.ts';
import { openTestDesk } from './test-desk.ts';

const WORDS = [
  ['My invoice 4411 was charged twice, I want my money back!'],
  ['Hello', 'everything is down since this morning', 'we cannot work, this is urgent'],
  ['How do I export my data to a spreadsheet?'],
  ['I have waited for three weeks & nobody answers. Terrible <service>. Let me talk to a human'],
  ['cancel my subscription please'],
] as const;

async function read(makeRig: MakeRig, lines: readonly string[]) {
  await using desk = await openTestDesk(makeRig);
  for (const text of lines) await desk.rig.writes('Nora Customer', text);
  await desk.pass(25_000);
  const [conversation] = await desk.desk.waiting();
  const [draft] = conversation!.drafts;
  return {
    triage: conversation!.triage,
    text: draft!.text,
    template: draft!.template,
    checks: draft!.checks,
    acknowledged: (await desk.rig.customerSees()).map(({ text }) => text),
  };
}

describe('the same words in Slack and in Teams', () => {
  it.each(WORDS.map((lines) => [lines]))(
    '%j get the same triage, draft, standards and acknowledgement',
    async (lines) => {
      expect(await read(makeTeamsRig, lines)).toEqual(await read(makeSlackRig, lines));
    },
  );
});
