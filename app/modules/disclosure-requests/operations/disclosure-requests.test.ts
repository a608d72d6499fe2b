import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { mergeTestFiles } from '#modules/duplicates/duplicates.testing.ts';
import { carryOutErasure } from '#modules/erasures/carry-out-erasure.server.ts';
import { orderTestErasure } from '#modules/erasures/erasures.testing.ts';
import { atScreen, breakTestGlass } from '#modules/oversight/oversight.testing.ts';
import {
  addTestStaff,
  openTestCentre,
  signIn,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { countDisclosureRequests } from '../queries/count-disclosure-requests.query.server.ts';
import { disclosuresOfClient } from '../queries/disclosures-of-client.query.server.ts';
import { listDisclosureRequests } from '../queries/list-disclosure-requests.query.server.ts';
import { prepareDisclosureRequest } from '../queries/prepare-disclosure-request.query.server.ts';
import { viewDisclosureRequest } from '../queries/view-disclosure-request.query.server.ts';
import { decideDisclosure } from './decide-disclosure.server.ts';
import { proposeDisclosure } from './propose-disclosure.server.ts';
import { recordDisclosureRequest } from './record-disclosure-request.server.ts';
import { tellOfDisclosure } from './tell-of-disclosure.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
let clientId: string;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  ({ clientId } = await registerTestClient(house, counsellor.actor));
});
afterAll(() => house?.close());

const coordinator = () => signIn(house, centre.coordinator);
const newRequest = (given: object = {}) => ({
  clientId: clientId as string | undefined,
  asker: 'police' as const,
  askedBy: 'Sergeant Quillfeather, third station',
  basis: 'court_order' as const,
  reference: 'K 12/26 of 3 March',
  channel: 'visit' as const,
  asked: 'Where the person sleeps',
  ...given,
});
const record = async (given: object = {}) =>
  (await execute(house, recordDisclosureRequest, await signIn(house, counsellor), newRequest(given)))
    .disclosureRequestId;
const giving = (disclosureRequestId: string, version = 1) => ({
  disclosureRequestId,
  version,
  outcome: 'partly' as const,
  basis: 'court_order' as const,
  reference: 'K 12/26 of 3 March',
  given: 'The day of the last visit, nothing else',
  refusal: 'too_wide' as const,
  advice: 'The lawyer says that the order names this day only',
});
const refusing = (disclosureRequestId: string, version = 1) => ({
  disclosureRequestId,
  version,
  outcome: 'refused' as const,
  basis: 'spoken' as const,
  refusal: 'no_written_basis' as const,
});
const view = async (disclosureRequestId: string) =>
  read(house, viewDisclosureRequest, await coordinator(), { disclosureRequestId });

