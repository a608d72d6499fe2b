import { randomUUID } from 'node:crypto';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import type { AuditTables } from './audit.tables.server.ts';
import type { ChainVerdict } from './verify-chain.server.ts';

/** Keeps a verdict as a proof that later ones must contain. */
export async function keepCheck(
  { tx, actor, now }: OperationContext<AuditTables>,
  verdict: ChainVerdict,
): Promise<string> {
  if (!actor.centre) throw forbidden();
  const id = randomUUID();
  await tx
    .insertInto('audit_check')
    .values({
      id,
      centre_id: actor.centre.id,
      checked_at: now,
      checked_by: actor.staffId ?? null,
      events: verdict.events,
      head_seq: verdict.headSeq,
      head_hash: Buffer.from(verdict.headHash, 'hex'),
      findings: JSON.stringify(verdict.findings),
    })
    .execute();
  return id;
}
