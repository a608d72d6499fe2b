import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { withdrawConsent } from '#modules/clients/operations/withdraw-consent.server.ts';
import { recordTestContact } from '#modules/contacts/contacts.testing.ts';
import { voidContact } from '#modules/contacts/operations/void-contact.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { listDecisions } from '../queries/list-decisions.query.server.ts';
import { prepareDecision } from '../queries/prepare-decision.query.server.ts';
import { viewDecision } from '../queries/view-decision.query.server.ts';
import { keepDecision } from './keep-decision.server.ts';

let house: TestHouse;
let centre: TestCentre;
let mina: TestStaff;
let desk: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  mina = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  desk = await addTestStaff(house, centre.coordinator.actor, ['receptionist'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const plan = { goal: 'earn', nationality: 'PK', destination: 'SA', way: 'promoter', documents: ['passport'] };
const keep = (contactId: string, answers: Record<string, string | string[]> = plan) =>
  execute(house, keepDecision, mina.actor, { contactId, language: 'en', answers });
const rows = async (contactId: string) =>
  (await house.admin.query('select * from serai.decision_result where contact_id = $1', [contactId])).rows;

test('the front desk neither keeps, sees nor opens what was thought through', async () => {
  const { contactId } = await recordTestContact(house, mina.actor);
  const { decisionId } = await keep(contactId);
  const { actor } = desk;
  await expect(
    execute(house, keepDecision, actor, { contactId, language: 'en', answers: plan }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await expect(read(house, listDecisions, actor, { contactId })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(read(house, prepareDecision, actor, { contactId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(read(house, viewDecision, actor, { decisionId })).rejects.toMatchObject({ code: 'forbidden' });
});

test('a contact that is not there is not found', async () => {
  const contactId = randomUUID();
  await expect(keep(contactId)).rejects.toMatchObject({ code: 'not-found' });
  await expect(read(house, listDecisions, mina.actor, { contactId })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(read(house, prepareDecision, mina.actor, { contactId })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(read(house, viewDecision, mina.actor, { decisionId: contactId })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('nothing said, danger, and a child’s plan are not kept', async () => {
  const { contactId } = await recordTestContact(house, mina.actor);
  const without = { nonsense: 'x', way: 'by-boat' };
  for (const answers of [{}, without, { ...plan, danger: 'yes' }, { ...plan, ageBand: 'under_18' }])
    await expect(keep(contactId, answers)).rejects.toMatchObject({ code: 'input.invalid' });
  expect(await rows(contactId)).toEqual([]);
});

test('nothing is kept with a voided contact, nor with somebody who withdrew the consent', async () => {
  const { contactId } = await recordTestContact(house, mina.actor);
  await execute(house, voidContact, mina.actor, { contactId, version: 1, reason: 'recorded twice' });
  await expect(keep(contactId)).rejects.toMatchObject({ code: 'contact.voided' });

  const { clientId } = await registerTestClient(house, mina.actor);
  const withClient = await recordTestContact(house, mina.actor, { clientIds: [clientId] });
  await execute(house, withdrawConsent, mina.actor, { clientId, purposes: ['service_and_record'] });
  await expect(keep(withClient.contactId)).rejects.toMatchObject({ code: 'contact.consent-withdrawn' });
});

test('answers and result are kept under the person’s key, and in clear stands only which rules and when', async () => {
  const { clientId } = await registerTestClient(house, mina.actor);
  const { contactId } = await recordTestContact(house, mina.actor, { clientIds: [clientId] });
  const { decisionId } = await keep(contactId);
  const [row] = await rows(contactId);
  expect(row).toMatchObject({
    id: decisionId,
    client_id: clientId,
    restricted: false,
    kept_by: mina.actor.staffId,
    ruleset_version: expect.stringMatching(/^general@\S+ pk-sa@\S+$/),
  });
  expect(row.sealed.toString('latin1')).not.toMatch(/earn|promoter|passport/);
  const { rows: audit } = await house.admin.query(
    `select client_id, fields, result from serai.audit_event where action = 'decision.keep' and subject_id = $1`,
    [decisionId],
  );
  expect(audit).toEqual([{ client_id: clientId, fields: ['plan'], result: 'done' }]);

  const list = await read(house, listDecisions, mina.actor, { contactId });
  expect(list).toMatchObject({ mayKeep: true, decisions: [{ id: decisionId }] });
  const seen = await read(house, viewDecision, mina.actor, { decisionId });
  expect(seen.answers).toEqual(plan);
  expect(seen.decision.checks).toHaveLength(5);
  const { rows: views } = await house.admin.query(
    `select count(*)::int as n from serai.audit_event where action = 'decision.view' and result = 'viewed' and subject_id = $1`,
    [decisionId],
  );
  expect(views).toEqual([{ n: 1 }]);
  expect(await read(house, prepareDecision, mina.actor, { contactId })).toEqual({ mayKeep: true });
});

test('an unnamed visitor’s plan is kept under the contact’s own key', async () => {
  const { contactId } = await recordTestContact(house, mina.actor);
  const { decisionId } = await keep(contactId);
  expect((await read(house, viewDecision, mina.actor, { decisionId })).contactId).toBe(contactId);
});

test('a thought of going without papers is neither kept nor answered in what is kept', async () => {
  const { contactId } = await recordTestContact(house, mina.actor);
  const { decisionId } = await keep(contactId, { ...plan, way: 'without_papers' });
  const kept = await read(house, viewDecision, mina.actor, { decisionId });
  expect(JSON.stringify(kept)).not.toMatch(/without.papers/);
});

test('when the person becomes restricted, what was kept is behind the same wall', async () => {
  const { clientId } = await registerTestClient(house, mina.actor);
  const { contactId } = await recordTestContact(house, mina.actor, { clientIds: [clientId] });
  const { decisionId } = await keep(contactId);
  await execute(house, restrictClient, mina.actor, { clientId, readers: [], reason: 'asked for it' });
  expect(await rows(contactId)).toMatchObject([{ restricted: true }]);
  const { actor } = centre.coordinator;
  await expect(read(house, viewDecision, actor, { decisionId })).rejects.toMatchObject({ code: 'not-found' });
  expect((await read(house, viewDecision, mina.actor, { decisionId })).contactId).toBe(contactId);
});

test('sent twice it is kept once', async () => {
  const { contactId } = await recordTestContact(house, mina.actor);
  const idempotencyKey = randomUUID();
  const input = { contactId, language: 'en', answers: plan };
  const first = await execute(house, keepDecision, mina.actor, input, { idempotencyKey });
  const again = await execute(house, keepDecision, mina.actor, input, { idempotencyKey });
  expect(again).toEqual(first);
  expect(await rows(contactId)).toHaveLength(1);
});
