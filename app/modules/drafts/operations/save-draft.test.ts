import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { addTestStaff, openTestCentre, type TestStaff } from '#modules/staff/staff.testing.ts';
import { openDraft } from '../draft.queries.server.ts';
import { discardDraft } from './discard-draft.server.ts';
import { saveDraft } from './save-draft.server.ts';

let house: TestHouse;
let mina: TestStaff;
let omid: TestStaff;
let officer: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  const { coordinator } = await openTestCentre(house);
  mina = await addTestStaff(house, coordinator.actor, ['counsellor']);
  omid = await addTestStaff(house, coordinator.actor, ['counsellor']);
  officer = await addTestStaff(house, coordinator.actor, ['data_officer']);
});
afterAll(() => house?.close());

const draft = {
  form: 'contact',
  fields: { note: 'she asked about the agency in the bazaar', topics: ['visa_procedure'] },
};

test('somebody with figures only may keep, open and discard no draft', async () => {
  await expect(execute(house, saveDraft, officer.actor, draft)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(execute(house, discardDraft, officer.actor, { form: 'contact' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(read(house, openDraft, officer.actor, { form: 'contact' })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('what was typed last comes back, to its owner only', async () => {
  await execute(house, saveDraft, mina.actor, { ...draft, fields: { note: 'she' } });
  await execute(house, saveDraft, mina.actor, draft);
  expect((await read(house, openDraft, mina.actor, { form: 'contact' })).fields).toEqual(draft.fields);
  expect((await read(house, openDraft, omid.actor, { form: 'contact' })).fields).toBeUndefined();
});

test('a draft is sealed in the database', async () => {
  await execute(house, saveDraft, mina.actor, draft);
  const { rows } = await house.admin.query('select sealed from serai.draft');
  expect(rows.every((row) => !row.sealed.toString('latin1').includes('bazaar'))).toBe(true);
});

test('a sent form leaves no draft behind', async () => {
  await execute(house, saveDraft, mina.actor, draft);
  await execute(house, discardDraft, mina.actor, { form: 'contact' });
  expect((await read(house, openDraft, mina.actor, { form: 'contact' })).fields).toBeUndefined();
});

test('a draft leaves no audit row', async () => {
  const before = await house.admin.query('select count(*) from serai.audit_event');
  await execute(house, saveDraft, mina.actor, draft);
  expect((await house.admin.query('select count(*) from serai.audit_event')).rows).toEqual(before.rows);
});
