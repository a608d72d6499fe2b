import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { StaffActor } from '#platform/actor.ts';
import { read } from '#platform/operations/read.server.ts';
import { isProblem } from '#platform/problem.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { peopleIndex } from '#modules/clients/index.server.ts';
import { viewClient } from '#modules/clients/queries/view-client.query.server.ts';
import { liveTestLife, orderTestErasure } from '#modules/erasures/erasures.testing.ts';
import { replayErasures, resumeErasures } from '#modules/erasures/replay-erasures.server.ts';
import { makeRecoveryKey } from '#modules/setup/recovery-key.server.ts';
import { addTestStaff, openTestCentre, signIn, type TestStaff } from '#modules/staff/staff.testing.ts';
import { openEmbeddedHouse, runSerai } from '#server/cli/embedded-house.testing.ts';
import { everyRow } from '../../checks/canary/every-row.testing.ts';
import { createSearch } from '../../checks/canary/find-traces.ts';
import type { TrustCheck, TrustOutcome, TrustRun } from './trust-check.ts';

/** People are erased, a copy is made, people are erased … then every copy there is, old and new, is brought back. */
export const check: TrustCheck = {
  name: 'erased',
  promise: 'who was erased does not come back with any copy that is kept, and who was not is there',
  unit: 'copies restored',
  counts: { fast: 2, night: 20, small: 1 },
  faults: ['older-ledger', 'replay-left-out'],
  run: tryErased,
};

interface Person {
  given: string;
  family: string;
  note: string;
  clientId: string;
  erased: boolean;
}

const eachTime = 3;

async function tryErased(run: TrustRun): Promise<TrustOutcome> {
  const dataDir = join(run.folder, 'house');
  const home = { SERAI_DATA_DIR: dataDir };
  const people: Person[] = [];
  const copies: { records: string; keys: string; known: number }[] = [];
  let recoveryKey = '';
  let staff: TestStaff | undefined;
  for (let at = 0; at < run.count; at += 1) {
    const house = await openLater(dataDir, at);
    try {
      const hands = staff
        ? ([await signIn(house, staff), undefined] as const)
        : await openCentre(house).then((opened) => {
            ({ staff, recoveryKey } = opened);
            return [opened.staff.actor, opened.second] as const;
          });
      const [first] = hands;
      if (at > 0) await eraseOne(house, first, people);
      for (let each = 0; each < eachTime; each += 1) people.push(await newPersonIn(house, first));
    } finally {
      await house.close();
    }
    copies.push({ ...(await makeCopy(run, home, at)), known: people.length });
  }
  const before = keepLedgers(run);
  const house = await openLater(dataDir, run.count);
  try {
    if (!staff) throw new Error('there is nobody to work here');
    // The last to go is in every copy.
    await eraseOne(house, await signIn(house, staff), people, 0);
  } finally {
    await house.close();
  }
  if (run.fault === 'older-ledger') before.bringBack();
  const faults: string[] = [];
  let done = 0;
  for (const [at, copy] of copies.entries()) {
    const found = await restoreAndLook(run, { copy, at, recoveryKey, staff, people });
    faults.push(...found.map((what) => `copy ${at + 1}: ${what}`));
    done += 1;
    run.tell(`copy ${done} of ${copies.length} brought back`);
  }
  return {
    done,
    wrong: faults.length,
    faults: faults.slice(0, 20),
    figures: {
      people: String(people.length),
      'of them erased': String(people.filter(({ erased }) => erased).length),
    },
  };
}

/** Each time a quarter of an hour later: a code of an authenticator counts once. */
async function openLater(dataDir: string, times: number): Promise<TestHouse> {
  const house = await openEmbeddedHouse(dataDir);
  house.clock.advance(times * 900_000);
  return house;
}

async function openCentre(house: TestHouse) {
  const { coordinator, siteIds } = await openTestCentre(house);
  const second = (await addTestStaff(house, coordinator.actor, ['coordinator'], siteIds[0])).actor;
  return { staff: coordinator, second, recoveryKey: makeRecoveryKey(house) };
}

const word = (): string =>
  randomBytes(9)
    .toString('hex')
    .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '');

async function newPersonIn(house: TestHouse, actor: StaffActor): Promise<Person> {
  const names = { given: `Q${word()}`, family: `X${word()}`, note: `Z${word()}` };
  return { ...names, clientId: (await liveTestLife(house, actor, names)).clientId, erased: false };
}

/** One is asked for by one hand and granted by another, and gone at once. */
async function eraseOne(
  house: TestHouse,
  actor: StaffActor,
  people: Person[],
  which?: number,
): Promise<void> {
  const person = people.filter(({ erased }) => !erased)[which ?? people.length % 2];
  if (!person) throw new Error('there is nobody left to erase');
  const other = (await addTestStaff(house, actor, ['coordinator'], actor.siteId)).actor;
  const proven: StaffActor = { ...other, steppedUpAt: house.clock.now() };
  await orderTestErasure(house, [actor, proven], person.clientId);
  await resumeErasures(house);
  person.erased = true;
}

