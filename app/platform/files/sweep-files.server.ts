import { isCopying } from '../backup/copying-mark.server.ts';
import type { House } from '../house.server.ts';
import type { Job } from '../jobs/run-jobs.server.ts';

/** Which of these files a module still needs, in every centre and behind every wall. */
export type FilesInUse = (house: House, fileIds: readonly string[]) => Promise<readonly string[]>;

const orphanHours = 24;

/**
 * Throws away files that no row tells of: their write broke off between file and row. Only after a day, because no
 * transaction is open so long. If one module cannot be asked, nothing is thrown away.
 */
export async function sweepFiles(house: House, inUse: readonly FilesInUse[]): Promise<number> {
  const moment = new Date(house.clock.now().getTime() - orphanHours * 3_600_000);
  let removed = 0;
  // A copy that is being made may still tell of them: tomorrow is early enough.
  if (await isCopying(house.config.dataDir)) return 0;
  for await (const ids of house.files.listBefore(moment)) {
    const needed = new Set((await Promise.all(inUse.map((ask) => ask(house, ids)))).flat());
    for (const id of ids.filter((each) => !needed.has(each))) {
      await house.files.remove(id);
      removed += 1;
    }
  }
  return removed;
}

/** Every night; each module that keeps files says which it needs. */
export const sweepFilesJob = (inUse: readonly FilesInUse[]): Job => ({
  task: 'sweep-files',
  schedule: '25 2 * * *',
  async run(house) {
    const removed = await sweepFiles(house, inUse);
    if (removed > 0) house.log.info('files.swept', { removed });
  },
});
