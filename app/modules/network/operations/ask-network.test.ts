import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { agreedConsent, registerTestClient, withdrawTestConsent } from '#modules/clients/clients.testing.ts';
import { issueCard } from '#modules/clients/operations/issue-card.server.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { recordConsent } from '#modules/clients/operations/record-consent.server.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import { addTestStaff, openTestCentre } from '#modules/staff/staff.testing.ts';
import { addNetworkAdministrator, openNetworkCentre } from '../network.testing.ts';
import { asksPerDay } from '../network.ts';
import { networkJobs } from '../jobs.server.ts';
import { listAsks } from '../queries/list-asks.query.server.ts';
import { answerInquiry } from './answer-inquiry.server.ts';
import { askNetwork } from './ask-network.server.ts';
import { noteAsk } from './note-ask.server.ts';
import { inquireNetwork } from './inquire-network.server.ts';

let house: TestHouse;
let asker: StaffActor;
let holder: StaffActor;
let knownId: string;
beforeAll(async () => {
  house = await openTestHouse();
  const centre = await openTestCentre(house);
  const admin = await addNetworkAdministrator(house, centre.coordinator.actor);
  const other = await openNetworkCentre(house, admin.actor);
  holder = other.coordinator.actor;
  asker = (await addTestStaff(house, centre.coordinator.actor, ['counsellor'])).actor;
  knownId = (await registerTestClient(house, holder)).clientId;
});
afterAll(() => house?.close());
beforeEach(() => house.clock.advance(25 * 3_600_000));

const gulalai = { name: { given: 'Gulalai', family: 'Yusufzai' }, birthYear: 1994, agreed: true };
const ask = (input: object = gulalai, actor = asker) => execute(house, askNetwork, actor, input);

async function agreeToSharing(clientId = knownId, by = holder) {
  await execute(house, recordConsent, by, {
    ...agreedConsent,
    clientId,
    decisions: { share_for_transfer: 'given' },
  });
}

