import type { Kysely } from 'kysely';
import { beginJob } from '#modules/staff/index.server.ts';
import type { House } from '#platform/house.server.ts';
import type { Job } from '#platform/jobs/run-jobs.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { checkFile } from './check-file.server.ts';
import type { ImportState, ImportTables } from './import.tables.server.ts';
import { checkImportTask, runImportTask, undoImportTask } from './import-tasks.ts';
import { purgeImport } from './operations/purge-import.server.ts';
import { takeRows } from './operations/take-rows.server.ts';
import { undoRows } from './operations/undo-rows.server.ts';

/** An import at work whose last step is older than this broke off: its process was killed. */
const brokenMinutes = 3;

/** Lets all rows in. May be begun again at any time: each step goes on after the last. */
export async function runImport(house: House, importId: string, centreId: string): Promise<void> {
  for (;;) {
    // A session of its own for each step: a long import outlives a job's.
    const actor = await beginJob(house, centreId);
    const { left } = await execute(house, takeRows, actor, { importId });
    if (!left) return;
  }
}

/** Takes all rows back, then destroys the keys of those who are gone. */
export async function undoWholeImport(house: House, importId: string, centreId: string): Promise<void> {
  for (;;) {
    const actor = await beginJob(house, centreId);
    const { left, gone } = await execute(house, undoRows, actor, { importId });
    for (const id of gone) await house.vault.keys.shred(id);
    if (!left) return;
  }
}

type Work = (house: House, importId: string, centreId: string) => Promise<void>;
const workOf: Partial<Record<ImportState, Work>> = {
  checking: checkFile,
  running: runImport,
  undoing: undoWholeImport,
};

/** Every minute: goes on with what broke off. Two at the same import wait for each other, row by row. */
export async function resumeImports(house: House): Promise<void> {
  const before = new Date(house.clock.now().getTime() - brokenMinutes * 60_000);
  const auth: Kysely<ImportTables> = house.databases.auth;
  const broken = await auth
    .selectFrom('register_import')
    .select(['id', 'centre_id', 'state'])
    .where('state', 'in', ['checking', 'running', 'undoing'])
    .where('last_activity_at', '<', before)
    .execute();
  for (const { id, centre_id: centreId, state } of broken) await workOf[state]?.(house, id, centreId);
}

/** Every hour: lets go of files whose time is over. */
export async function purgeImports(house: House): Promise<void> {
  const hourAgo = new Date(house.clock.now().getTime() - 3_600_000);
  const auth: Kysely<ImportTables> = house.databases.auth;
  const rows = await auth
    .selectFrom('register_import')
    .select(['id', 'centre_id'])
    .where('purged_at', 'is', null)
    .where('state', 'in', ['open', 'checking', 'ready', 'done', 'undone'])
    .where('last_activity_at', '<', hourAgo)
    .execute();
  for (const { id, centre_id: centreId } of rows)
    await execute(house, purgeImport, await beginJob(house, centreId), { importId: id });
}

const job = (task: string, work: Work): Job => ({
  task,
  run: (house, { importId, centreId }) => work(house, String(importId), String(centreId)),
});

export const importJobs: Job[] = [
  job(checkImportTask, checkFile),
  job(runImportTask, runImport),
  job(undoImportTask, undoWholeImport),
  { task: 'resume-imports', schedule: '* * * * *', run: resumeImports },
  { task: 'purge-imports', schedule: '12 * * * *', run: purgeImports },
];
