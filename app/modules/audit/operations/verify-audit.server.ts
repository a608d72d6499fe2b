import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import { headCode } from '../audit.ts';
import type { AuditTables, ChainFinding } from '../audit.tables.server.ts';
import { keepCheck } from '../keep-check.server.ts';
import { verifyChain } from '../verify-chain.server.ts';

/** Events up to which somebody waits for the answer (about a second); longer chains are walked by a job. */
export const eventsAtOnce = 30_000;

export type VerifyResult =
  | { state: 'started'; events: number }
  | { state: 'checked'; events: number; headSeq: number; headCode: string; findings: ChainFinding[] };

/** Proves that the record of the actor's centre was not altered, or names each place that was. */
export const verifyAuditNow = operationsOn<AuditTables>()({
  name: 'audit.verify',
  input: z.object({}),
  subject: 'audit',
  async run(context): Promise<{ result: VerifyResult; audit: { fields: string[]; count?: number } }> {
    const { house, actor, tx, enqueue } = context;
    if (!actor.centre) throw forbidden();
    const head = await tx
      .selectFrom('audit_head')
      .select('seq')
      .where('centre_id', '=', actor.centre.id)
      .executeTakeFirst();
    const length = head?.seq ?? 0;
    if (length > eventsAtOnce) {
      await enqueue(
        'verify-audit',
        { centreId: actor.centre.id },
        { jobKey: `verify-audit/${actor.centre.id}` },
      );
      return { result: { state: 'started', events: length }, audit: { fields: ['started'], count: length } };
    }
    const verdict = await verifyChain(house, actor);
    await keepCheck(context, verdict);
    const { events, headSeq, findings } = verdict;
    return {
      result: {
        state: 'checked',
        events,
        headSeq,
        headCode: headCode(Buffer.from(verdict.headHash, 'hex')),
        findings,
      },
      audit: { fields: [findings.length === 0 ? 'held' : 'broken'], count: events },
    };
  },
});
