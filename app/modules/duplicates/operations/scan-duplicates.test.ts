import { afterAll, beforeAll, expect, test } from 'vitest';
import { personShape } from '#modules/clients/client.schemas.ts';
import { newPerson, registerTestClient } from '#modules/clients/clients.testing.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { updateClient } from '#modules/clients/operations/update-client.server.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { listDuplicates } from '../queries/list-duplicates.query.server.ts';
import { runningScan } from '../queries/running-scan.query.server.ts';
import { scanDuplicates } from '../scan-duplicates.server.ts';
import { keepScanned } from './keep-scanned.server.ts';
import { lookAgain } from './look-again.server.ts';
import { startScan } from './start-scan.server.ts';
import { tellApart } from './tell-apart.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const coordinator = () => centre.coordinator.actor;
const list = (params: object = {}, actor = counsellor.actor) => read(house, listDuplicates, actor, params);
const idsOf = ({ pairs }: { pairs: { one: { id: string }; other: { id: string } }[] }) =>
  pairs.map(({ one, other }) => [one.id, other.id].sort().join('~'));
const key = (a: string, b: string) => [a, b].sort().join('~');

let people = 0;
/** Two files of somebody who is written in the same way twice; others look like nobody. */
async function twins(given: string, year = 1971) {
  const person = { names: [{ given, family: 'Zadran' }], birth: { calendar: 'gregory' as const, year } };
  const first = await registerTestClient(house, counsellor.actor, person);
  const second = await registerTestClient(house, counsellor.actor, person);
  people += 2;
  return [first.clientId, second.clientId] as const;
}

const forgetPairs = () => house.admin.query('delete from serai.possible_duplicate');

async function scan(): Promise<void> {
  await execute(house, startScan, coordinator(), {});
  await scanDuplicates(house, centre.centreId);
}

const storedPair = async ([a, b]: readonly [string, string]) =>
  (
    await house.admin.query(
      'select score, status, decided_score, asked_again from serai.possible_duplicate where client_id in ($1, $2) and other_client_id in ($1, $2)',
      [a, b],
    )
  ).rows[0];

