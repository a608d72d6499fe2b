import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { copyPrograms, findPrograms, type ProgramFolder } from './embedded-programs.server.ts';

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

export interface FileOwner {
  uid: number;
  gid: number;
}

/** uid and gid own the cluster's files, as seen from outside any namespace. */
export interface Identity extends FileOwner {
  kind: IdentityKind;
  /** Put before the program and its arguments. */
  prefix: readonly string[];
  /** For spawn: a change of user that Node.js itself makes before the program starts. */
  runAs: { uid?: number; gid?: number };
}

/** Programs that were seen to run as an identity. */
export interface Programs extends ProgramFolder {
  /** "18.4" */
  version: string;
  /** "18" */
  major: string;
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
 * Tries the ways that fit, in order of preference, by really running `postgres` in the folders that it must be able
 * to enter, and takes the first that works.
 * @param folders the data folder first
 * @param owner who owns the cluster's files, or the data folder while there are none
 * @param isNew whether initdb is still to come
 */
export async function chooseIdentity(
  folders: readonly [string, ...string[]],
  owner: FileOwner,
  isNew: boolean,
  allowed: readonly IdentityKind[] = ['direct', 'namespace', 'user'],
): Promise<{ identity: Identity; programs: Programs }> {
  const [dataDir] = folders;
  const failures: string[] = [];
  const candidates = listCandidates(owner, isNew, await knownUsers()).filter(({ kind }) =>
    allowed.includes(kind),
  );
  const installed = await findPrograms(dataDir);
  for (const identity of candidates) {
    const found = await probe(identity, installed, folders);
    if (typeof found !== 'string') return { identity, programs: found };
    failures.push(`${identity.prefix[0] ?? identity.kind} (user number ${identity.uid}): ${found}`);
  }
  const dropped = candidates.find(({ kind }) => kind === 'user');
  if (dropped) {
    const copied = await copyPrograms(dataDir);
    const found = await probe(dropped, copied, folders);
    if (typeof found !== 'string') return { identity: dropped, programs: found };
    await rm(copied.folder, { recursive: true, force: true });
    failures.push(`copied programs (user number ${dropped.uid}): ${found}`);
  }
  throw new Error(
    `PostgreSQL's programs cannot be run in ${dataDir}. Run Serai as a normal user, or put its data where one ` +
      `can reach it. Tried: ${failures.join('; ')}`,
  );
}

function listCandidates(
  owner: FileOwner,
  isNew: boolean,
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
    return users.has(uid) || !isNew ? [direct, ...namespaces] : [...namespaces, direct];
  }
  // What belongs to a normal user stays that user's, also when root starts it once.
  if (owner.uid !== 0 && (users.has(owner.uid) || !isNew)) return asUser(owner);
  const named = [...users].find(([, user]) => user.name === 'serai');
  const plain = named
    ? { uid: named[0], gid: named[1].gid }
    : { uid: inside, gid: users.get(inside)?.gid ?? nobody };
  return [...namespaces, ...asUser(plain)];
}

function asUser({ uid, gid }: FileOwner): Identity[] {
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
          // Without this bit access(2), which PostgreSQL asks about its own programs, forgets the capability.
          '--securebits=+no_setuid_fixup',
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

/**
 * The programs when they run as this identity, or the reason why they do not. Asking for a setting goes through
 * all that can refuse later (root, the programs' own place, the folders) and changes nothing.
 */
async function probe(
  identity: Identity,
  programs: ProgramFolder,
  folders: readonly [string, ...string[]],
): Promise<Programs | string> {
  const script =
    'program=$1; shift; for folder; do cd "$folder" || exit 1; done; ' +
    'exec "$program" -D "$1" -C server_version -c config_file=/dev/null';
  const program = join(programs.folder, 'bin', 'postgres');
  const [command, args] = commandFor(identity, shell, ['-c', script, 'sh', program, ...folders]);
  const options = { env: programs.environment, cwd: '/', timeout: 10_000, ...identity.runAs };
  return new Promise((resolve) => {
    execFile(command, args, options, (error, stdout, stderr) => {
      const [version, major] = /^(\d+)[.\w]*/.exec(stdout) ?? [];
      if (!error && version && major) resolve({ ...programs, version, major });
      else resolve((stderr || error?.message || stdout).trim().split('\n').at(-1) ?? '');
    });
  });
}
