import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { requireStaffActor } from '#modules/clients/index.server.ts';
import { requireStepUp } from '#modules/staff/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import type { RetentionTables } from '../retention.tables.server.ts';

/**
 * After a stop: a person looked at a calendar and says that the clock of the house is right. The next night looks again.
 * @throws `step-up.required`
 */
export const confirmClock = operationsOn<RetentionTables>()({
  name: 'retention.confirm-clock',
  input: z.object({}),
  subject: 'retention-run',
  async run({ tx, actor, now }) {
    const { centre } = requireStaffActor(actor);
    requireStepUp(actor, now);
    const id = randomUUID();
    await tx
      .insertInto('retention_run')
      .values({ id, centre_id: centre.id, at: now, result: 'confirmed' })
      .execute();
    return { result: { runId: id }, audit: { subjectId: id, fields: ['clock'] } };
  },
});
