import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { carryOutErasure } from '#modules/erasures/carry-out-erasure.server.ts';
import { liveTestLife, orderTestErasure } from '#modules/erasures/erasures.testing.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { peopleIndex } from '#modules/clients/index.server.ts';
import { addTestStaff, openTestCentre, signIn } from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { answerPlace } from '#platform/operations/idempotency.server.ts';
import { createLog } from '#platform/log.server.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { makeScratch, openEmbeddedHouse } from '#server/cli/embedded-house.testing.ts';

// The computer of a centre after an erasing, with everything on it, its root key included: whoever has all that reads
// nothing of the person. One life is erased; the other stays, and shows that the same search finds what is there.
const scratch = makeScratch();
const lines: string[] = [];
const gone = { given: 'Zephyrinne', family: 'Quillhaven', note: 'Lanternquick moonbridge seventeen' };
const stays = { given: 'Wrenfeather', family: 'Oleander', note: 'Teal umbrella by the gate' };
let house: TestHouse;
let erased: { clientId: string; contactId: string; keys: Buffer[] };
let kept: { clientId: string; contactId: string; keys: Buffer[] };

beforeAll(async () => {
  house = await openEmbeddedHouse(scratch.path('house'));
  Object.assign(house, { log: createLog('debug', (line) => lines.push(line) > 0) });
  const centre = await openTestCentre(house);
  const counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  erased = await withKeys(await liveTestLife(house, counsellor.actor, gone));
  kept = await withKeys(await liveTestLife(house, counsellor.actor, stays));
  await execute(house, restrictClient, counsellor.actor, {
    clientId: erased.clientId,
    readers: [centre.coordinator.actor.staffId],
    reason: gone.note,
  });
  const hands = [counsellor.actor, await signIn(house, centre.coordinator)] as const;
  const { erasureId } = await orderTestErasure(house, hands, erased.clientId);
  await carryOutErasure(house, erasureId);
  await house.admin.query('checkpoint');
}, 120_000);
afterAll(async () => {
  await house?.close();
  scratch.remove();
});

/** The wrapped key as it lies in the key store: with it and the root key, every old version of a row could be opened. */
async function withKeys(life: { clientId: string; contactId: string }) {
  const { rows } = await house.keysAdmin.query<{ wrapped: Buffer }>(
    'select wrapped from serai.wrapped_key where id = $1',
    [life.clientId],
  );
  return { ...life, keys: rows.map(({ wrapped }) => wrapped) };
}

/** Files below a folder that hold these bytes, the write-ahead log aside: it is used again, and then it is gone. */
function filesWith(folder: string, bytes: Buffer): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.includes('pg_wal'))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && readFileSync(path).includes(bytes));
}

test('the key is in no file of the key store any more; that of who stays is', () => {
  const folder = scratch.path('house', 'postgres-keys');
  for (const key of erased.keys) expect(filesWith(folder, key)).toEqual([]);
  expect(kept.keys.flatMap((key) => filesWith(folder, key)).length).toBeGreaterThan(0);
});

/** First answers to forms, opened with all keys. */
async function answersNaming(id: string): Promise<number> {
  const { rows } = await house.admin.query<{
    owner_id: string;
    key: string;
    answer_key: string;
    sealed_answer: Buffer;
  }>(
    `select owner_id, key, answer_key, sealed_answer from serai.idempotency where sealed_answer is not null`,
  );
  const answers = await house.vault.unsealMany(
    rows.map((row) => ({
      keyId: row.answer_key,
      place: answerPlace(row.owner_id, row.key),
      sealed: row.sealed_answer,
    })),
  );
  return answers.filter((answer) => JSON.stringify(answer).includes(id)).length;
}

test('no first answer names the person, opened with every key that there is; of who stays there are some', async () => {
  expect(await answersNaming(erased.clientId)).toBe(0);
  expect(await answersNaming(erased.contactId)).toBe(0);
  expect(await answersNaming(kept.clientId)).toBeGreaterThan(0);
});

test('what the record kept in words is under a destroyed key', async () => {
  const { rows } = await house.admin.query<{ detail_key: string }>(
    'select detail_key from serai.audit_event where client_id = $1 and sealed_detail is not null',
    [erased.clientId],
  );
  expect(rows.length).toBeGreaterThan(0);
  const opened = await house.vault.keys.openMany(rows.map((row) => row.detail_key));
  expect(opened.size).toBe(0);
});

test('no scan of a consent is left of the person', async () => {
  const { rows } = await house.admin.query<{ file_id: string; client_id: string }>(
    'select file_id, client_id from serai.consent_proof',
  );
  expect(rows.map((row) => row.client_id)).toEqual([kept.clientId]);
  const ids: string[] = [];
  for await (const page of house.files.listBefore(new Date('2100-01-01'))) ids.push(...page);
  expect(ids).toEqual(rows.map((row) => row.file_id));
});

test('the index in memory knows nobody of that name, and still knows the other', async () => {
  const { rows } = await house.admin.query<{ id: string }>('select id from serai.centre');
  const search = (text: string) => peopleIndex(house).search(rows[0]?.id ?? '', text, { limit: 10 });
  await peopleIndex(house).ready;
  expect(await search(gone.given)).toEqual([]);
  expect((await search(stays.given)).map(({ id }) => id)).toEqual([kept.clientId]);
});

test('the log names neither', () => {
  const log = lines.join('\n');
  for (const text of [...Object.values(gone), ...Object.values(stays)]) expect(log).not.toContain(text);
});
