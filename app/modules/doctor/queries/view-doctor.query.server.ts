import { z } from 'zod';
import { isReportWished, readReport } from '#platform/doctor/doctor-report.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';

/** The last examination of the machine, and whether another one was asked for. No table is touched. */
export const viewDoctor = queriesOn<Record<string, never>>()({
  name: 'doctor.view',
  params: z.object({}),
  subject: 'house',
  audit: 'none',
  async run({ house }) {
    const { dataDir } = house.config;
    return { answer: { report: await readReport(dataDir), isWished: await isReportWished(dataDir) } };
  },
});
