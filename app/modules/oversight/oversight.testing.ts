import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { mintSession } from '#modules/staff/session.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { openBreakGlass } from './operations/open-break-glass.server.ts';

/** A restricted file that only its maker and the readers given may open. */
export async function closedTestFile(
  house: TestHouse,
  maker: StaffActor,
  readers: string[] = [],
  names = [{ given: 'Zarmina', family: 'Closewell' }],
): Promise<{ clientId: string; fileNo: string }> {
  const { clientId } = await registerTestClient(house, maker, { names });
  await execute(house, restrictClient, maker, { clientId, readers, reason: 'for the test' });
  const { rows } = await house.admin.query('select file_no from serai.client where id = $1', [clientId]);
  return { clientId, fileNo: rows[0].file_no };
}

/** The same colleague at another screen, with the second factor just proven. */
export async function atScreen(house: TestHouse, actor: StaffActor): Promise<StaffActor> {
  const now = house.clock.now();
  const { id, token } = await mintSession(house.databases.auth, {
    kind: 'staff',
    staffId: actor.staffId,
    centreId: actor.centre.id,
    siteId: actor.siteId ?? null,
    roles: actor.roles,
    now,
    lasts: 10 * 3_600_000,
  });
  return { ...actor, sessionId: id, sessionToken: token, steppedUpAt: now };
}

export const emergency = 'She fainted in the hall and needs her medicine named';

export const breakTestGlass = (house: TestHouse, actor: StaffActor, file: string) =>
  execute(house, openBreakGlass, actor, { file, reason: emergency });

/** Lets the clock of the database's wall go with the clock of the test. */
export async function wallGoesWith(house: TestHouse): Promise<void> {
  await house.admin.query(
    `create or replace function serai.session_now() returns timestamptz language sql stable as $$ select timestamptz '${house.clock.now().toISOString()}' $$`,
  );
}
