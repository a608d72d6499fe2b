import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { programDir } from '#platform/house.server.ts';
import { deriveKey, type KeyPurpose } from '#platform/vault/root-key.server.ts';
import { newPerson } from '#modules/clients/clients.testing.ts';
import { registerClient } from '#modules/clients/operations/register-client.server.ts';
import { codeAt } from '#modules/staff/one-time-code.server.ts';
import { openTestCentre, type TestStaff } from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openEmbeddedHouse, runSerai } from '#server/cli/embedded-house.testing.ts';
import { createSearch } from '../../checks/canary/find-traces.ts';
import { canaryPerson, marks } from './canary-people.ts';
import { type HouseProcess, processesOf, readMemory } from './process-memory.server.ts';
import type { TrustCheck, TrustOutcome, TrustRun } from './trust-check.ts';

/** A house at work is locked in panic; then the memory of all that is left of it is read. */
export const check: TrustCheck = {
  name: 'panic-memory',
  promise:
    'a second after the panic lock no process of the house holds a key or a name, in memory or anywhere it writes',
  unit: 'locks',
  counts: { fast: 1, night: 10, small: 1 },
  faults: ['begun-with-key', 'key-in-environment'],
  run: panicMemory,
};

const people = 60;
const port = 4_710;
const purposes: KeyPurpose[] = ['wrap', 'audit', 'lookup', 'staff', 'house', 'backup', 'rate', 'heads'];

async function panicMemory(run: TrustRun): Promise<TrustOutcome> {
  const dataDir = join(run.folder, 'house');
  const who = await fillHouse(dataDir);
  const root = Buffer.from(readFileSync(join(`${dataDir}-keys`, 'root.key'), 'utf8').trim(), 'base64');
  const search = createKeySearch(root);
  const home = { SERAI_DATA_DIR: dataDir, PORT: String(port + (process.pid % 200)), SERAI_LOG: 'info' };
  const planted: Record<string, string> =
    run.fault === 'key-in-environment' ? { SERAI_NOTE: root.toString('base64') } : {};
  const faults: string[] = [];
  const figures: Record<string, string> = {};
  let done = 0;
  let longest = 0;
  const started = start(run, { ...home, ...planted });
  const url = `http://127.0.0.1:${home.PORT}`;
  try {
    for (; done < run.count; done += 1) {
      await untilAnswers(`${url}/readyz`, (status) => status === 200);
      const { processes: before, known } = await untilAtWork({ started, dataDir, search, url, who });
      // A search that finds nothing in a house at work would find nothing afterwards either.
      if (!known.some((what) => what.includes('root key')))
        faults.push('the key was not found before the lock either');
      if (!known.some((what) => what.includes(marks.latin)))
        faults.push('no name was found before the lock either');
      const began = performance.now();
      await lock(run, home, before);
      await untilAnswers(`${url}/staff/sign-in`, (status) => status > 0);
      longest = Math.max(longest, performance.now() - began);
      const after = processesOf([started.pid ?? 0], dataDir);
      const left = searchProcesses(after, search);
      faults.push(...left, ...searchTraces(after, run.folder, search));
      Object.assign(figures, {
        'processes read': String(after.length),
        'kinds of traces before': String(new Set(known.map((what) => what.split(': ')[1])).size),
      });
      run.tell(`lock ${done + 1} of ${run.count}: ${left.length} traces in ${after.length} processes`);
      if (done + 1 < run.count) await openAgain(run, home, started);
    }
  } finally {
    await runSerai(['stop'], home);
    started.kill('SIGKILL');
  }
  figures['answers again after (ms)'] = longest.toFixed(0);
  if (longest > 1_000 && run.fault === undefined) figures['answers again after (ms)'] += ' (aim 1000)';
  return { done, wrong: faults.length, faults: faults.slice(0, 20), figures };
}

interface AtWork {
  started: ChildProcess;
  dataDir: string;
  search: Search;
  url: string;
  who: TestStaff;
}

/** Somebody signs in and looks at people, as at work; then memory is read until names are in it. */
async function untilAtWork({ started, dataDir, search, url, who }: AtWork) {
  const session = await signInAt(url, who);
  for (let tries = 0; ; tries += 1) {
    await wait(500);
    const seen = await fetch(`${url}/staff/people`, { headers: { cookie: session, accept: 'text/html' } });
    await seen.text();
    const processes = processesOf([started.pid ?? 0], dataDir);
    const known = searchProcesses(
      processes.filter(({ name }) => name.includes('serving')),
      search,
    );
    if (tries === 12 || known.some((what) => what.includes(marks.latin))) return { processes, known };
  }
}

