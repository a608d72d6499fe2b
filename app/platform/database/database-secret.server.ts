import { createHmac, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problem.ts';

export const databaseSecretPath = (dataDir: string): string => join(dataDir, 'database-secret');

/**
 * The secret that the logins to an operator's own database servers follow from. It opens no record: a sealed house needs
 * its databases too, so these passwords must not come from the root key. Each start sets them anew through the address
 * that the operator gave, so a lost file is simply made again.
 * @throws Problem `database.secret-missing` when it is not there and may not be made
 */
export function openDatabaseSecret(dataDir: string, mayCreate: boolean): Buffer {
  const path = databaseSecretPath(dataDir);
  if (!existsSync(path)) {
    if (!mayCreate) throw new Problem('database.secret-missing', 500, { params: { path } });
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const handle = openSync(`${path}.new`, 'w', 0o600);
    try {
      writeSync(handle, `${randomBytes(32).toString('base64')}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(`${path}.new`, path);
  }
  return Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
}

/** The password of one login. */
export const loginPassword = (secret: Buffer, login: string): string =>
  createHmac('sha256', secret).update(`serai/v1/login/${login}`).digest('base64url');