test('a reception desk, an administrator and nobody may ask; nor without the person, nor by a name alone', async () => {
  const receptionist = (await addTestStaff(house, holder, ['receptionist'])).actor;
  await expect(ask(gulalai, receptionist)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(read(house, listAsks, receptionist, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(ask({ ...gulalai, agreed: false })).rejects.toMatchObject({ fields: [{ path: 'agreed' }] });
  await expect(ask({ name: gulalai.name, agreed: true })).rejects.toMatchObject({
    fields: [{ code: 'more-needed' }],
  });
});

test('without that person’s yes to sharing, with it withdrawn, or restricted, nobody is known', async () => {
  expect(await ask()).toMatchObject({ mayBeKnown: false });
  await agreeToSharing();
  expect(await ask()).toMatchObject({ mayBeKnown: true });
  await withdrawTestConsent(house, holder, knownId, 'share_for_transfer');
  expect(await ask()).toMatchObject({ mayBeKnown: false });
  const { clientId } = await registerTestClient(house, holder, {
    names: [{ given: 'Zarghuna', family: 'Popal' }],
    phones: [],
  });
  await agreeToSharing(clientId);
  const zarghuna = { name: { given: 'Zarghuna', family: 'Popal' }, birthYear: 1994, agreed: true };
  expect(await ask(zarghuna)).toMatchObject({ mayBeKnown: true });
  await execute(house, restrictClient, holder, { clientId, reason: 'threats', readers: [] });
  expect(await ask(zarghuna)).toMatchObject({ mayBeKnown: false });
});

test('a card says it alone, and one’s own people are not found this way', async () => {
  await agreeToSharing();
  const { number } = await execute(house, issueCard, holder, { clientId: knownId });
  expect(await ask({ name: { given: 'Somebody' }, card: number, agreed: true })).toMatchObject({
    mayBeKnown: true,
  });
  expect(await ask(gulalai, holder)).toMatchObject({ mayBeKnown: false });
});

test('after so many asks a day the next is refused, whatever it would have said', async () => {
  for (let count = 0; count < asksPerDay; count += 1)
    await ask({ name: { given: `Name${count}` }, birthYear: 1990, agreed: true });
  await expect(ask()).rejects.toMatchObject({ code: 'network.asked-too-often', status: 429 });
});

test('the asker sees neither whom nor where; the record of the other centre holds whose file was touched', async () => {
  await agreeToSharing();
  const { askId } = await ask();
  const { own } = await read(house, listAsks, asker, {});
  expect(own[0]).toEqual({
    id: askId,
    askedAt: house.clock.now().toISOString(),
    state: 'may_be_known',
    mayInquire: true,
    knownCentre: undefined,
  });
  const { rows } = await house.admin.query(
    `select client_id, item_ids from serai.audit_event where action = 'network.ask' order by at desc limit 1`,
  );
  expect(rows).toEqual([{ client_id: null, item_ids: [] }]);
  for (const job of networkJobs) await job.run(house, { askId });
  const noted = await house.admin.query(
    `select centre_id, client_id from serai.audit_event where action = 'network.note-ask' order by at desc limit 1`,
  );
  expect(noted.rows).toEqual([{ centre_id: holder.centre.id, client_id: knownId }]);
});

test('an inquiry reaches whoever may know the person, and only "known" tells which centre it is', async () => {
  await agreeToSharing();
  const { askId: no } = await ask({ name: { given: 'Nobody' }, birthYear: 1950, agreed: true });
  await expect(execute(house, inquireNetwork, asker, { askId: no, reason: 'x' })).rejects.toMatchObject({
    code: 'network.not-open',
  });
  house.clock.advance(1_000);
  const { askId } = await ask();
  await expect(execute(house, inquireNetwork, holder, { askId, reason: 'not mine' })).rejects.toMatchObject({
    code: 'not-found',
  });
  await execute(house, inquireNetwork, asker, { askId, reason: 'She has moved to this town.' });
  await expect(execute(house, inquireNetwork, asker, { askId, reason: 'again' })).rejects.toMatchObject({
    code: 'network.not-open',
  });
  const { rows } = await house.admin.query(`select sealed from serai.network_inquiry where ask_id = $1`, [
    askId,
  ]);
  expect(rows[0].sealed.toString('latin1')).not.toContain('moved');
  const seen = await read(house, listAsks, holder, {});
  expect(seen.here[0]).toMatchObject({
    askId,
    words: { reason: 'She has moved to this town.', askedBy: asker.displayName },
    people: [{ id: knownId, name: 'Gulalai Yusufzai' }],
  });
  await expect(execute(house, answerInquiry, asker, { askId, answer: 'known' })).rejects.toMatchObject({
    code: 'not-found',
  });
  expect((await read(house, listAsks, asker, {})).own[0]).toMatchObject({ state: 'inquired' });
  await execute(house, answerInquiry, holder, { askId, answer: 'known' });
  expect((await read(house, listAsks, asker, {})).own[0]).toMatchObject({
    state: 'known',
    knownCentre: { en: 'River Bend Migrant Resource Centre' },
  });
});

test('once the person has taken the yes back, nobody can answer that they are known', async () => {
  await agreeToSharing();
  const { askId } = await ask();
  await execute(house, inquireNetwork, asker, { askId, reason: 'She has moved to this town.' });
  await withdrawTestConsent(house, holder, knownId, 'share_for_transfer');
  await expect(execute(house, answerInquiry, holder, { askId, answer: 'known' })).rejects.toMatchObject({
    code: 'network.consent-ended',
  });
});

test('only the house’s own job writes the ask into the other record, and only where it touched a file', async () => {
  await agreeToSharing();
  const { askId } = await ask();
  await expect(execute(house, noteAsk, holder, { askId })).rejects.toMatchObject({ code: 'forbidden' });
  const job = await beginJob(house, asker.centre.id);
  await expect(execute(house, noteAsk, job, { askId })).rejects.toMatchObject({ code: 'not-found' });
});

test('"cannot say" tells nothing, not even which centre said it', async () => {
  await agreeToSharing();
  const { askId } = await ask();
  await execute(house, inquireNetwork, asker, { askId, reason: 'She has moved to this town.' });
  await execute(house, answerInquiry, holder, { askId, answer: 'cannot_say' });
  const { own } = await read(house, listAsks, asker, {});
  expect(own[0]).toMatchObject({ state: 'cannot_say', knownCentre: undefined });
});

test('the wall holds by itself: matches and inquiries of one centre are no rows to the other', async () => {
  const seen = async (actor: StaffActor, table: string) =>
    house.databases.reader.transaction().execute(async (tx) => {
      const { sql } = await import('kysely');
      await sql`select set_config('serai.session', ${actor.sessionToken}, true)`.execute(tx);
      return (await sql`select 1 from ${sql.table(table)}`.execute(tx)).rows.length;
    });
  expect(await seen(asker, 'network_match')).toBe(0);
  expect(await seen(asker, 'network_inquiry')).toBe(0);
  expect(await seen(holder, 'network_match')).toBeGreaterThan(0);
});