async function signInAt(url: string, { email, passphrase, seed }: TestStaff): Promise<string> {
  const fields = new URLSearchParams({
    email,
    passphrase,
    code: codeAt(seed, new Date()),
    _key: randomUUID(),
  });
  const answer = await fetch(`${url}/staff/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin: url,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: fields.toString(),
  });
  await answer.text();
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function fillHouse(dataDir: string): Promise<TestStaff> {
  const house = await openEmbeddedHouse(dataDir);
  try {
    // A code counts once: here they are of ten minutes ago.
    house.clock.advance(-600_000);
    const { coordinator } = await openTestCentre(house);
    for (let at = 0; at < people; at += 1) {
      const { given, family, phone, text } = canaryPerson(at);
      const phones = [{ number: phone, owner: 'own' as const, safeToCall: true, safeToMessage: false }];
      const person = newPerson({ names: [{ given, family }], phones, note: text('came') });
      await execute(house, registerClient, coordinator.actor, person);
    }
    return coordinator;
  } finally {
    await house.close();
  }
}

type Search = (bytes: Buffer) => string[];

/** The end of how a process was called tells which it is. */
const shortOf = ({ name }: { name: string }): string => name.slice(-70);

/** The root key and all that is made of it, as bytes and written down, and the marks of the people. */
function createKeySearch(root: Buffer): Search {
  const keys: [string, Buffer][] = [
    ['the root key', root],
    ...purposes.map((purpose): [string, Buffer] => [`the key for ${purpose}`, deriveKey(root, purpose)]),
  ];
  const texts = createSearch(Object.values(marks));
  const written = keys.flatMap(([name, key]) => [
    [name, key] as const,
    [`${name} in base64`, Buffer.from(key.toString('base64').slice(0, 40))] as const,
    [
      `${name} in base64, two bytes a letter`,
      Buffer.from(key.toString('base64').slice(0, 40), 'utf16le'),
    ] as const,
    [`${name} in hex`, Buffer.from(key.toString('hex'))] as const,
  ]);
  return (bytes) => [
    ...written.filter(([, key]) => bytes.includes(key)).map(([name]) => name),
    ...texts(bytes),
  ];
}

function searchProcesses(processes: HouseProcess[], search: Search): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  for (const each of processes) {
    try {
      for (const bytes of readMemory(each, seen))
        for (const what of search(bytes)) found.add(`memory of ${shortOf(each)}: ${what}`);
    } catch (error) {
      // A process that has ended meanwhile holds nothing; one that cannot be read proves nothing.
      if (existsSync(`/proc/${each.pid}/maps`) && readFileSync(`/proc/${each.pid}/maps`, 'latin1') !== '')
        throw error;
    }
  }
  return [...found];
}

/** Where else it might stand: environment, arguments, files of the log, dumps. */
function searchTraces(processes: HouseProcess[], folder: string, search: Search): string[] {
  const found: string[] = [];
  for (const { pid, name } of processes) {
    for (const place of ['environ', 'cmdline']) {
      const bytes = existsSync(`/proc/${pid}/${place}`)
        ? readFileSync(`/proc/${pid}/${place}`)
        : Buffer.alloc(0);
      for (const what of search(bytes)) found.push(`${place} of ${shortOf({ name })}: ${what}`);
    }
    const limits = existsSync(`/proc/${pid}/limits`) ? readFileSync(`/proc/${pid}/limits`, 'latin1') : '';
    const dump = /^Max core file size\s+(\S+)/m.exec(limits)?.[1];
    if (dump !== undefined && dump !== '0' && !name.includes('postgres'))
      found.push(`${shortOf({ name })}: may leave a dump of ${dump}`);
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.parentPath.endsWith('-keys')) continue;
    if (/^core(\.|$)/.test(entry.name)) found.push(`a dump: ${entry.name}`);
    if (!/\.(log|jsonl?|out)$/.test(entry.name)) continue;
    for (const what of search(readFileSync(join(entry.parentPath, entry.name))))
      found.push(`${entry.name}: ${what}`);
  }
  return found;
}

function start(run: TrustRun, home: Record<string, string>): ChildProcess {
  mkdirSync(join(run.folder, 'logs'), { recursive: true });
  return spawn(join(programDir, 'bin/serai'), ['start'], {
    env: { ...process.env, ...home },
    stdio: 'ignore',
  });
}

/** The lock itself; a fault to plant: only killed, so that a new one begins with the key as after a crash. */
async function lock(run: TrustRun, home: Record<string, string>, processes: HouseProcess[]): Promise<void> {
  if (run.fault !== 'begun-with-key') {
    const said = await runSerai(['lock'], home);
    if (said.code !== 0) throw new Error(said.text);
    return;
  }
  const serving = processes.find(({ name }) => name.includes('serving-child'));
  if (!serving) throw new Error('there is no serving process to kill');
  process.kill(serving.pid, 'SIGKILL');
  await wait(4_000);
}

/** The operator begins it anew, which opens it in this house. */
async function openAgain(run: TrustRun, home: Record<string, string>, started: ChildProcess): Promise<void> {
  await runSerai(['stop'], home);
  started.kill('SIGKILL');
  Object.assign(started, start(run, home));
}

async function untilAnswers(url: string, isRight: (status: number) => boolean): Promise<void> {
  const until = performance.now() + 60_000;
  while (performance.now() < until) {
    const status = await fetch(url, { redirect: 'manual' }).then(
      (answer) => answer.status,
      () => 0,
    );
    if (isRight(status)) return;
    await wait(20);
  }
  throw new Error(`${url} did not answer within a minute`);
}
