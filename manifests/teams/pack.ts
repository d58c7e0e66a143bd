/**
 * Makes the Teams app that can be uploaded: `npm run manifests`, with the bot's application id as TEAMS_APP_ID or as the
 * one argument. Writes dist/warmline-teams.zip.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { zip } from './zip.ts';

/** Stands in manifest.json for the application id. */
export const NO_ID = '00000000-0000-0000-0000-000000000000';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const DESTINATION = new URL('../../dist/warmline-teams.zip', import.meta.url);

/**
 * The app's package: its manifest and icons, with nothing around them.
 * @param appId the bot's Entra application id, which is also the app's.
 * @throws Error that says where to find the id, when this is none.
 */
export function packTeamsApp(appId: string): Buffer {
  if (!GUID.test(appId) || appId === NO_ID)
    throw new Error(
      `TEAMS_APP_ID is ${appId === '' ? 'not set' : 'no application id'}. Find it in the Azure portal under your bot's Configuration as "Microsoft App ID" (8-4-4-4-12 letters and digits), set it in .env or write it after the command: npm run manifests -- <id>`,
    );
  const manifest = read('manifest.json').toString().replaceAll(NO_ID, appId.toLowerCase());
  return zip({
    'manifest.json': Buffer.from(manifest),
    'color.png': read('color.png'),
    'outline.png': read('outline.png'),
  });
}

function read(name: string): Buffer {
  return readFileSync(new URL(name, import.meta.url));
}

function main(appId: string): void {
  const archive = packTeamsApp(appId.trim());
  mkdirSync(new URL('.', DESTINATION), { recursive: true });
  writeFileSync(DESTINATION, archive);
  const path = fileURLToPath(DESTINATION);
  process.stdout.write(
    `Wrote ${path}.\nUpload it in Teams: Apps, Manage your apps, Upload an app, Upload a custom app. An administrator may have to allow that.\n`,
  );
}

if (import.meta.main) {
  try {
    main(process.argv[2] ?? process.env['TEAMS_APP_ID'] ?? '');
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
