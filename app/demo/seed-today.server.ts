import { sql } from 'kysely';
import { registerClient } from '#modules/clients/operations/register-client.server.ts';
import { recordContact } from '#modules/contacts/operations/record-contact.server.ts';
import { callArrival } from '#modules/front-desk/operations/call-arrival.server.ts';
import { leaveArrival } from '#modules/front-desk/operations/leave-arrival.server.ts';
import { registerArrival } from '#modules/front-desk/operations/register-arrival.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { dayBounds, localDay } from '#platform/language/local-day.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { AnyOperation } from '#platform/operations/operation.server.ts';
import { demoCentre } from './demo-centre.ts';
import { houseAt } from './house-at.ts';
import type { DemoCentre } from './open-demo-centre.server.ts';
import { inventPerson, registrationOf } from './plan-person.ts';
import { planTalk } from './plan-talk.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

interface Newcomer {
  random: SeededRandom;
  /** When they came, in milliseconds. */
  at: number;
  input: Record<string, unknown>;
  clientId?: string;
  number: number;
}

const counsellors = ['counsellor1', 'counsellor2', 'counsellor3', 'counsellor4', 'counsellor5'];
const marks = [
  'green shawl',
  'with two small children',
  'grey cap',
  'walking stick',
  'blue folder under the arm',
  'young man with a guitar case',
];

/**
 * A day at the desk until this moment: most were served, some are in a conversation, some wait. Whatever hour it is,
 * because somebody who looks at a demo at night wants to see the desk at work too. Once a day, however often it is called.
 */
export async function seedToday(
  house: House,
  seed: string,
  centre: DemoCentre,
  people: number,
): Promise<void> {
  const now = house.clock.now().getTime();
  const day = localDay(new Date(now), demoCentre.timeZone);
  const midnight = dayBounds(day, demoCentre.timeZone).start.getTime();
  const start = Math.max(midnight, now - 5 * 3_600_000);
  const count = Math.max(8, Math.min(30, Math.round(people / 110)));
  // Told already: whoever came into the register since must not be taken for somebody who came to the desk.
  if ((await arrivalsOf(house, centre, day)) >= count) return;
  const known = await peopleToCome(house, centre, Math.ceil(count / 2), day);
  const write = async <Op extends AnyOperation>(
    operation: Op,
    by: string,
    at: number,
    key: string,
    input: unknown,
  ) =>
    (await execute(houseAt(house, at), operation, colleague(centre, by), input, {
      idempotencyKey: `${seed}/${day}/${key}`,
    })) as ResultOf<Op>;

  for (let number = 0; number < count; number += 1) {
    const random = seededRandom(`${seed}/today/${day}/${number}`);
    const at = start + (now - start) * (number / count) * 0.985;
    const clientId = number % 3 === 0 ? known[number / 3] : undefined;
    const waits = number >= count * 0.68;
    await come({
      random,
      at,
      number,
      ...(clientId && { clientId }),
      input: {
        siteId: centre.siteIds[0],
        language: random.pick(['ur', 'prs', 'ps', 'ur', 'bn', 'ar']),
        visitReason: random.weighted({ info: 50, legal: 20, employment: 12, protection: 8, health: 10 }),
        partySize: random.weighted({ 1: 70, 2: 20, 4: 10 }) === '1' ? 1 : random.int(2, 4),
        urgent: number === count - 3,
        ...(clientId && { clientId }),
        ...(waits && random.chance(0.6) && { note: random.pick(marks) }),
      },
    });
  }

  async function come(newcomer: Newcomer): Promise<void> {
    const { random, at, number, input, clientId } = newcomer;
    const { arrivalId } = await write(registerArrival, 'reception1', at, `arrival/${number}`, input);
    const by = random.pick(counsellors);
    const step = (now - start) / count;
    const calledAt = Math.min(now, at + step * 0.6);
    if (number >= count * 0.68) return;
    if (number === Math.floor(count * 0.4)) {
      await write(leaveArrival, 'reception1', calledAt, `left/${number}`, { arrivalId });
      return;
    }
    await write(callArrival, by, calledAt, `call/${number}`, { arrivalId });
    if (number >= count * 0.56) return;
    const served =
      clientId ?? (number % 5 === 1 ? await openFile(number, by, calledAt + step * 0.1) : undefined);
    const talk = planTalk(random, { withNote: 0.7 });
    const { facts, ...conversation } = talk;
    await write(recordContact, by, Math.min(now, calledAt + step * 0.3), `contact/${number}`, {
      ...conversation,
      channel: 'in_person_centre',
      direction: 'inbound',
      asker: 'self',
      arrivalId,
      siteId: centre.siteIds[0],
      ...(served ? { who: 'client', clientIds: [served] } : { who: 'anonymous', facts }),
    });
  }

  async function openFile(number: number, by: string, at: number): Promise<string> {
    const index = 500_000 + Number(day.replaceAll('-', '')) * 100 + number;
    const options = { seed: `${seed}/${day}`, day };
    const input = registrationOf(index, inventPerson(index, options), options);
    const { clientId } = await write(registerClient, by, at, `file/${number}`, {
      ...input,
      siteId: centre.siteIds[0],
    });
    return clientId;
  }
}

const arrivalsOf = (house: House, centre: DemoCentre, day: string): Promise<number> =>
  house.databases.reader.transaction().execute(async (tx) => {
    const { sessionToken } = colleague(centre, 'coordinator');
    await sql`select set_config('serai.session', ${sessionToken}, true)`.execute(tx);
    const { rows } = await sql<{ n: number }>`
      select count(*)::integer as n from arrival where day = ${day}`.execute(tx);
    return rows[0]?.n ?? 0;
  });

/** Some who have a file and still want one: the same for the whole day. */
async function peopleToCome(house: House, centre: DemoCentre, count: number, day: string): Promise<string[]> {
  const { sessionToken } = colleague(centre, 'coordinator');
  return house.databases.reader.transaction().execute(async (tx) => {
    await sql`select set_config('serai.session', ${sessionToken}, true)`.execute(tx);
    const { rows } = await sql<{ id: string }>`
      select id from client c
      where not restricted and not minor and merged_into is null and registered_on < ${day}
        and exists (select 1 from consent where client_id = c.id and purpose = 'service_and_record')
        and not exists (select 1 from consent where client_id = c.id and purpose = 'service_and_record' and status = 'withdrawn')
      order by md5(id::text || ${day}) limit ${count}`.execute(tx);
    return rows.map(({ id }) => id);
  });
}

function colleague(centre: DemoCentre, id: string): StaffActor {
  const actor = centre.staff.get(id);
  if (!actor) throw new Error(`nobody in the demo is called ${id}`);
  return actor;
}

type ResultOf<Op extends AnyOperation> = Awaited<ReturnType<Op['run']>>['result'];
