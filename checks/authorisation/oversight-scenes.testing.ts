import { randomUUID } from 'node:crypto';
import { isStaff, seesPeople, type Actor } from '#platform/actor.ts';
import { disableInDatabase } from '#modules/clients/clients.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { atScreen, breakTestGlass, closedTestFile } from '#modules/oversight/oversight.testing.ts';
import { recordFlags } from '#modules/oversight/operations/record-flags.server.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import { addTestStaff } from '#modules/staff/staff.testing.ts';
import type { Standing } from './expected-answers.ts';
import type { Scene } from './scenes.testing.ts';
import type { World } from './world.testing.ts';

/**
 * An emergency access. `self`: the asker's own; `own`: of a file that the asker is a named reader of; else of a file that
 * others read, by a colleague of the same centre or of another.
 */
export async function makeBreakGlass(world: World, standing: Standing, asker: Actor): Promise<string> {
  const { house } = world;
  const foreign = standing === 'other-centre';
  const maker = foreign ? world.stranger : world.maker;
  const readers = standing === 'own' && isStaff(asker) && seesPeople(asker) ? [asker.staffId] : [];
  const name = `Closed ${randomUUID().slice(0, 8)}`;
  const { fileNo } = await closedTestFile(house, maker, readers, [{ given: name, family: 'Scene' }]);
  const mayBreak = isStaff(asker) && house.policy.mayEver(asker, 'break-glass.open');
  const chief = foreign ? world.stranger : world.keeper;
  const user =
    standing === 'self' && mayBreak
      ? { ...asker, steppedUpAt: house.clock.now() }
      : await atScreen(house, (await addTestStaff(house, chief, ['counsellor'])).actor);
  // Who signs in for the first time makes the clock go on; those who were there all the while are not away.
  await house.admin.query('update serai.session set last_seen_at = $1', [house.clock.now()]);
  const { breakGlassId } = await breakTestGlass(house, user, fileNo);
  // In the other centre one person works alone, which other scenes go by.
  if (foreign) await disableInDatabase(house, user.staffId);
  return breakGlassId;
}

/** A flag about a colleague who was made for this. */
async function makeFlag({ house, keeper, stranger }: World, standing: Standing): Promise<string> {
  const chief = standing === 'other-centre' ? stranger : keeper;
  const { actor } = await addTestStaff(house, chief, ['receptionist']);
  const at = house.clock.now().toISOString();
  const flag = {
    kind: 'after-hours',
    staffId: actor.staffId,
    day: '2026-03-10',
    count: 1,
    seqs: [1],
    from: at,
    to: at,
  };
  await execute(house, recordFlags, await beginJob(house, chief.centre.id), { head: 1, flags: [flag] });
  const { rows } = await house.admin.query('select id from serai.reading_flag where staff_id = $1', [
    actor.staffId,
  ]);
  return rows[0].id;
}

const ofBreakGlass =
  (more: object = {}): Scene =>
  async (world, asker, standing) => ({ breakGlassId: await makeBreakGlass(world, standing, asker), ...more });

/** Emergencies, and reading that is asked about afterwards. */
export const oversightScenes: Record<string, Scene> = {
  'break-glass.open': async ({ house, maker, stranger }, _asker, standing) => ({
    file: (
      await closedTestFile(
        house,
        standing === 'other-centre' ? stranger : maker,
        [],
        [{ given: `Shut ${randomUUID().slice(0, 8)}`, family: 'Scene' }],
      )
    ).fileNo,
    reason: 'Nobody else is there and it cannot wait',
  }),
  'break-glass.close': ofBreakGlass(),
  'break-glass.view': ofBreakGlass(),
  'break-glass.review': ofBreakGlass({ outcome: 'justified', note: 'for the test' }),
  'break-glass.escalate': () => ({}),
  'oversight.list': () => ({}),
  'oversight.tell-of-day': () => ({ day: '2026-03-09' }),
  'oversight.tell-of-look': ({ maker }) => ({ clientId: randomUUID(), staffId: maker.staffId }),
  'reading-flag.review': async (world, _asker, standing) => ({
    flagId: await makeFlag(world, standing),
    state: 'explained',
    note: 'for the test',
  }),
  'reading-flag.watch': () => ({ head: 1, flags: [] }),
};
