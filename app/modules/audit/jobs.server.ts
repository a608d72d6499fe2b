import type { CentreTables } from '#modules/centres/index.server.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import { signHeads } from '#platform/audit/sign-heads.server.ts';
import type { House } from '#platform/house.server.ts';
import type { Job } from '#platform/jobs/run-jobs.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { Kysely } from 'kysely';
import { recordAuditCheck } from './operations/record-audit-check.server.ts';
import { verifyChain } from './verify-chain.server.ts';

/** Walks one centre's chain outside any write, then records what it found. */
async function verifyCentre(house: House, centreId: string): Promise<void> {
  const actor = await beginJob(house, centreId);
  const verdict = await verifyChain(house, actor);
  await execute(house, recordAuditCheck, actor, verdict);
  if (verdict.findings.length > 0)
    house.log.info('audit.broken', {
      centreId,
      places: verdict.findings.length,
      first: verdict.findings[0]?.seq ?? 0,
    });
}

const verifyOne: Job = {
  task: 'verify-audit',
  run: (house, { centreId }) => verifyCentre(house, String(centreId)),
};

/** Every night, so that the last proof is never old. */
const verifyAll: Job = {
  task: 'verify-every-audit',
  schedule: '40 1 * * *',
  async run(house) {
    const reader: Kysely<CentreTables> = house.databases.reader;
    for (const { id } of await reader.selectFrom('centre').select('id').execute())
      await verifyCentre(house, id);
  },
};

/** Every hour, and when somebody who answers for the centre signs in. */
const signEvery: Job = {
  task: 'sign-heads',
  schedule: '7 * * * *',
  async run(house) {
    await signHeads(house);
  },
};

export const auditJobs: Job[] = [verifyOne, verifyAll, signEvery];
