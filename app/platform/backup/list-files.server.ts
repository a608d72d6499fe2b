import { lstat, readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupEntry } from './write-part.server.ts';

/** Stands in the data folder and is made anew on any machine, belongs to a cluster, or is part of making copies. */
const notCopied =
  /^(postgres.*|.*\.owner(\..*)?|.*\.new(-.*)?|.*\.partial|server\.(json|log).*|.*\.log(\..*)?|restore-.*|last-backup\.json|control|backup-(staging|queue|drill|copying|line\.json).*|erasures-.*\.json|database-secret)$/;

/** What the records are beside their cluster: stored files, the wrapped recovery key, certificates. Folders first. */
export async function* listBesides(dataDir: string): AsyncGenerator<BackupEntry> {
  for (const name of (await readdir(dataDir)).sort())
    if (!notCopied.test(name)) yield* walk(await realpath(join(dataDir, name)), name);
}

async function* walk(source: string, path: string): AsyncGenerator<BackupEntry> {
  const found = await lstat(source).catch(() => undefined);
  const mode = (found?.mode ?? 0) & 0o777;
  if (found?.isFile()) yield { kind: 'file', path, source, mode };
  if (!found?.isDirectory()) return;
  yield { kind: 'directory', path, mode };
  const names: string[] = await readdir(source).catch((): string[] => []);
  for (const name of names.sort())
    if (!name.endsWith('.partial')) yield* walk(join(source, name), `${path}/${name}`);
}