async function makeCopy(run: TrustRun, home: Record<string, string>, at: number) {
  const folders = { records: join(run.folder, 'records'), keys: join(run.folder, 'keys') };
  const before = { records: listOf(folders.records), keys: listOf(folders.keys) };
  const said = await runSerai(['backup', '--to', folders.records, '--keys-to', folders.keys], home);
  if (said.code !== 0) throw new Error(said.text);
  const newest = (part: 'records' | 'keys'): string => {
    const made = listOf(folders[part]).find((name) => name.endsWith('.bak') && !before[part].includes(name));
    if (!made) throw new Error(`copy ${at} of the ${part} was not found`);
    // The keys' copies are thinned out by age and number; here all are kept, as a stick in a drawer would keep them.
    const kept = join(run.folder, `kept-${part}`);
    mkdirSync(kept, { recursive: true });
    cpSync(join(folders[part], made), join(kept, made));
    return made;
  };
  return { records: newest('records'), keys: newest('keys') };
}

const listOf = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

/** The ledgers as they are now, for a fault to plant: put back in the place of newer ones. */
function keepLedgers(run: TrustRun) {
  const places = ['records', 'keys'].map((part) => join(run.folder, part));
  const kept = places.flatMap((folder) =>
    listOf(folder)
      .filter((name) => name.startsWith('erasures-'))
      .map((name) => ({ from: join(folder, name), text: readFileSync(join(folder, name)) })),
  );
  return {
    bringBack(): void {
      for (const { from, text } of kept) cpSync(writeTo(run.folder, text), from);
    },
  };
}

function writeTo(folder: string, text: Buffer): string {
  const file = join(folder, `ledger-${word()}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
  return file;
}

interface Looking {
  copy: { records: string; keys: string; known: number };
  at: number;
  recoveryKey: string;
  staff: TestStaff;
  people: Person[];
}

async function restoreAndLook(
  run: TrustRun,
  { copy, at, recoveryKey, staff, people }: Looking,
): Promise<string[]> {
  const there = join(run.folder, `restored-${at}`);
  const drawer = placeBeside(run, copy);
  const said = await runSerai(
    ['restore', '--records', join(drawer.records, copy.records), '--keys', join(drawer.keys, copy.keys)],
    { SERAI_DATA_DIR: there },
    [recoveryKey],
  );
  if (said.code !== 0) return [`could not be brought back: ${said.text.slice(-300)}`];
  const house = await openLater(there, run.count + 1);
  const faults: string[] = [];
  try {
    // As a house does before it lets anybody in.
    if (run.fault !== 'replay-left-out') await replayErasures(house);
    await peopleIndex(house).ready;
    const actor = await signIn(house, staff);
    const inIt = people.slice(0, copy.known);
    for (const person of inIt) {
      const answer = await read(house, viewClient, actor, { clientId: person.clientId }).then(
        (found) => JSON.stringify(found),
        (error: unknown) => (isProblem(error) ? '' : String(error)),
      );
      const isThere = answer.includes(person.family);
      if (person.erased && answer !== '')
        faults.push(`somebody who was erased still has a file: ${answer.slice(0, 80)}`);
      if (!person.erased && !isThere) faults.push('somebody who was not erased is not there');
      if (person.erased && !(await isShredded(house, person.clientId)))
        faults.push('the key of somebody erased opens');
    }
    const gone = inIt.filter(({ erased }) => erased);
    const search = createSearch(gone.flatMap(({ given, family, note }) => [given, family, note]));
    for (const [table, text] of [...(await everyRow(house.admin)), ...(await everyRow(house.keysAdmin))])
      for (const what of search(text)) faults.push(`${table}: ${what}`);
    for (const { clientId } of gone) {
      const { rows } = await house.admin.query('select 1 from serai.client where id = $1', [clientId]);
      if (rows.length > 0) faults.push('a row of somebody erased is there');
    }
    await registerTestClient(house, actor, {});
  } finally {
    await house.close();
    await rm(there, { recursive: true, force: true });
    await rm(`${there}-keys`, { recursive: true, force: true });
  }
  return faults;
}

/** The copy from the drawer beside the ledgers of today, as an operator would lay them. */
function placeBeside(run: TrustRun, copy: { records: string; keys: string }) {
  const folders = { records: join(run.folder, 'records'), keys: join(run.folder, 'keys') };
  for (const part of ['records', 'keys'] as const)
    cpSync(join(run.folder, `kept-${part}`, copy[part]), join(folders[part], copy[part]));
  return folders;
}

async function isShredded(house: TestHouse, keyId: string): Promise<boolean> {
  const shredded = await house.vault.keys.listShredded();
  return shredded.some(({ id }) => id === keyId);
}
