import { operationsOn } from '#platform/operations/operation.server.ts';
import { recordCheckInput } from '../audit.schemas.ts';
import type { AuditTables } from '../audit.tables.server.ts';
import { keepCheck } from '../keep-check.server.ts';

/** Keeps what the house found when it walked the chain by itself, at night or for a long chain. */
export const recordAuditCheck = operationsOn<AuditTables>()({
  name: 'audit.record-check',
  input: recordCheckInput,
  subject: 'audit',
  async run(context, verdict) {
    const checkId = await keepCheck(context, verdict);
    return {
      result: { checkId },
      audit: {
        subjectId: checkId,
        fields: [verdict.findings.length === 0 ? 'held' : 'broken'],
        count: verdict.events,
      },
    };
  },
});
