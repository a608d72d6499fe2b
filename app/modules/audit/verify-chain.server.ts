import { sql, type Transaction } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '#platform/actor.ts';
import { genesis } from '#platform/audit/audit-event.ts';
import { verifyAudit } from '#platform/audit/verify-audit.server.ts';
import type { House } from '#platform/house.server.ts';
import { lostAnchors, namedPlaces } from './audit.ts';
import type { recordCheckInput } from './audit.schemas.ts';
import type { AuditTables } from './audit.tables.server.ts';

export type ChainVerdict = z.output<typeof recordCheckInput>;

/** Earlier proofs that are looked for in the chain, the newest first. */
const anchorsAsked = 400;

/**
 * Walks the chain of the actor's centre from its first event to its head, and looks for every earlier proof in it.
 * One unchanging view of the database: colleagues may go on working and what they add is not mistaken for tampering.
 */
export async function verifyChain(house: House, actor: Actor): Promise<ChainVerdict> {
  return house.databases.reader
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx: Transaction<AuditTables>) => {
      await sql`select set_config('serai.session', ${actor.sessionToken ?? ''}, true)`.execute(tx);
      const head = await tx.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirst();
      const { events, findings } = await verifyAudit(tx, house.vault);
      const all = [...findings.map(({ seq, kind }) => ({ seq, kind })), ...(await findLostAnchors(tx))];
      return {
        events,
        headSeq: head?.seq ?? 0,
        headHash: (head?.hash ?? genesis).toString('hex'),
        findings: all.slice(0, namedPlaces),
      };
    });
}

async function findLostAnchors(tx: Transaction<AuditTables>) {
  const anchors = await tx
    .selectFrom('audit_check')
    .select(['head_seq', 'head_hash'])
    .orderBy('checked_at', 'desc')
    .limit(anchorsAsked)
    .execute();
  if (anchors.length === 0) return [];
  const seqs = [...new Set(anchors.map((anchor) => anchor.head_seq))];
  const rows = await sql<{
    seq: number;
    hash: Buffer;
  }>`select seq, hash from audit_event where centre_id = (select session_centre()) and seq = any(${seqs})`.execute(
    tx,
  );
  return lostAnchors(anchors, new Map(rows.rows.map((row) => [row.seq, row.hash])));
}
