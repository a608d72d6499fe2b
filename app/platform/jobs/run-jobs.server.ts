import { setTimeout as wait } from 'node:timers/promises';
import { Logger, parseCrontab, run, type TaskList } from 'graphile-worker';
import { openPool } from '../database/databases.server.ts';
import type { House } from '../house.server.ts';
import { waitAtMost } from '../wait-at-most.ts';

/** A job: its task name and what it does. Payloads hold ids only. Jobs run at least once: make them repeatable. */
export interface Job {
  task: string;
  run(house: House, payload: Record<string, unknown>): Promise<void>;
  /** Cron pattern in UTC for jobs that come by themselves. */
  schedule?: string;
}

/** Starts the worker in this process; it stops with the house. */
export async function runJobs(house: House, jobs: readonly Job[]): Promise<void> {
  const pool = openPool(house.databases.target, 'serai_jobs', 4);
  const taskList: TaskList = Object.fromEntries(
    jobs.map((job) => [
      job.task,
      async (payload: unknown) => {
        try {
          await job.run(house, isRecord(payload) ? payload : {});
        } catch (error) {
          house.log.error('job.failed', error, { task: job.task });
          throw error;
        }
      },
    ]),
  );
  const begin = () =>
    run({
      pgPool: pool,
      concurrency: 2,
      pollInterval: 2_000,
      noHandleSignals: true,
      taskList,
      // Parsed here, empty or not: the worker would otherwise look for a file of that name in the working folder.
      parsedCronItems: parseCrontab(
        jobs.flatMap((job) => (job.schedule ? [`${job.schedule} ${job.task} ?max=3`] : [])).join('\n'),
      ),
      // Failures are logged above, without the payload; the worker's own lines would go to the console.
      logger: new Logger(() => () => {}),
    });
  let runner = await begin();
  const state = { stopping: false };
  void keepRunning();
  house.onClose(async () => {
    state.stopping = true;
    // Jobs are repeatable: one that does not end is begun again at the next start.
    await waitAtMost(longestJob, runner.stop());
    await waitAtMost(longestJob, pool.end());
  });

  /** A worker whose database went away in the middle of a job gives up for good, and its failure would end the process. */
  async function keepRunning(): Promise<void> {
    while (!state.stopping) {
      await runner.promise.catch((error: unknown) => {
        if (!state.stopping) house.log.error('jobs.broke-off', error);
      });
      if (!state.stopping) await wait(restartAfter, undefined, { ref: false });
      if (state.stopping) return;
      // The failed one comes round again when the database is not back yet.
      runner = await begin().catch(() => runner);
      if (state.stopping) await runner.stop().catch(() => {});
    }
  }
}

/** Milliseconds that the end of the house leaves to jobs that were begun. */
const longestJob = 10_000;
/** Milliseconds before jobs are taken up again after the database went away. */
const restartAfter = 1_000;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
