import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { crc32, inflateRawSync, inflateSync } from 'node:zlib';
import schema from '@microsoft/app-manifest/build/json-schemas/teams/v1.25/MicrosoftTeams.schema.json' with {
  type: 'json',
};
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { drawColour, drawOutline } from '../../manifests/teams/draw.ts';
import { NO_ID, packTeamsApp } from '../../manifests/teams/pack.ts';
import { COMMANDS } from '../../src/support/commands.ts';
import { manifestRights, readTeamsManifest, type TeamsManifest } from '../fake-teams/manifest.ts';

const APP_ID = 'eeeeeeee-0000-4000-8000-000000000001';
const manifest = readTeamsManifest();
const [bot] = manifest.bots;
const [extension] = manifest.composeExtensions;

const ajv = new AjvDraft04.default({ allErrors: true, strict: false });
addFormats.default(ajv as never);
const validate = ajv.compile(schema);

/** What Microsoft's own schema, as its package ships it, finds wrong. */
function faults(candidate: unknown): unknown[] {
  validate(candidate);
  return validate.errors ?? [];
}

describe('the Teams manifest', () => {
  it('has the shape that Teams takes', () => {
    expect(manifest.manifestVersion).toBe('1.25');
    expect(faults(manifest)).toEqual([]);
  });

  it.each([
    ['an unknown key', { colour: 'green' }],
    ['a name that is too long', { name: { short: 'W'.repeat(31) } }],
    ['an id that is none', { id: 'warmline' }],
    ['two bots', { bots: [bot, bot] }],
    ['an address that is not https', { developer: { websiteUrl: 'http://x.example' } }],
    [
      'a command without words',
      { bots: [{ ...bot, commandLists: [{ scopes: ['team'], commands: [{ title: 'x' }] }] }] },
    ],
    ['no icons', { icons: undefined }],
  ])('would be refused with %s', (_, wrong) => {
    const broken = JSON.parse(JSON.stringify({ ...manifest, ...wrong }));
    expect(faults(broken)).not.toEqual([]);
  });

  it('hears every message where customers write, and may know who is who', () => {
    expect(manifestRights()).toEqual({ hears: { channels: true, chats: true } });
    const granted = manifest.authorization.permissions.resourceSpecific.map(({ name }) => name);
    expect(granted.toSorted()).toEqual([
      'ChannelMember.Read.Group',
      'ChannelMessage.Read.Group',
      'ChatMember.Read.Chat',
      'ChatMessage.Read.Chat',
      'TeamMember.Read.Group',
    ]);
  });

  it('works in shared and private channels, in group chats and alone with somebody', () => {
    expect(manifest.supportsChannelFeatures).toBe('tier1');
    expect(bot.scopes).toEqual(['team', 'personal', 'groupChat']);
  });

  it('offers the commands that the door knows, with help everywhere', () => {
    const offered = bot.commandLists.map(({ commands }) => commands.map(({ title }) => title));
    // A home is what others have a tab for.
    expect(new Set(offered.flat())).toEqual(new Set([...COMMANDS, 'home']));
    for (const titles of offered) expect(titles).toContain('help');
    expect(bot.commandLists.flatMap(({ scopes }) => scopes)).toEqual(bot.scopes);
  });

  it('offers a draft for any message, from a dialog that the bot makes', () => {
    expect(extension.commands).toMatchObject([{ context: ['message'], fetchTask: true }]);
  });

  it('has the version of the project', () => {
    const project = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    );
    expect(manifest.version).toBe(project.version);
  });
});

describe('the icons', () => {
  it.each([
    ['color.png', 192, drawColour],
    ['outline.png', 32, drawOutline],
  ])('%s is %i pixels wide and high, as drawn', (name, size, drawn) => {
    const file = readFileSync(new URL(`../../manifests/teams/${name}`, import.meta.url));
    const picture = decode(file);
    expect(picture.size).toEqual([size, size]);
    expect(picture.pixels.equals(decode(drawn()).pixels)).toBe(true);
  });

  it('the small one is white on nothing', () => {
    const { pixels } = decode(drawOutline());
    const seen = new Set<string>();
    for (let at = 0; at < pixels.length; at += 4)
      seen.add(pixels.subarray(at, at + 3).toString('hex'));
    expect([...seen]).toEqual(['ffffff']);
    const alphas = pixels.filter((_, at) => at % 4 === 3);
    expect(new Set(alphas)).toContain(0);
    expect(new Set(alphas)).toContain(255);
  });
});

describe('the package', () => {
  it('has the manifest and both icons at its root, with the app’s id in every place', () => {
    const files = unzip(packTeamsApp(APP_ID.toUpperCase()));
    expect([...files.keys()]).toEqual(['manifest.json', 'color.png', 'outline.png']);
    const text = files.get('manifest.json')!.toString();
    const packed: TeamsManifest = JSON.parse(text);
    expect(faults(packed)).toEqual([]);
    const ids = [packed.id, packed.bots[0].botId, packed.webApplicationInfo.id];
    expect([...ids, packed.composeExtensions[0].botId]).toEqual(Array(4).fill(APP_ID));
    expect(text).not.toContain(NO_ID);
    expect(decode(files.get(packed.icons.color)!).size).toEqual([192, 192]);
    expect(decode(files.get(packed.icons.outline)!).size).toEqual([32, 32]);
  });

  it.each(['', 'warmline', NO_ID])(
    'is not made for an id like "%s", and says where to find one',
    (id) => {
      expect(() => packTeamsApp(id)).toThrow('Microsoft App ID');
    },
  );

  it('is refused from the command line in one sentence', () => {
    const script = new URL('../../manifests/teams/pack.ts', import.meta.url).pathname;
    const { status, stderr } = spawnSync(process.execPath, [script, 'nonsense'], {
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('TEAMS_APP_ID is no application id');
  });
});

/** Width, height and unpacked pixels of a PNG without filters. */
function decode(file: Buffer): { size: [number, number]; pixels: Buffer } {
  const size: [number, number] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const end = at + 8 + file.readUInt32BE(at);
    expect(crc32(file.subarray(at + 4, end))).toBe(file.readUInt32BE(end));
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, end));
  }
  const rows = inflateSync(Buffer.concat(parts));
  const width = size[0] * 4;
  const lines = Array.from({ length: size[1] }, (_, y) => {
    expect(rows[y * (width + 1)]).toBe(0);
    return rows.subarray(y * (width + 1) + 1, (y + 1) * (width + 1));
  });
  return { size, pixels: Buffer.concat(lines) };
}

/** Files of an archive, read as its own directory lists them. */
function unzip(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let n = 0; n < archive.readUInt16LE(end + 10); n += 1) {
    const [sum, packed, length] = [16, 20, 24].map((offset) => archive.readUInt32LE(at + offset));
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const entry = archive.readUInt32LE(at + 42);
    const start = entry + 30 + archive.readUInt16LE(entry + 26) + archive.readUInt16LE(entry + 28);
    const content = inflateRawSync(archive.subarray(start, start + packed!));
    expect([content.length, crc32(content)]).toEqual([length, sum]);
    files.set(name, content);
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}
