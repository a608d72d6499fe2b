import { afterAll, beforeAll, expect, test } from 'vitest';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '#modules/staff/latest-audit.testing.ts';
import { listViews } from '../queries/list-views.query.server.ts';
import { arrangeList } from './arrange-list.server.ts';
import { deleteView } from './delete-view.server.ts';
import { exportList } from './export-list.server.ts';
import { saveView } from './save-view.server.ts';

let house: TestHouse;
let centre: TestCentre;
let head: StaffActor;
let mina: StaffActor;
let officer: StaffActor;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  head = centre.coordinator.actor;
  mina = (await addTestStaff(house, head, ['counsellor'])).actor;
  officer = (await addTestStaff(house, head, ['data_officer'])).actor;
});
afterAll(() => house?.close());

const forbidden = { code: 'forbidden', status: 403 };
const women = { list: 'contacts', name: 'Women this year', filter: { sex: 'female', from: '2026-01-01' } };
const asked = { list: 'people', format: 'xlsx', columns: ['name'], filter: {}, reason: 'the ministry asked' };

test('who reads no lists arranges none; a counsellor shares no filter and takes no list out of the house', async () => {
  await expect(execute(house, saveView, officer, women)).rejects.toMatchObject(forbidden);
  await expect(execute(house, arrangeList, officer, { list: 'people', columns: [] })).rejects.toMatchObject(
    forbidden,
  );
  await expect(execute(house, saveView, mina, { ...women, shared: true })).rejects.toMatchObject(forbidden);
  await expect(execute(house, exportList, mina, asked)).rejects.toMatchObject(forbidden);
});

test('an export needs a reason and a fresh proof of the second factor', async () => {
  const { steppedUpAt: _, ...stale } = head;
  await expect(execute(house, exportList, stale, asked)).rejects.toMatchObject({ code: 'step-up.required' });
  await expect(execute(house, exportList, head, { ...asked, reason: ' ' })).rejects.toMatchObject({
    code: 'input.invalid',
  });
  // Follow-ups say how to reach people: they are arranged, not taken away.
  for (const list of ['staff', 'follow-ups']) {
    await expect(execute(house, exportList, head, { ...asked, list })).rejects.toMatchObject({
      code: 'input.invalid',
    });
  }
  expect(await latestAudit(house, 'list.export')).toMatchObject({ result: 'refused' });
});

test('a kept filter is sealed, one’s own, and without what was searched for', async () => {
  const filter = { ...women.filter, q: 'Amina Noor', before: 'x' };
  const { viewId } = await execute(house, saveView, mina, { ...women, filter });
  const { views } = await read(house, listViews, mina, { list: 'contacts' });
  expect(views).toEqual([
    {
      id: viewId,
      name: 'Women this year',
      filter: women.filter,
      to: '/staff/contacts?from=2026-01-01&sex=female',
      shared: false,
      own: true,
    },
  ]);
  expect((await read(house, listViews, head, { list: 'contacts' })).views).toEqual([]);
  const { rows } = await house.admin.query('select sealed from serai.saved_view where id = $1', [viewId]);
  expect(rows[0].sealed.toString('latin1')).not.toContain('Women');
  await expect(execute(house, deleteView, head, { viewId })).rejects.toMatchObject({ code: 'not-found' });
  await execute(house, deleteView, mina, { viewId });
  expect((await read(house, listViews, mina, { list: 'contacts' })).views).toEqual([]);
});

test('a shared filter is seen by all and thrown away by a coordinator alone', async () => {
  const { viewId } = await execute(house, saveView, head, { ...women, shared: true });
  expect((await read(house, listViews, mina, { list: 'contacts' })).views).toMatchObject([
    { id: viewId, shared: true, own: false },
  ]);
  await expect(execute(house, deleteView, mina, { viewId })).rejects.toMatchObject(forbidden);
  await execute(house, arrangeList, mina, { list: 'contacts', columns: ['minutes'], firstViewId: viewId });
  expect(await read(house, listViews, mina, { list: 'contacts' })).toMatchObject({
    columns: ['day', 'minutes'],
    first: { id: viewId },
  });
  await execute(house, deleteView, head, { viewId });
  expect((await read(house, listViews, mina, { list: 'contacts' })).first).toBeUndefined();
});

test('a list opens with a filter that exists for it', async () => {
  const { viewId } = await execute(house, saveView, mina, { ...women, list: 'people' });
  const arranged = { list: 'contacts', columns: [], firstViewId: viewId };
  await expect(execute(house, arrangeList, mina, arranged)).rejects.toMatchObject({
    code: 'input.invalid',
    fields: [{ path: 'firstViewId' }],
  });
});

test('the reason of an export is sealed in the record, with the columns in clear', async () => {
  const { exportId } = await execute(house, exportList, head, asked);
  expect(await latestAudit(house, 'list.export')).toMatchObject({
    result: 'done',
    subject_id: exportId,
    fields: ['people', 'xlsx', 'name'],
  });
  const { rows } = await house.admin.query(
    "select detail_key, sealed_detail from serai.audit_event where action = 'list.export' order by seq desc limit 1",
  );
  expect(rows[0].sealed_detail.toString('latin1')).not.toContain('ministry');
  const kept = await house.admin.query('select sealed from serai.list_export where id = $1', [exportId]);
  expect(kept.rows[0].sealed.toString('latin1')).not.toContain('ministry');
});
