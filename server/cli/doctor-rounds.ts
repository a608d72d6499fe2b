import { examine } from '#platform/doctor/doctor.server.ts';
import { fulfilWish, isReportWished, writeReport } from '#platform/doctor/doctor-report.server.ts';
import type { Config } from '#platform/config.server.ts';
import type { Log } from '#platform/log.server.ts';
import { waitAtMost } from '#platform/wait-at-most.ts';
import { withAdministrators, withServers } from './with-databases.ts';

interface Rounds {
  config: Config;
  log: Log;
  /** Where the centre is served. */
  url: string;
}

const hour = 3_600_000;
/** The start itself has enough to do; a wish is looked for this often. */
const first = 60_000;
const step = 2_000;
const longestEnd = 5_000;

/**
 * Looks at the machine an hour after the last look, and when the pages wish for it. In the process that looks after the
 * databases: it has no key, and the one that serves pages gets no administrator's connection for this.
 * @returns stops, once a look that was begun has ended, or after some seconds without it: it changes nothing
 */
export function startDoctorRounds({ config, log, url }: Rounds): () => Promise<void> {
  let next = performance.now() + first;
  let isOver = false;
  let look: Promise<void> | undefined;
  const round = async () => {
    if (performance.now() < next && !(await isReportWished(config.dataDir))) return;
    next = performance.now() + hour;
    try {
      await examineNow(config, url);
    } catch (error) {
      log.error('doctor.failed', error);
    }
    await fulfilWish(config.dataDir).catch(() => undefined);
  };
  const timer = setInterval(() => {
    if (look || isOver) return;
    look = round()
      .catch((error: unknown) => log.error('doctor.failed', error))
      .finally(() => (look = undefined));
  }, step).unref();
  return async () => {
    isOver = true;
    clearInterval(timer);
    await waitAtMost(longestEnd, look);
  };
}

async function examineNow(config: Config, url: string): Promise<void> {
  const now = new Date();
  const findings = await withServers(config, (servers) =>
    withAdministrators(servers, (clients) => examine({ config, ...clients, now, url, pid: process.pid })),
  );
  await writeReport(config.dataDir, { at: now.toISOString(), findings });
}
