import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAudit } from '#platform/audit/verify-audit.server.ts';
import { isStaff } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { recordTestContact } from '#modules/contacts/contacts.testing.ts';
import { lookAtPair } from '#modules/duplicates/duplicates.testing.ts';
import { confirmMerge } from '#modules/duplicates/operations/confirm-merge.server.ts';
import { proposeMerge } from '#modules/duplicates/operations/propose-merge.server.ts';
import { fileOf, uploadTestImport } from '#modules/imports/imports.testing.ts';
import { runImport } from '#modules/imports/jobs.server.ts';
import { startImport } from '#modules/imports/operations/start-import.server.ts';
import { viewImport } from '#modules/imports/queries/view-import.query.server.ts';
import { resolveActor } from '#modules/staff/session.server.ts';
import { addTestStaff, openTestCentre } from '#modules/staff/staff.testing.ts';
import { makeScratch, openEmbeddedHouse } from '#server/cli/embedded-house.testing.ts';

// The process that works is killed with no chance to tidy up, again and again, at other moments each time. What it had
// said it did must be there once, what it had not must be done by whoever comes next.
const scratch = makeScratch();
const dataDir = scratch.path('house');
const people = 900;
const pairs = 12;

let centreId = '';
let importId = '';
let token = '';
const merges: { mergeId: string; survivorVersion: number; mergedVersion: number }[] = [];
/** Files before the register came. */
let before = 0;

beforeAll(async () => {
  const house = await openEmbeddedHouse(dataDir);
  try {
    const opened = await openTestCentre(house);
    centreId = opened.centreId;
    const { actor } = opened.coordinator;
    const confirmer = await addTestStaff(house, actor, ['coordinator'], opened.siteIds[0]);
    token = confirmer.actor.sessionToken;
    for (let at = 0; at < pairs; at += 1) {
      const ids: string[] = [];
      for (const family of ['Sadid', 'Sadeed']) {
        const { clientId } = await registerTestClient(house, actor, {
          names: [{ given: `Parwana ${at}`, family }],
        });
        await recordTestContact(house, actor, { clientIds: [clientId] });
        ids.push(clientId);
      }
      const pair = await lookAtPair(house, actor, ids[0] ?? '', ids[1] ?? '');
      const { mergeId } = await execute(house, proposeMerge, actor, pair);
      merges.push({
        mergeId,
        survivorVersion: pair.survivorVersion,
        mergedVersion: pair.mergedVersion,
      });
    }
    before = await countOf(house, 'client');
    const rows = Array.from(
      { length: people },
      (_, at) => `Old${letters(at)} Register,F,${1950 + (at % 50)},03/02/2024,Visa`,
    );
    const file = fileOf(['Name,Sex,Year of birth,Visit date,Service', ...rows].join('\n'));
    const by = { ...actor, steppedUpAt: house.clock.now() };
    importId = await uploadTestImport(house, by, file, { name: 'old.csv' });
    const { version } = await read(house, viewImport, by, { importId });
    await execute(house, startImport, by, { importId, version });
  } finally {
    await house.close();
  }
}, 120_000);
afterAll(() => scratch.remove());

/** A word of its own for each number. */
const letters = (at: number): string =>
  [...at.toString(26).padStart(3, '0')]
    .map((digit) => 'abcdefghijklmnopqrstuvwxyz'[parseInt(digit, 26)])
    .join('');

const countOf = async (house: TestHouse, table: string): Promise<number> =>
  Number((await house.admin.query<{ n: string }>(`select count(*) as n from serai.${table}`)).rows[0]?.n);

/** Lets a process work and kills it this long after it began. @returns whether it had ended by itself before */
async function workAndKill(work: object, afterMs: number): Promise<boolean> {
  const child = spawn(
    process.execPath,
    [
      resolve(import.meta.dirname, 'power-cut-child.testing.ts'),
      JSON.stringify({ dataDir, centreId, ...work }),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  child.stdout.on('data', (text) => (said += String(text)));
  child.stderr.on('data', (text) => (said += String(text)));
  const gone = new Promise<void>((settle) => child.once('exit', () => settle()));
  while (!said.includes('begun') && child.exitCode === null) await delay(10);
  if (!said.includes('begun')) throw new Error(said);
  await Promise.race([delay(afterMs), gone]);
  child.kill('SIGKILL');
  await gone;
  return said.includes('ended');
}

test('a register that is taken in through power cuts has everybody once', async () => {
  let cuts = 0;
  for (const afterMs of [150, 400, 700]) cuts += (await workAndKill({ importId }, afterMs)) ? 0 : 1;
  expect(cuts).toBeGreaterThan(0);
  const house = await openEmbeddedHouse(dataDir);
  try {
    const taken = async () =>
      (
        await house.admin.query<{ rows: number; people: number; contacts: number }>(
          `select count(*)::int as rows, count(distinct client_id)::int as people, count(distinct contact_id)::int as contacts
           from serai.import_row where state = 'taken'`,
        )
      ).rows[0];
    const half = await taken();
    // Whatever is marked as taken is there, and nothing else is.
    expect(await countOf(house, 'client')).toBe(before + (half?.people ?? 0));
    await runImport(house, importId, centreId);
    expect(await taken()).toEqual({ rows: people, people, contacts: people });
    expect(await countOf(house, 'client')).toBe(before + people);
    const { rows } = await house.admin.query('select state from serai.register_import');
    expect(rows).toEqual([{ state: 'done' }]);
    expect((await verifyAudit(house.databases.audit, house.vault)).findings).toEqual([]);
  } finally {
    await house.close();
  }
}, 120_000);

test('merges that are confirmed through power cuts are done once, and wholly or not at all', async () => {
  let cuts = 0;
  for (const afterMs of [40, 120, 200]) cuts += (await workAndKill({ token, merges }, afterMs)) ? 0 : 1;
  expect(cuts).toBeGreaterThan(0);
  const house = await openEmbeddedHouse(dataDir);
  try {
    // Somebody else's visit belongs to whom it was merged into, or still to its own file: never to nobody.
    const lost = await house.admin.query(
      `select k.contact_id from serai.contact_client k join serai.client c on c.id = k.client_id
       join serai.client_merge m on m.merged_id = c.id where m.merged_at is not null and m.undone_at is null`,
    );
    expect(lost.rows).toEqual([]);
    const actor = await resolveActor(house, token);
    if (!isStaff(actor)) throw new Error('the session did not hold');
    for (const merge of merges)
      await execute(house, confirmMerge, actor, merge, { idempotencyKey: `confirm/${merge.mergeId}` });
    const told = await house.admin.query<{ n: number }>(
      `select count(*)::int as n from serai.audit_event where action = 'duplicate.confirm-merge' and result = 'done'`,
    );
    expect(told.rows[0]?.n).toBe(pairs);
    expect((await verifyAudit(house.databases.audit, house.vault)).findings).toEqual([]);
  } finally {
    await house.close();
  }
}, 120_000);
