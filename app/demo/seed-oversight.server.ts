import { type Kysely, sql } from 'kysely';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { viewClient } from '#modules/clients/queries/view-client.query.server.ts';
import { openBreakGlass } from '#modules/oversight/operations/open-break-glass.server.ts';
import { watchReading } from '#modules/oversight/watch-reading.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import type { AnyTables } from '#platform/database/databases.server.ts';
import type { House } from '#platform/house.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { zonedTime } from '#platform/language/zoned-time.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { signHeads } from '#platform/audit/sign-heads.server.ts';
import { demoCentre } from './demo-centre.ts';
import { houseAt } from './house-at.ts';
import type { DemoCentre } from './open-demo-centre.server.ts';
import { workingDays } from './working-days.ts';

const minute = 60_000;
/** A restricted file is open for an hour; the seeding itself takes some of it. */
const openedAgo = 15 * minute;

/**
 * What a reviewer of the demo finds: one counsellor who went through many files in an hour, one who read at night, and one
 * who opened a restricted file in an emergency just now. Told once; a day that is judged again adds nothing.
 */
export async function seedOversight(
  house: House,
  seed: string,
  centre: DemoCentre,
  today: string,
): Promise<void> {
  const day = workingDays(addDays(today, -6), today).at(-1)?.day ?? addDays(today, -1);
  const [busy, late] = [colleague(centre, 'counsellor1'), colleague(centre, 'counsellor4')];
  if ((await emergenciesOf(house)) === 0) {
    const morning = zonedTime(day, '10:40', demoCentre.timeZone).getTime();
    for (const [at, clientId] of (await filesOf(house, busy, 26)).entries())
      await read(houseAt(house, morning + at * 100_000), viewClient, busy, { clientId });
    const night = zonedTime(day, '22:35', demoCentre.timeZone).getTime();
    for (const [at, clientId] of (await filesOf(house, late, 4)).entries())
      await read(houseAt(house, night + at * 4 * minute), viewClient, late, { clientId });
    await breakGlass(house, seed, centre);
    await watchReading(house, busy.centre.id);
  }
  await signHeads(house);
}

async function breakGlass(house: House, seed: string, centre: DemoCentre): Promise<void> {
  const actor = colleague(centre, 'counsellor3');
  const at = house.clock.now().getTime() - openedAgo;
  const then = houseAt(house, at);
  const proven: StaffActor = { ...actor, steppedUpAt: new Date(at) };
  const fileNo = await closeFile(house, seed, centre);
  const input = {
    file: fileNo,
    reason:
      'She fainted in the waiting room. The ambulance asks what medicine she takes, and nobody of her readers answers.',
  };
  const { clientId } = await execute(then, openBreakGlass, proven, input, {
    idempotencyKey: `${seed}/break-glass`,
  });
  await read(houseAt(house, at + minute), viewClient, proven, { clientId });
}

/** A file that one counsellor has closed for all others, some days ago. */
async function closeFile(house: House, seed: string, centre: DemoCentre): Promise<string> {
  const owner = colleague(centre, 'counsellor2');
  const [clientId] = await filesOf(house, owner, 1);
  if (!clientId) throw new Error('the demo has nobody to protect');
  const then = houseAt(house, house.clock.now().getTime() - 3 * 24 * 60 * minute);
  await execute(
    then,
    restrictClient,
    owner,
    { clientId, readers: [], reason: 'Known to people who look for her' },
    { idempotencyKey: `${seed}/closed-file` },
  );
  const indexer: Kysely<AnyTables> = house.databases.indexer;
  const { rows } = await sql<{ file_no: string }>`select file_no from client where id = ${clientId}`.execute(
    indexer,
  );
  return rows[0]?.file_no ?? '';
}

async function emergenciesOf(house: House): Promise<number> {
  const audit: Kysely<AnyTables> = house.databases.audit;
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from audit_event where action = 'break-glass.open' and result = 'done'`.execute(
    audit,
  );
  return rows[0]?.n ?? 0;
}

/** The newest files of somebody's own; in a small demo also of others. */
async function filesOf(house: House, actor: StaffActor, count: number): Promise<string[]> {
  return house.databases.reader.transaction().execute(async (tx) => {
    await sql`select set_config('serai.session', ${actor.sessionToken}, true)`.execute(tx);
    const { rows } = await sql<{ id: string }>`
      select id from client where not restricted and merged_into is null
      order by assigned_to = ${actor.staffId} desc nulls last, registered_on desc, id limit ${count}`.execute(
      tx,
    );
    return rows.map(({ id }) => id);
  });
}

function colleague(centre: DemoCentre, id: string): StaffActor {
  const actor = centre.staff.get(id);
  if (!actor) throw new Error(`nobody in the demo is called ${id}`);
  return actor;
}
