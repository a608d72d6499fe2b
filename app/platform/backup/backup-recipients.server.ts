import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { House } from '../house.server.ts';
import { Problem } from '../problem.ts';
import { backupRecipient, signingKey } from './backup-key.server.ts';
import { writeDurably } from './write-durably.server.ts';

/**
 * All that is needed to make a copy: for whom it is encrypted, and what it is signed with. Nothing here opens
 * anything, so a sealed house, or a machine without a key file, is backed up like any other.
 */
export interface BackupRecipients {
  houseId: string;
  /** age recipients, `age1…`. */
  records: string;
  keys: string;
  /** See `signingKey`; base64. */
  sign: string;
}

const schema = z.object({ houseId: z.uuid(), records: z.string(), keys: z.string(), sign: z.base64() });

const fileOf = (dataDir: string) => join(dataDir, 'backup-recipients.json');

export async function recipientsOf(houseId: string, backupKey: Buffer): Promise<BackupRecipients> {
  return {
    houseId,
    records: await backupRecipient(backupKey, 'records'),
    keys: await backupRecipient(backupKey, 'keys'),
    sign: signingKey(backupKey).toString('base64'),
  };
}

/**
 * Written whenever the house is open; a file that somebody exchanged is put right by that.
 * @throws Problem `house.sealed`
 */
export async function writeBackupRecipients(house: House): Promise<void> {
  const replaced = await storeRecipients(house.config.dataDir, house.id, house.vault.backupKey());
  if (replaced) house.log.info('backup.recipients-replaced');
}

/** @returns whether another text stood there */
export async function storeRecipients(dataDir: string, houseId: string, backupKey: Buffer): Promise<boolean> {
  const text = `${JSON.stringify(await recipientsOf(houseId, backupKey))}\n`;
  const found = await readFile(fileOf(dataDir), 'utf8').catch(() => undefined);
  if (found !== text) await writeDurably(fileOf(dataDir), text);
  return found !== undefined && found !== text;
}

/** @throws Problem `backup.no-recipients` before the house was open for the first time */
export async function readBackupRecipients(dataDir: string): Promise<BackupRecipients> {
  const text = await readFile(fileOf(dataDir), 'utf8').catch(() => undefined);
  const parsed = text === undefined ? undefined : schema.safeParse(parseJson(text));
  if (!parsed?.success) throw new Problem('backup.no-recipients', 409, { params: { folder: dataDir } });
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
