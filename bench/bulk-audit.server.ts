import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { StaffActor } from '#platform/actor.ts';
import { type AuditEvent, canonicalEvent } from '#platform/audit/audit-event.ts';
import type { House } from '#platform/house.server.ts';
import { blankEvent } from '#platform/operations/execute.server.ts';

/** Continues a centre's audit chain in memory, row by row as `appendAudit` would have written them. */
export interface BulkChain {
  row(
    operation: { name: string; subject: string },
    actor: StaffActor,
    now: Date,
    note: Partial<AuditEvent>,
  ): object;
  /** Moves the stored head to where the rows have come. */
  close(admin: pg.Pool): Promise<void>;
}

export async function continueChain(house: House, admin: pg.Pool, centreId: string): Promise<BulkChain> {
  const { rows } = await admin.query<{ seq: number; hash: Buffer }>(
    'select seq, hash from audit_head where centre_id = $1',
    [centreId],
  );
  let { seq, hash } = rows[0] ?? { seq: 0, hash: Buffer.alloc(32) };
  return {
    row(operation, actor, now, note) {
      const event: AuditEvent = {
        ...blankEvent(randomUUID(), operation, actor, now),
        result: 'done',
        relation: 'centre',
        ...note,
      };
      const before = hash;
      seq += 1;
      hash = house.vault.auditMac(canonicalEvent(centreId, seq, before.toString('hex'), event, null));
      return {
        centre_id: centreId,
        seq,
        id: event.id,
        at: event.at,
        actor_kind: event.actorKind,
        actor_id: event.actorId,
        session_id: event.sessionId,
        roles: event.roles,
        action: event.action,
        subject_type: event.subjectType,
        subject_id: event.subjectId,
        client_id: event.clientId,
        relation: event.relation,
        purpose: event.purpose,
        fields: event.fields,
        item_count: event.itemCount,
        item_ids: event.itemIds,
        result: event.result,
        detail_key: null,
        sealed_detail: null,
        prev_hash: before,
        hash,
      };
    },
    async close(pool) {
      await pool.query('update audit_head set seq = $2, hash = $3 where centre_id = $1 and seq < $2', [
        centreId,
        seq,
        hash,
      ]);
    },
  };
}
