import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chmod,
  lchown,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { commandFor, type FileOwner, type Identity, type Programs } from './embedded-identity.server.ts';
import { EmbeddedDatabaseProblem } from './embedded-problem.server.ts';
import { hostBasedAccess, initdbArguments } from './embedded-settings.server.ts';

/**
 * Makes a new cluster at `clusterDir`, which must be absent or empty. It is made aside and renamed when whole, so
 * that an interrupted first start leaves nothing that looks like a cluster.
 */
export async function createCluster(
  clusterDir: string,
  name: string,
  identity: Identity,
  programs: Programs,
  signal?: AbortSignal,
): Promise<void> {
  const parent = dirname(clusterDir);
  const mark = `${basename(clusterDir)}.new-`;
  for (const entry of await readdir(parent)) {
    if (entry.startsWith(mark)) await rm(join(parent, entry), { recursive: true, force: true });
  }
  const draft = join(parent, `${mark}${randomUUID().slice(0, 8)}`);
  await mkdir(draft, { mode: 0o700 });
  try {
    await giveTo(draft, identity);
    const result = await runInitdb(draft, identity, programs, signal);
    if (result.code !== 0) {
      throw new EmbeddedDatabaseProblem(
        'database.cannot-start',
        `The embedded database "${name}" cannot be set up in ${parent}.`,
        { params: { name, reason: 'initdb' }, logLines: result.output.trim().split('\n').slice(-20) },
      );
    }
    await rmdir(clusterDir).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    await rename(draft, clusterDir);
    await syncFolder(parent);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

function runInitdb(
  folder: string,
  identity: Identity,
  programs: Programs,
  signal?: AbortSignal,
): Promise<{ code: number | null; output: string }> {
  const program = join(programs.folder, 'bin', 'initdb');
  const [command, args] = commandFor(identity, program, [`--pgdata=${folder}`, ...initdbArguments]);
  let output = '';
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: programs.environment, cwd: '/', signal, ...identity.runAs });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Refuses a cluster of another major version: PostgreSQL cannot read it, and converting it needs both programs. */
export async function checkMajorVersion(clusterDir: string, name: string, expected: string): Promise<void> {
  const text = await readFile(join(clusterDir, 'PG_VERSION'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return '';
    },
  );
  const found = text.trim();
  if (found === expected) return;
  if (!found) {
    throw new Error(`${clusterDir} is not empty and holds no database. Move it away, or restore a backup.`);
  }
  throw new EmbeddedDatabaseProblem(
    'database.other-major-version',
    `The data in ${clusterDir} was written by PostgreSQL ${found}; this Serai brings PostgreSQL ${expected}. ` +
      'Make a backup with the Serai release that wrote it, then restore that backup with this one.',
    { params: { name, found, expected, folder: clusterDir } },
  );
}

/** Gives a cluster to the identity that will run it, and closes it to everyone else. */
export async function takePossession(clusterDir: string, identity: Identity): Promise<void> {
  const found = await stat(clusterDir);
  if (found.uid !== identity.uid) await giveTo(clusterDir, identity);
  if ((found.mode & 0o7777) !== 0o700) await chmod(clusterDir, 0o700);
}

/** Writes the two files that decide who may connect and how the server works. */
export async function writeConfiguration(
  clusterDir: string,
  settings: string,
  identity: Identity,
): Promise<void> {
  for (const [file, text] of [
    ['postgresql.conf', settings],
    ['pg_hba.conf', hostBasedAccess],
  ] as const) {
    const place = join(clusterDir, file);
    await writeFile(`${place}.new`, text, { mode: 0o600 });
    await lchown(`${place}.new`, identity.uid, identity.gid);
    await rename(`${place}.new`, place);
  }
}

// The folder itself last: its owner tells whether all of it was given.
async function giveTo(path: string, owner: FileOwner): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) await giveTo(inner, owner);
    else await lchown(inner, owner.uid, owner.gid);
  }
  await lchown(path, owner.uid, owner.gid);
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