test('a counsellor does not begin a scan, and only a job keeps what one found', async () => {
  await expect(execute(house, startScan, counsellor.actor, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(
    execute(house, keepScanned, coordinator(), { scanId: crypto.randomUUID(), after: null, swept: [] }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await expect(
    execute(house, lookAgain, coordinator(), { clientId: crypto.randomUUID() }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await expect(read(house, runningScan, coordinator(), {})).rejects.toMatchObject({ code: 'forbidden' });
});

test('neither reception nor a data officer sees the list or tells people apart', async () => {
  for (const role of ['receptionist', 'data_officer'] as const) {
    const { actor } = await addTestStaff(house, coordinator(), [role]);
    await expect(list({}, actor)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(execute(house, tellApart, actor, { pairs: [] })).rejects.toMatchObject({
      code: 'forbidden',
    });
  }
});

test('the scan finds what nobody has looked for, in its own time and once', async () => {
  const pair = await twins('Palwasha');
  await forgetPairs();
  const first = await execute(house, startScan, coordinator(), {});
  const again = await execute(house, startScan, coordinator(), {});
  expect(again).toEqual({ scanId: first.scanId, begun: false });
  expect((await list()).scan).toMatchObject({ finishedAt: undefined, percent: 0 });
  await scanDuplicates(house, centre.centreId);
  const answer = await list();
  expect(idsOf(answer)).toContain(key(...pair));
  expect(answer.scan?.percent).toBe(100);
  const { rows } = await house.admin.query(
    'select done, total, found from serai.duplicate_scan where id = $1',
    [first.scanId],
  );
  expect(rows[0]).toMatchObject({ done: people, total: people });
});

test('a stretch that another process did is not counted twice', async () => {
  const { scanId } = await execute(house, startScan, coordinator(), {});
  const job = await beginJob(house, centre.centreId);
  const someone = { id: (await twins('Zarghuna'))[0], hits: [] };
  const stretch = { scanId, after: null, swept: [someone] };
  expect(await execute(house, keepScanned, job, stretch)).toEqual({ kept: true });
  expect(await execute(house, keepScanned, job, stretch)).toEqual({ kept: false });
  await scanDuplicates(house, centre.centreId);
});

test('people who were told apart stay two, also when the scan comes again', async () => {
  const pair = await twins('Torpekai');
  await expect(
    execute(house, tellApart, counsellor.actor, { pairs: [`${pair[0]}~${crypto.randomUUID()}`] }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await expect(execute(house, tellApart, counsellor.actor, { pairs: ['x'] })).rejects.toMatchObject({
    code: 'input.invalid',
  });
  await expect(execute(house, tellApart, counsellor.actor, { pairs: [] })).rejects.toMatchObject({
    code: 'input.invalid',
  });
  const shown = (await list()).pairs.find(({ one, other }) => key(one.id, other.id) === key(...pair));
  await execute(house, tellApart, counsellor.actor, { pairs: [`${shown?.one.id}~${shown?.other.id}`] });
  await scan();
  expect(idsOf(await list())).not.toContain(key(...pair));
  const { rows } = await house.admin.query(
    `select item_ids from serai.audit_event where action = 'duplicate.tell-apart' and result = 'done'`,
  );
  expect(rows[0].item_ids.toSorted()).toEqual([...pair].sort());
});

test('who was told apart and looks much more alike since is asked about again, and it says so', async () => {
  const pair = await twins('Spozhmai');
  await house.admin.query(
    `update serai.possible_duplicate set status = 'not_duplicate', decided_score = 0.5 where client_id in ($1, $2) and other_client_id in ($1, $2)`,
    [...pair],
  );
  await house.admin.query(`update serai.possible_duplicate set score = 0.5 where client_id in ($1, $2)`, [
    ...pair,
  ]);
  await scan();
  expect(await storedPair(pair)).toMatchObject({ status: 'suspected', asked_again: true });
  const shown = (await list()).pairs.find(({ one, other }) => key(one.id, other.id) === key(...pair));
  expect(shown?.askedAgain).toBe(true);
});

test('a pair that no longer looks alike falls off at once when a file is changed', async () => {
  const pair = await twins('Gulalai');
  expect(await storedPair(pair)).toMatchObject({ status: 'suspected' });
  const other = {
    names: [{ given: 'Parwin', family: 'Stanikzai' }],
    birth: { calendar: 'gregory', year: 1999 },
  };
  const person = Object.entries({ ...newPerson(), ...other }).filter(([name]) => name in personShape);
  await execute(house, updateClient, counsellor.actor, {
    clientId: pair[1],
    version: 1,
    ...Object.fromEntries(person),
  });
  expect(await storedPair(pair)).toBeUndefined();
});

test('a pair that no longer looks alike falls off in a scan', async () => {
  const [one] = await twins('Mahjabin', 1950);
  const [stranger] = await twins('Wazhma', 1990);
  const [first, second] = [one, stranger].sort() as [string, string];
  await house.admin.query(
    `insert into serai.possible_duplicate (client_id, other_client_id, centre_id, score, reasons, created_at) values ($1, $2, $3, 0.6, '{}', now())`,
    [first, second, centre.centreId],
  );
  await scan();
  expect(await storedPair([first, second])).toBeUndefined();
});

test('a file that was changed while the index was being built is looked at later', async () => {
  const pair = await twins('Khatera');
  await forgetPairs();
  const job = await beginJob(house, centre.centreId);
  await execute(house, lookAgain, job, { clientId: pair[0] });
  expect(await storedPair(pair)).toMatchObject({ status: 'suspected' });
});

test('a pair with a restricted file is in no page, no filter and no count', async () => {
  const pair = await twins('Zralashta');
  await execute(house, restrictClient, counsellor.actor, { clientId: pair[0], reason: 'At risk' });
  const answer = await list({}, coordinator());
  expect(idsOf(answer)).not.toContain(key(...pair));
  expect(JSON.stringify(answer)).not.toContain(pair[0]);
  expect(answer.hidden).toBe(true);
  expect(idsOf(await list())).toContain(key(...pair));
  await expect(
    execute(house, tellApart, coordinator(), { pairs: [`${pair[1]}~${pair[0]}`] }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('best first, page by page, by strength and by reason', async () => {
  for (let i = 0; i < 22; i++) await twins(`Nilab${'abcdefghijklmnopqrstuvw'[i]}zan`, 1940 + i * 3);
  const first = await list();
  const second = await list({ after: first.next });
  expect(first.pairs).toHaveLength(20);
  expect(idsOf(first).filter((id) => idsOf(second).includes(id))).toEqual([]);
  for (const { strength } of (await list({ strength: 'strong' })).pairs) expect(strength).toBe('strong');
  for (const { reasons } of (await list({ reason: 'same-birth-year' })).pairs)
    expect(reasons).toContain('same-birth-year');
  expect((await list({ reason: 'same-file-number' })).pairs).toEqual([]);
  await expect(list({ after: 'x' })).rejects.toMatchObject({ code: 'input.invalid' });
});

test('whom the list showed is in the audit', async () => {
  const { pairs } = await list();
  const {
    rows: [event],
  } = await house.admin.query(
    `select item_ids from serai.audit_event where action = 'duplicate.list' order by seq desc limit 1`,
  );
  expect(new Set(event.item_ids)).toEqual(new Set(pairs.flatMap(({ one, other }) => [one.id, other.id])));
});
