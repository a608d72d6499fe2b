import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../database/databases.server.ts';
import { translateDatabaseError } from '../database/database-error.server.ts';
import { isProblem, Problem } from '../problem.ts';
import type { Vault } from '../vault/vault.server.ts';
import { type AuditEvent, canonicalEvent, genesis } from './audit-event.ts';

/**
 * Appends one event to the centre's chain. Takes the chain head's lock, so call it last in a transaction:
 * whoever holds it makes every other writer of the centre wait. While the house is sealed there is no key to chain with:
 * the event then waits in `audit_pending` until it is opened.
 * @throws Problem `audit.unwritten` (503): then nothing is done and nothing is shown
 */
export async function appendAudit(
  tx: Kysely<AnyTables>,
  vault: Vault,
  centreId: string,
  event: AuditEvent,
): Promise<void> {
  try {
    await append(tx, vault, centreId, event);
  } catch (error) {
    // A lost race is run again, and a database that is away says so; whatever else keeps the row from being written keeps
    // the act from being done and the answer from being given.
    const translated = translateDatabaseError(error);
    if (translated === 'retry' || isProblem(translated)) throw error;
    throw new Problem('audit.unwritten', 503, { retryAfter: 30, cause: error });
  }
}

async function append(
  tx: Kysely<AnyTables>,
  vault: Vault,
  centreId: string,
  event: AuditEvent,
): Promise<void> {
  if (vault.isSealed) {
    await sql`select serai.append_pending(${centreId}, ${JSON.stringify(event)})`.execute(tx);
    return;
  }
  const head = await lockHead(tx, centreId);
  const seq = head.seq + 1;
  const detail = event.sealedDetail ? createHash('sha256').update(event.sealedDetail).digest('hex') : null;
  const hash = vault.auditMac(canonicalEvent(centreId, seq, head.hash.toString('hex'), event, detail));
  // One statement, one round trip: the row and the head move together.
  await sql`with moved as (update audit_head set seq = ${seq}, hash = ${hash} where centre_id = ${centreId})
    insert into audit_event (centre_id, seq, id, at, actor_kind, actor_id, session_id, roles, action, subject_type, subject_id,
      client_id, relation, purpose, fields, item_count, item_ids, result, detail_key, sealed_detail, prev_hash, hash)
    values (${centreId}, ${seq}, ${event.id}, ${event.at}, ${event.actorKind}, ${event.actorId}, ${event.sessionId}, ${event.roles},
      ${event.action}, ${event.subjectType}, ${event.subjectId}, ${event.clientId}, ${event.relation}, ${event.purpose},
      ${event.fields}, ${event.itemCount}, ${event.itemIds}, ${event.result}, ${event.detailKey}, ${event.sealedDetail},
      ${head.hash}, ${hash})`.execute(tx);
}

async function lockHead(tx: Kysely<AnyTables>, centreId: string): Promise<{ seq: number; hash: Buffer }> {
  const select = sql<{
    seq: number;
    hash: Buffer;
  }>`select seq, hash from audit_head where centre_id = ${centreId} for update`;
  const found = (await select.execute(tx)).rows[0];
  if (found) return found;
  await sql`insert into audit_head (centre_id, seq, hash) values (${centreId}, 0, ${genesis}) on conflict do nothing`.execute(
    tx,
  );
  const made = (await select.execute(tx)).rows[0];
  if (!made) throw new Error('the audit chain has no head');
  return made;
}
