import { z } from 'zod';
import { wishForReport } from '#platform/doctor/doctor-report.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';

/** Asks for a new look at the machine. Whoever asks twice gets one. */
export const askDoctor = operationsOn<Record<string, never>>()({
  name: 'doctor.ask',
  input: z.object({}),
  subject: 'house',
  async run({ house }) {
    await wishForReport(house.config.dataDir);
    return { result: {}, audit: { fields: [] } };
  },
});
