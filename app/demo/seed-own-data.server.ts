import { sql } from 'kysely';
import { setCentreSettings } from '#modules/centres/operations/set-centre-settings.server.ts';
import { viewCentre } from '#modules/centres/index.server.ts';
import { explainedPoints } from '#modules/clients/consent.ts';
import { registerClient } from '#modules/clients/operations/register-client.server.ts';
import { carryOutErasure } from '#modules/erasures/carry-out-erasure.server.ts';
import { eraseClient } from '#modules/erasures/operations/erase-client.server.ts';
import { recordRequest } from '#modules/erasures/operations/record-request.server.ts';
import { placeHold } from '#modules/retention/operations/place-hold.server.ts';
import { lookThrough } from '#modules/retention/operations/look-through.server.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { houseAt } from './house-at.ts';
import type { DemoCentre } from './open-demo-centre.server.ts';

const day = 86_400_000;

/**
 * What the demo shows of people's own data: one who asked to be erased and is, one request that waits, one person who is
 * held for a wage case, and the list that the last night proposed, in a centre that keeps files of counselling a year.
 */
export async function seedOwnData(
  house: House,
  seed: string,
  centre: DemoCentre,
  today: string,
): Promise<void> {
  const counsellor = colleague(centre, 'counsellor1');
  const coordinator = colleague(centre, 'coordinator');
  const now = house.clock.now().getTime();
  const [held, waits] = await oldestFiles(house, coordinator);
  if (!held || !waits || (await isAsked(house, coordinator))) return;
  const goes = await registerLeaving(houseAt(house, now - 200 * day), counsellor);
  const proven = (at: number): StaffActor => ({ ...coordinator, steppedUpAt: new Date(at) });
  const asked = { channel: 'desk', identityBy: 'card' } as const;
  const { requestId } = await execute(
    houseAt(house, now - 12 * day),
    recordRequest,
    counsellor,
    {
      ...asked,
      clientId: goes,
      kind: 'erasure',
      cause: 'client_request',
      words: 'I am at home again and want nothing of me to stay here.',
    },
    { idempotencyKey: `${seed}/erasure-asked` },
  );
  const { erasureId } = await execute(
    houseAt(house, now - 9 * day),
    eraseClient,
    proven(now - 9 * day),
    { requestId, version: 1, toldHow: 'in_person', sure: true },
    { idempotencyKey: `${seed}/erasure-granted` },
  );
  await carryOutErasure(houseAt(house, now - 9 * day), erasureId);
  await execute(
    houseAt(house, now - 6 * day),
    recordRequest,
    counsellor,
    {
      ...asked,
      clientId: waits,
      kind: 'access',
      words: 'Who has read my file since spring? I would like it on paper.',
    },
    { idempotencyKey: `${seed}/copy-asked` },
  );
  await execute(
    houseAt(house, now - 5 * day),
    placeHold,
    proven(now - 5 * day),
    {
      clientId: held,
      ground: 'own_claim',
      reason: 'Three months of wages are claimed before the labour court; the file is evidence.',
      reviewOn: addDays(today, 90),
    },
    { idempotencyKey: `${seed}/held` },
  );
  const { version } = await read(house, viewCentre, coordinator, {});
  const values = { 'retention.counselling-years': 1, 'retention.notes-automatic': false };
  await execute(house, setCentreSettings, coordinator, { values, version });
  await execute(house, lookThrough, await beginJob(house, coordinator.centre.id), {});
}

/** Somebody of whom nothing else is told: what is forgotten with them is missed by no other part of the story. */
async function registerLeaving(house: House, counsellor: StaffActor): Promise<string> {
  const { clientId } = await execute(house, registerClient, counsellor, {
    names: [{ given: 'Parwin', family: 'Sadat' }],
    sex: 'female',
    birth: { calendar: 'gregory', year: 1991 },
    nationalities: ['AF'],
    originCountry: 'AF',
    stage: 'intending',
    languages: ['prs'],
    consent: {
      explainedIn: 'prs',
      form: 'written_signature',
      explained: [...explainedPoints],
      decisions: { service_and_record: 'given' },
    },
    registerAnyway: true,
  });
  return clientId;
}

function colleague(centre: DemoCentre, id: string): StaffActor {
  const found = centre.staff.get(id);
  if (!found) throw new Error(`the demo has no ${id}`);
  return found;
}

/** Those who were here longest ago and who are not behind a wall. */
const oldestFiles = (house: House, { sessionToken }: StaffActor): Promise<string[]> =>
  asReader(house, sessionToken, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select c.id from client c where not c.restricted and c.merged_into is null and c.file_status = 'active'
        and not exists (select 1 from follow_up f where f.client_id = c.id and f.closed_at is null)
        and erasing_barred_by(c.id) is null
      order by coalesce(c.last_contact_on, c.registered_on), c.id limit 2`.execute(tx);
    return rows.map(({ id }) => id);
  });

const isAsked = (house: House, { sessionToken }: StaffActor): Promise<boolean> =>
  asReader(house, sessionToken, async (tx) => {
    const { rows } = await sql<{
      told: boolean;
    }>`select exists (select from subject_request) as told`.execute(tx);
    return rows[0]?.told === true;
  });

/** Looked at without reading a record, so that nothing is written about the look. */
const asReader = <Result>(
  house: House,
  token: string,
  look: (
    tx: Parameters<Parameters<ReturnType<House['databases']['reader']['transaction']>['execute']>[0]>[0],
  ) => Promise<Result>,
): Promise<Result> =>
  house.databases.reader.transaction().execute(async (tx) => {
    await sql`select set_config('serai.session', ${token}, true)`.execute(tx);
    return look(tx);
  });
