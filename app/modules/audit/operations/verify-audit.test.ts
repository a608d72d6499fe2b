import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginJob } from '#modules/staff/index.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { cutClean, tamper } from '../audit.testing.ts';
import { auditJobs } from '../jobs.server.ts';
import { viewAuditState } from '../queries/view-audit-state.query.server.ts';
import { eventsAtOnce, verifyAuditNow } from './verify-audit.server.ts';
import { recordAuditCheck } from './record-audit-check.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const verify = () => execute(house, verifyAuditNow, centre.coordinator.actor, {});
const runJob = (task: string, payload = {}) =>
  auditJobs.find((job) => job.task === task)?.run(house, payload);
const lastCheck = async () => (await read(house, viewAuditState, centre.coordinator.actor, {})).lastCheck;

test('a counsellor may not ask for a proof, and nobody but the house may record one', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  await expect(execute(house, verifyAuditNow, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
  const verdict = { events: 1, headSeq: 1, headHash: '00'.repeat(32), findings: [] };
  await expect(execute(house, recordAuditCheck, centre.coordinator.actor, verdict)).rejects.toMatchObject({
    code: 'forbidden',
  });
  const job = await beginJob(house, centre.centreId);
  await expect(
    execute(house, recordAuditCheck, job, { ...verdict, headHash: 'guess' }),
  ).rejects.toMatchObject({ code: 'input.invalid', fields: [{ path: 'headHash' }] });
  expect(await lastCheck()).toBeUndefined();
});

test('a record that nobody touched is proven, and the proof is kept and recorded', async () => {
  const result = await verify();
  expect(result).toMatchObject({
    state: 'checked',
    findings: [],
    headCode: expect.stringMatching(/^[0-9a-f]{4}-/),
  });
  expect(await lastCheck()).toMatchObject({
    by: centre.coordinator.actor.staffId,
    findings: [],
    headSeq: (result as { headSeq: number }).headSeq,
  });
  const { rows } = await house.admin.query(
    "select fields from serai.audit_event where action = 'audit.verify' and result = 'done'",
  );
  expect(rows).toEqual([{ fields: ['held'] }]);
});

test('what colleagues add meanwhile is not mistaken for tampering', async () => {
  const [result] = await Promise.all([
    verify(),
    addTestStaff(house, centre.coordinator.actor, ['receptionist']),
    verify(),
  ]);
  expect(result).toMatchObject({ findings: [] });
});

test('a changed event is named', async () => {
  const restore = await tamper(house, centre.centreId, [
    "update audit_event set fields = '{nothing}' where centre_id = $1 and seq = 3",
  ]);
  const result = await verify();
  await restore();
  expect(result).toMatchObject({ findings: [{ seq: 3, kind: 'altered' }] });
});

test('a record cut short and closed again is recognised by the proof before', async () => {
  await verify();
  const { rows } = await house.admin.query('select seq from serai.audit_head where centre_id = $1', [
    centre.centreId,
  ]);
  const restore = await tamper(house, centre.centreId, cutClean(rows[0].seq - 4));
  const result = await verify();
  await restore();
  expect(result).toMatchObject({
    state: 'checked',
    findings: expect.arrayContaining([expect.objectContaining({ kind: 'head' })]),
  });
});

test('every night the house proves the record by itself', async () => {
  await house.admin.query('truncate serai.audit_check');
  await runJob('verify-every-audit');
  expect(await lastCheck()).toMatchObject({ by: null, findings: [] });
  await runJob('verify-audit', { centreId: centre.centreId });
  const { rows } = await house.admin.query(
    "select actor_kind, fields from serai.audit_event where action = 'audit.record-check' and result = 'done'",
  );
  expect(rows).toEqual([
    { actor_kind: 'job', fields: ['held'] },
    { actor_kind: 'job', fields: ['held'] },
  ]);
});

test('a long record is walked by a job, and whoever asked is not kept waiting', async () => {
  await house.admin.query(
    `update serai.audit_head set seq = ${eventsAtOnce + 1_000}, hash = hash where centre_id = $1`,
    [centre.centreId],
  );
  expect(await verify()).toEqual({ state: 'started', events: eventsAtOnce + 1_000 });
  const { rows } = await house.admin.query(
    "select count(*)::int as n from graphile_worker.jobs where task_identifier = 'verify-audit'",
  );
  expect(rows[0].n).toBe(1);
});
