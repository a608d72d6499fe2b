import { confirmMerge } from '#modules/duplicates/operations/confirm-merge.server.ts';
import { proposeMerge } from '#modules/duplicates/operations/propose-merge.server.ts';
import { tellApart } from '#modules/duplicates/operations/tell-apart.server.ts';
import { compareFiles } from '#modules/duplicates/queries/compare-files.query.server.ts';
import { type ListedPair, listDuplicates } from '#modules/duplicates/queries/list-duplicates.query.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { isProblem } from '#platform/problem.ts';
import { isTold } from './is-told.server.ts';
import type { DemoCentre } from './open-demo-centre.server.ts';

/**
 * Of the pairs that the look through the register found: one merged by two colleagues, one proposed and waiting for the
 * second of them, one told apart. The rest is the work list.
 */
export async function seedMerges(house: House, centre: DemoCentre): Promise<void> {
  const coordinator = centre.staff.get('coordinator');
  const counsellor = centre.staff.get('counsellor1');
  if (!coordinator || !counsellor) return;
  // A small demo may hold no pair at all; the import comes next.
  if (await isTold(house, coordinator, 'register_import')) return;
  if (await isTold(house, coordinator, 'client_merge')) return;
  const { pairs } = await read(house, listDuplicates, counsellor, {});
  const waiting = pairs.filter(({ one, other }) => !one.restricted && !other.restricted);
  const merged = await proposeFirst(house, counsellor, waiting);
  if (merged) await execute(house, confirmMerge, coordinator, merged);
  await proposeFirst(house, counsellor, waiting);
  const apart = waiting.at(-1);
  if (apart) await execute(house, tellApart, coordinator, { pairs: [`${apart.one.id}~${apart.other.id}`] });
}

/** Proposes the first pair that can become one, and takes what comes before it out of the list. */
async function proposeFirst(house: House, by: StaffActor, waiting: ListedPair[]) {
  for (let pair = waiting.shift(); pair; pair = waiting.shift()) {
    const { kept, other, fields } = await read(house, compareFiles, by, {
      clientId: pair.one.id,
      otherClientId: pair.other.id,
    });
    const versions = { survivorVersion: kept.version, mergedVersion: other.version };
    const choices = Object.fromEntries(
      fields.flatMap(({ field, choices: [first], suggested }) =>
        first ? [[field, suggested ?? first]] : [],
      ),
    );
    try {
      const input = { survivorId: kept.id, mergedId: other.id, ...versions, choices };
      return { ...(await execute(house, proposeMerge, by, input)), ...versions };
    } catch (error) {
      // A file that moves, or whose household stands against it: the next pair will do.
      if (!isProblem(error)) throw error;
    }
  }
  return undefined;
}
