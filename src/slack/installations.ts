import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import type { Shelf } from '../desk/ports.ts';

/**
 * Installations of many workspaces, encrypted: whoever reads the store without the state secret holds no token.
 * Each entry is bound to its workspace, so that one cannot be put in another's place.
 */
export function createInstallations(
  shelf: Shelf<string>,
  stateSecret: string,
): Required<InstallationStore> {
  const key = scryptSync(stateSecret, 'warmline slack installations', 32);

  return {
    async storeInstallation(installation) {
      const id = installation.isEnterpriseInstall
        ? installation.enterprise?.id
        : installation.team?.id;
      if (!id) throw new Error('Slack sent an installation that names neither a team nor an org.');
      await shelf.set(id, seal(key, id, JSON.stringify(installation)));
    },
    async fetchInstallation(query) {
      const id = keyOf(query);
      const sealed = await shelf.get(id);
      if (sealed === undefined) throw new Error(`The app is not installed in ${id}.`);
      return JSON.parse(open(key, id, sealed)) as Installation;
    },
    async deleteInstallation(query) {
      await shelf.delete(keyOf(query));
    },
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

function unreadable(id: string, cause?: unknown): Error {
  return new Error(
    `The installation of ${id} cannot be read: SLACK_STATE_SECRET has changed. Restore it, or install the app again.`,
    { cause },
  );
}
