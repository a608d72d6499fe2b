import { readdir, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { Config } from '../config.server.ts';
import { readUnlockMode } from '../vault/unlock-mode.server.ts';
import { attention, danger, dangerIfAny, type Finding, fine } from './finding.ts';

/** Folders 0700 and secrets 0600: nobody else on this machine may look in. */
export async function checkModes({ dataDir, keyFile }: Config): Promise<Finding> {
  const folders = [dataDir, 'postgres-main', 'postgres-keys', 'tls', 'files'].map((name) =>
    name === dataDir ? name : join(dataDir, name),
  );
  const secrets = [
    'recovery.json',
    'unlock.json',
    'server.json',
    'server.log',
    'access.log',
    'doctor.json',
    'demo.json',
    'database-secret',
    'backup-recipients.json',
  ].map((name) => join(dataDir, name));
  const tls = (await readdir(join(dataDir, 'tls')).catch((): string[] => [])).filter((name) =>
    name.endsWith('.key'),
  );
  const wrong: string[] = [];
  for (const path of [
    ...folders,
    dirname(keyFile),
    keyFile,
    ...secrets,
    ...tls.map((name) => join(dataDir, 'tls', name)),
  ]) {
    const found = await stat(path).catch(() => undefined);
    if (found && (found.mode & 0o077) !== 0) wrong.push(path);
  }
  return dangerIfAny('modes', 'open', wrong);
}

/**
 * How the house is unlocked, and what that is worth. Where people unlock it, a key file that is still there would make
 * their secrets worth nothing.
 */
export async function checkKeyFile({ dataDir, keyFile }: Config): Promise<Finding> {
  const found = await stat(keyFile).catch(() => undefined);
  const { mode, people } = readUnlockMode(dataDir);
  if (mode === 'person')
    return found
      ? danger('unlock', 'keyLeft', { path: keyFile })
      : fine('unlock', { people: String(people) });
  if (!found) return danger('keyFile', 'missing', { path: keyFile });
  if (keyFile.startsWith(dataDir + sep)) return danger('keyFile', 'inside', { path: keyFile });
  const data = await stat(dataDir).catch(() => undefined);
  if (data && data.dev === found.dev) return attention('keyFile', 'sameDisk', { path: keyFile });
  return fine('keyFile', { path: keyFile });
}

/** Keys and records on one server would travel together in its backups and its log. */
export function checkKeyStore(
  { databaseUrl, keysDatabaseUrl }: Config,
  systems: { main?: string; keys?: string },
): Finding {
  const place = (url: string | undefined) => {
    if (url === undefined) return undefined;
    const { hostname, port, searchParams } = new URL(url);
    return `${searchParams.get('host') ?? hostname}:${port || searchParams.get('port') || '5432'}`;
  };
  const sameAddress = databaseUrl !== undefined && place(databaseUrl) === place(keysDatabaseUrl);
  const sameSystem = systems.main !== undefined && systems.main === systems.keys;
  return sameAddress || sameSystem ? danger('keyStore', 'together') : fine('keyStore');
}