test('who may not: reception writes down and reads nothing, a counsellor decides nothing', async () => {
  const desk = await addTestStaff(house, await coordinator(), ['receptionist'], centre.siteIds[0]);
  const { disclosureRequestId } = await execute(house, recordDisclosureRequest, desk.actor, newRequest());
  const params = { disclosureRequestId };
  await expect(read(house, viewDisclosureRequest, desk.actor, params)).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(read(house, listDisclosureRequests, desk.actor, {})).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(
    execute(house, proposeDisclosure, desk.actor, refusing(disclosureRequestId)),
  ).rejects.toMatchObject({ code: 'forbidden' });
  const actor = await signIn(house, counsellor);
  await expect(
    execute(house, decideDisclosure, actor, { ...params, version: 1, agree: true }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await expect(read(house, countDisclosureRequests, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
});

test('a request with a paper names the paper; days are days that were', async () => {
  const wrong = [
    [{ reference: undefined }, 'reference', 'required'],
    [{ receivedOn: '2027-01-01' }, 'receivedOn', 'in-the-future'],
    [{ receivedOn: '2026-03-05', dueOn: '2026-03-01' }, 'dueOn', 'before-received'],
    [{ asked: ' ' }, 'asked', expect.any(String)],
  ] as const;
  for (const [given, path, code] of wrong)
    await expect(record(given)).rejects.toMatchObject({ fields: [{ path, code }] });
});

test('nothing is proposed to be given at a spoken word, and nothing that is not said exactly', async () => {
  const id = await record();
  const actor = await signIn(house, counsellor);
  for (const [change, path] of [
    [{ basis: 'spoken' }, 'basis'],
    [{ basis: 'none' }, 'basis'],
    [{ reference: undefined }, 'reference'],
    [{ given: undefined }, 'given'],
    [{ refusal: undefined }, 'refusal'],
  ] as const)
    await expect(
      execute(house, proposeDisclosure, actor, { ...giving(id), ...change }),
    ).rejects.toMatchObject({ fields: [{ path }] });
  expect(await view(id)).toMatchObject({ state: 'open', version: 1, proposed: null });
});

test('giving waits for a second person with a fresh proof, also where there is nobody else', async () => {
  const own = await coordinator();
  const { disclosureRequestId } = await execute(house, recordDisclosureRequest, own, newRequest());
  await expect(
    execute(house, decideDisclosure, own, { disclosureRequestId, version: 1, agree: true }),
  ).rejects.toMatchObject({ code: 'disclosure-requests.not-proposed' });
  await execute(house, proposeDisclosure, await signIn(house, counsellor), giving(disclosureRequestId));
  const agree = { disclosureRequestId, version: 2, agree: true };
  // The coordinator wrote it down, and nobody else here may decide.
  await expect(execute(house, decideDisclosure, await coordinator(), agree)).rejects.toMatchObject({
    code: 'disclosure-requests.second-person',
  });
  const officer = await addTestStaff(house, await coordinator(), ['data_protection_officer']);
  const stale = await signIn(house, officer);
  house.clock.advance(11 * 60_000);
  await expect(execute(house, decideDisclosure, stale, agree)).rejects.toMatchObject({
    code: 'step-up.required',
  });
  const fresh = await signIn(house, officer);
  await expect(execute(house, decideDisclosure, fresh, { ...agree, version: 1 })).rejects.toMatchObject({
    code: 'conflict.version',
  });
  await execute(house, decideDisclosure, fresh, { ...agree, note: 'Read the order myself' });
  expect(await view(disclosureRequestId)).toMatchObject({
    state: 'partly',
    decidedAlone: false,
    proposed: { given: 'The day of the last visit, nothing else' },
    note: 'Read the order myself',
  });
  await expect(execute(house, decideDisclosure, fresh, { ...agree, version: 3 })).rejects.toMatchObject({
    code: 'disclosure-requests.decided',
  });
  await expect(
    execute(house, proposeDisclosure, fresh, refusing(disclosureRequestId, 3)),
  ).rejects.toMatchObject({ code: 'disclosure-requests.decided' });
  await house.admin.query(`update serai.staff_member set status = 'disabled' where id = $1`, [
    officer.actor.staffId,
  ]);
  const { rows } = await house.admin.query(
    `select action, client_id from serai.audit_event where action like 'disclosure-request.%' and subject_id = $1 order by seq`,
    [disclosureRequestId],
  );
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      'disclosure-request.record',
      'disclosure-request.propose',
      'disclosure-request.decide',
    ]),
  );
});

test('a refusal is done alone where nobody else could be asked, and says so', async () => {
  const own = await coordinator();
  const { disclosureRequestId } = await execute(
    house,
    recordDisclosureRequest,
    own,
    newRequest({ basis: 'spoken', reference: undefined }),
  );
  await execute(house, proposeDisclosure, own, refusing(disclosureRequestId));
  await execute(house, decideDisclosure, own, { disclosureRequestId, version: 2, agree: true });
  expect(await view(disclosureRequestId)).toMatchObject({ state: 'refused', decidedAlone: true });
});

test('what is sent back says why, and is proposed anew', async () => {
  const id = await record();
  const actor = await signIn(house, counsellor);
  await execute(house, proposeDisclosure, actor, giving(id));
  const back = { disclosureRequestId: id, version: 2, agree: false };
  await expect(execute(house, decideDisclosure, await coordinator(), back)).rejects.toMatchObject({
    fields: [{ path: 'note', code: 'required' }],
  });
  await execute(house, decideDisclosure, await coordinator(), { ...back, note: 'Ask for the seal first' });
  expect(await view(id)).toMatchObject({ state: 'open', proposal: null, note: 'Ask for the seal first' });
  await execute(house, proposeDisclosure, actor, giving(id, 3));
  expect(await view(id)).toMatchObject({ state: 'proposed', version: 4 });
});

test('the person is told after it was decided; why they were not may be noted anew', async () => {
  const id = await record();
  const actor = await signIn(house, counsellor);
  const tell = { disclosureRequestId: id, version: 1, telling: 'forbidden' as const };
  await expect(execute(house, tellOfDisclosure, actor, tell)).rejects.toMatchObject({
    code: 'disclosure-requests.not-decided',
  });
  await execute(house, proposeDisclosure, actor, refusing(id));
  await execute(house, decideDisclosure, await coordinator(), {
    disclosureRequestId: id,
    version: 2,
    agree: true,
  });
  await execute(house, tellOfDisclosure, actor, { ...tell, version: 3 });
  await execute(house, tellOfDisclosure, actor, { ...tell, version: 4, telling: 'in_person' });
  await expect(execute(house, tellOfDisclosure, actor, { ...tell, version: 5 })).rejects.toMatchObject({
    code: 'disclosure-requests.told',
  });
  expect(await view(id)).toMatchObject({ telling: 'in_person', toldOn: '2026-03-10' });
});

test('the database alone lets nothing out without paper or by one hand, and keeps what was decided', async () => {
  const id = await record({ basis: 'spoken', reference: undefined });
  const change = (set: string) =>
    house.admin.query(`update serai.disclosure_request set ${set} where id = $1`, [id]);
  const proposal = `proposal = 'given', proposed_at = now(), state = 'proposed'`;
  await expect(change(`${proposal}, proposed_by = recorded_by`)).rejects.toMatchObject({ code: '42501' });
  // Even with the trigger out of the way.
  await house.admin.query('alter table serai.disclosure_request disable trigger disclosure_request_hands');
  await expect(change(`${proposal}, proposed_by = recorded_by`)).rejects.toMatchObject({ code: '23514' });
  await change(`${proposal}, basis = 'warrant', proposed_by = gen_random_uuid()`);
  const given = `state = 'given', decided_on = '2026-03-10'`;
  await expect(change(`${given}, decided_by = proposed_by`)).rejects.toMatchObject({ code: '23514' });
  await expect(change(`${given}, decided_by = recorded_by`)).rejects.toMatchObject({ code: '23514' });
  await change(`${given}, decided_by = gen_random_uuid()`);
  await house.admin.query('alter table serai.disclosure_request enable trigger disclosure_request_hands');
  await expect(change(`state = 'refused', proposal = 'refused', refusal = 'danger'`)).rejects.toMatchObject({
    code: '42501',
  });
  await expect(change(`received_on = '2026-03-01'`)).rejects.toMatchObject({ code: '42501' });
});

test('words are sealed; about somebody who is not on file they have a key that the sweep knows', async () => {
  const id = await record({ clientId: undefined, about: 'A tall man called Rustam' });
  const { rows } = await house.admin.query('select * from serai.disclosure_request');
  expect(JSON.stringify(rows)).not.toMatch(/Quillfeather|Rustam|K 12/);
  expect(await view(id)).toMatchObject({
    clientId: null,
    isErased: false,
    words: { about: 'A tall man called Rustam' },
  });
  const used = await house.admin.query('select * from serai.keys_in_use(array[$1]::uuid[]) as id', [id]);
  expect(used.rows).toEqual([{ id }]);
});

test('whoever is not on the list of a closed file meets no request about it', async () => {
  const person = await registerTestClient(house, counsellor.actor, {
    names: [{ given: 'Ferrywing', family: 'Oldmill' }],
  });
  const id = await record({ clientId: person.clientId });
  await execute(house, restrictClient, await signIn(house, counsellor), {
    clientId: person.clientId,
    readers: [],
    reason: 'A relative works next door',
  });
  const outside = await coordinator();
  await expect(
    read(house, viewDisclosureRequest, outside, { disclosureRequestId: id }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await expect(execute(house, proposeDisclosure, outside, giving(id))).rejects.toMatchObject({
    code: 'not-found',
  });
  const params = { clientId: person.clientId };
  for (const looking of [
    read(house, disclosuresOfClient, outside, params),
    read(house, prepareDisclosureRequest, outside, params),
  ])
    await expect(looking).rejects.toMatchObject({ code: 'not-found' });
  const { requests } = await read(house, listDisclosureRequests, outside, {});
  expect(requests.map((each) => each.id)).not.toContain(id);
  const reader = await signIn(house, counsellor);
  expect(
    (await read(house, disclosuresOfClient, reader, { clientId: person.clientId })).requests,
  ).toMatchObject([{ id, asker: 'police', state: 'open' }]);
});

test('whoever broke the glass reads it and may refuse, but lets nothing of the file leave', async () => {
  const { clientId: closedId, fileNo } = await registerTestClient(house, counsellor.actor, {
    names: [{ given: 'Glasswort', family: 'Saltmarsh' }],
  });
  const id = await record({ clientId: closedId });
  const reader = await signIn(house, counsellor);
  const closing = { clientId: closedId, readers: [], reason: 'A relative works next door' };
  await execute(house, restrictClient, reader, closing);
  await execute(house, proposeDisclosure, reader, giving(id));
  const guest = await atScreen(house, centre.coordinator.actor);
  await breakTestGlass(house, guest, fileNo);
  const agree = { disclosureRequestId: id, version: 2, agree: true };
  await expect(execute(house, decideDisclosure, guest, agree)).rejects.toMatchObject({
    code: 'oversight.guest',
  });
  await execute(house, proposeDisclosure, reader, refusing(id, 2));
  await execute(house, decideDisclosure, guest, { ...agree, version: 3 });
  const params = { disclosureRequestId: id };
  expect(await read(house, viewDisclosureRequest, guest, params)).toMatchObject({ state: 'refused' });
});

test('the year is counted without a single case, closed files too', async () => {
  const { rows } = await house.admin.query<{ n: number }>(
    'select count(*)::integer as n from serai.disclosure_request',
  );
  const all = rows[0]?.n ?? 0;
  const year = await read(house, countDisclosureRequests, await coordinator(), {});
  expect(year).toMatchObject({ year: 2026, threshold: 5, total: { kind: 'count', n: all } });
  expect(year.byOutcome.rows.filter(({ cell }) => cell.kind === 'count' && cell.n < 5)).toEqual([]);
  await record({ asker: 'embassy' });
  const later = await read(house, countDisclosureRequests, await coordinator(), {});
  expect(later.byAsker.rows.find(({ code }) => code === 'embassy')?.cell).not.toMatchObject({
    kind: 'count',
  });
  await expect(
    read(house, countDisclosureRequests, await coordinator(), { year: 2027 }),
  ).rejects.toMatchObject({ fields: [{ path: 'year' }] });
});

test('two files that become one bring their requests along, readable', async () => {
  const name = { names: [{ given: 'Tamarinde', family: 'Brookstone' }] };
  const first = await registerTestClient(house, counsellor.actor, name);
  const second = await registerTestClient(house, counsellor.actor, { ...name, registerAnyway: true });
  const id = await record({ clientId: second.clientId });
  await execute(house, proposeDisclosure, await signIn(house, counsellor), giving(id));
  const hands = [await signIn(house, counsellor), await coordinator()] as const;
  await mergeTestFiles(house, hands, first.clientId, second.clientId);
  expect(await view(id)).toMatchObject({
    clientId: first.clientId,
    words: { asked: 'Where the person sleeps' },
    proposed: { given: 'The day of the last visit, nothing else' },
  });
});

test('when the person is erased it stays that somebody asked, about nobody and without words', async () => {
  const person = await registerTestClient(house, counsellor.actor, {
    names: [{ given: 'Ulmenhain', family: 'Farwater' }],
  });
  const id = await record({ clientId: person.clientId });
  const { erasureId } = await orderTestErasure(
    house,
    [await signIn(house, counsellor), await coordinator()],
    person.clientId,
  );
  expect(await carryOutErasure(house, erasureId)).toBe('done');
  expect(await view(id)).toMatchObject({ clientId: null, isErased: true, words: null, asker: 'police' });
});

test('the page for writing down names somebody only to who meets people and may open files', async () => {
  const trainer = await addTestStaff(house, await coordinator(), ['trainer'], centre.siteIds[0]);
  await expect(read(house, prepareDisclosureRequest, trainer.actor, { clientId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const about = await registerTestClient(house, counsellor.actor);
  const shown = await read(house, prepareDisclosureRequest, await signIn(house, counsellor), {
    clientId: about.clientId,
  });
  expect(shown.client).toMatchObject({ id: about.clientId });
  expect(shown.client?.name).toBeTruthy();
  const blank = await read(house, prepareDisclosureRequest, await signIn(house, counsellor), {});
  expect(blank.client).toBeNull();
});
