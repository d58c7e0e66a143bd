import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import { PlatformError, type Shelf } from '../desk/ports.ts';

export interface Installations extends Required<InstallationStore> {
  has(installation: string): Promise<boolean>;
  /** Ids of those that were stored or used, the oldest first. */
  list(): Promise<readonly string[]>;
}

/** Where the shelf, which lists nothing itself, has the ids of all; no installation is called so. */
const ALL = 'all';

/**
 * Installations of many workspaces, encrypted: whoever reads the store without the state secret holds no token.
 * Each entry is bound to its workspace, so that one cannot be put in another's place.
 */
export function createInstallations(shelf: Shelf<string>, stateSecret: string): Installations {
  const key = scryptSync(stateSecret, 'warmline slack installations', 32);

  const list = async () => ((await shelf.get(ALL)) ?? '').split(' ').filter(Boolean);
  const listed = new Set<string>();
  let turn: Promise<unknown> = Promise.resolve();
  /** One after the other, so that two who install at once are both on the list. */
  function relist(change: (ids: readonly string[]) => readonly string[]): Promise<unknown> {
    const mine = turn.then(async () => shelf.set(ALL, change(await list()).join(' ')));
    turn = mine.catch(() => {});
    return mine;
  }
  async function add(id: string): Promise<void> {
    if (listed.has(id)) return;
    await relist((ids) => (ids.includes(id) ? ids : [...ids, id]));
    listed.add(id);
  }

  return {
    async storeInstallation(installation) {
      const id = installation.isEnterpriseInstall
        ? installation.enterprise?.id
        : installation.team?.id;
      if (!id) throw new Error('Slack sent an installation that names neither a team nor an org.');
      await shelf.set(id, seal(key, id, JSON.stringify(installation)));
      await add(id);
    },
    async fetchInstallation(query) {
      const id = keyOf(query);
      const sealed = await shelf.get(id);
      if (sealed === undefined) throw new Error(`The app is not installed in ${id}.`);
      await add(id);
      return JSON.parse(open(key, id, sealed)) as Installation;
    },
    async deleteInstallation(query) {
      const id = keyOf(query);
      await shelf.delete(id);
      listed.delete(id);
      await relist((ids) => ids.filter((one) => one !== id));
    },
    has: async (installation) =>
      installation !== ALL && (await shelf.get(installation)) !== undefined,
    list,
  };
}

function keyOf(query: InstallationQuery<boolean>): string {
  const id = query.isEnterpriseInstall ? query.enterpriseId : query.teamId;
  return id ?? query.enterpriseId ?? query.teamId ?? '';
}

/** `nonce.tag.ciphertext`, AES-256-GCM, base64url. */
function seal(key: Buffer, id: string, plain: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
  const hidden = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return [nonce, cipher.getAuthTag(), hidden].map((part) => part.toString('base64url')).join('.');
}

function open(key: Buffer, id: string, sealed: string): string {
  const [nonce, tag, hidden] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'));
  if (!nonce || !tag || !hidden) throw unreadable(id);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
    decipher.setAAD(Buffer.from(id)).setAuthTag(tag);
    return Buffer.concat([decipher.update(hidden), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw unreadable(id, cause);
  }
}

function unreadable(id: string, cause?: unknown): PlatformError {
  return new PlatformError(
    'slack',
    `The installation of ${id} cannot be read: SLACK_STATE_SECRET has changed. Restore it, or install the app again.`,
    { retryable: false, cause },
  );
}
