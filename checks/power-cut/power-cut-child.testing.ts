import { execute } from '#platform/operations/execute.server.ts';
import { isStaff } from '#platform/actor.ts';
import { confirmMerge } from '#modules/duplicates/operations/confirm-merge.server.ts';
import { runImport } from '#modules/imports/jobs.server.ts';
import { resolveActor } from '#modules/staff/session.server.ts';
import { openEmbeddedHouse } from '#server/cli/embedded-house.testing.ts';

// Works in a process of its own until somebody pulls the plug: takes a register in, or confirms merges.
interface Work {
  dataDir: string;
  centreId: string;
  importId?: string;
  token?: string;
  merges?: { mergeId: string; survivorVersion: number; mergedVersion: number }[];
}

const work = JSON.parse(process.argv[2] ?? '{}') as Work;
const house = await openEmbeddedHouse(work.dataDir);
console.log('begun');
if (work.importId) await runImport(house, work.importId, work.centreId);
if (work.token) {
  const actor = await resolveActor(house, work.token);
  if (!isStaff(actor)) throw new Error('the session did not hold');
  for (const merge of work.merges ?? [])
    await execute(house, confirmMerge, actor, merge, { idempotencyKey: `confirm/${merge.mergeId}` });
}
console.log('ended');
await house.close();
process.exit(0);
