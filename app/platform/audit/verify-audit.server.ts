import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../database/databases.server.ts';
import type { Vault } from '../vault/vault.server.ts';
import { isGenuineHead, type SignedHead } from './head-signature.ts';
import { headOfRow } from './sign-heads.server.ts';
import { type AuditEvent, canonicalEvent, genesis, type StoredAuditEvent } from './audit-event.ts';

export interface AuditFinding {
  centreId: string;
  seq: number;
  /**
   * gap: a row is missing; broken-link: the chain does not join; altered: the row is not what was written; head: the end was
   * cut; signed: a head that the house once signed is no longer in it; signature: a signed head is forged.
   */
  kind: 'gap' | 'broken-link' | 'altered' | 'head' | 'signed' | 'signature';
}

export interface AuditVerdict {
  centres: number;
  events: number;
  findings: AuditFinding[];
}

const page = 2_000;

/**
 * Walks every chain from its first row to its head, looks for every signed head in it, and names each place that does not
 * hold. @param elsewhere signed heads that were kept outside the database, of whichever centre
 */
export function verifyAudit(
  database: Kysely<AnyTables>,
  vault: Vault,
  elsewhere: readonly SignedHead[] = [],
): Promise<AuditVerdict> {
  if (database.isTransaction) return walk(database, vault, elsewhere);
  // One picture of rows and heads: beside a working desk they move on while one reads.
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => walk(tx, vault, elsewhere));
}

async function walk(
  database: Kysely<AnyTables>,
  vault: Vault,
  elsewhere: readonly SignedHead[],
): Promise<AuditVerdict> {
  const verdict: AuditVerdict = { centres: 0, events: 0, findings: [] };
  const heads = (
    await sql<{
      centre_id: string;
      seq: number;
      hash: Buffer;
    }>`select centre_id, seq, hash from audit_head order by centre_id`.execute(database)
  ).rows;
  const headless = (
    await sql<{
      centre_id: string;
    }>`select distinct centre_id from audit_event where centre_id not in (select centre_id from audit_head)`.execute(
      database,
    )
  ).rows;
  for (const { centre_id } of headless) verdict.findings.push({ centreId: centre_id, seq: 0, kind: 'head' });
  for (const head of heads) {
    verdict.centres += 1;
    let seq = 0;
    let hash: Buffer = genesis;
    for (;;) {
      const rows = (
        await sql<StoredAuditEvent>`select * from audit_event where centre_id = ${head.centre_id} and seq > ${seq} and seq <= ${head.seq} order by seq limit ${page}`.execute(
          database,
        )
      ).rows;
      for (const row of rows) {
        verdict.events += 1;
        if (row.seq !== seq + 1)
          verdict.findings.push({ centreId: head.centre_id, seq: seq + 1, kind: 'gap' });
        else if (!row.prev_hash.equals(hash))
          verdict.findings.push({ centreId: head.centre_id, seq: row.seq, kind: 'broken-link' });
        if (!recompute(vault, row).equals(row.hash))
          verdict.findings.push({ centreId: head.centre_id, seq: row.seq, kind: 'altered' });
        seq = row.seq;
        hash = row.hash;
      }
      if (rows.length < page) break;
    }
    if (seq !== head.seq || !hash.equals(head.hash))
      verdict.findings.push({ centreId: head.centre_id, seq: head.seq, kind: 'head' });
    const beyond = (
      await sql<{
        seq: number;
      }>`select seq from audit_event where centre_id = ${head.centre_id} and seq > ${head.seq} order by seq limit 1`.execute(
        database,
      )
    ).rows[0];
    if (beyond) verdict.findings.push({ centreId: head.centre_id, seq: beyond.seq, kind: 'head' });
  }
  verdict.findings.push(...(await findLostHeads(database, vault, elsewhere)));
  return verdict;
}

/** Heads that were signed and are no longer in their chain, or that the house never signed. */
async function findLostHeads(
  database: Kysely<AnyTables>,
  vault: Vault,
  elsewhere: readonly SignedHead[],
): Promise<AuditFinding[]> {
  const stored = await sql<Parameters<typeof headOfRow>[0]>`
    select centre_id, seq, hash, signed_at, signature from audit_head_signed order by centre_id, seq`.execute(
    database,
  );
  const heads = [...stored.rows.map(headOfRow), ...elsewhere];
  const held = await hashesAt(database, heads);
  const publicKey = vault.headsKey();
  const findings = heads.flatMap((head): AuditFinding[] => {
    const { centreId, seq } = head;
    if (!isGenuineHead(publicKey, head)) return [{ centreId, seq, kind: 'signature' }];
    return held.get(`${centreId} ${seq}`) === head.hash ? [] : [{ centreId, seq, kind: 'signed' }];
  });
  return [...new Map(findings.map((found) => [JSON.stringify(found), found])).values()];
}

async function hashesAt(
  database: Kysely<AnyTables>,
  heads: readonly SignedHead[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ centre_id: string; seq: number; hash: Buffer }>`
    select e.centre_id, e.seq, e.hash
    from unnest(${heads.map(({ centreId }) => centreId)}::uuid[], ${heads.map(({ seq }) => seq)}::bigint[]) as h (centre_id, seq)
    join audit_event e on e.centre_id = h.centre_id and e.seq = h.seq`.execute(database);
  return new Map(rows.map(({ centre_id, seq, hash }) => [`${centre_id} ${seq}`, hash.toString('hex')]));
}

function recompute(vault: Vault, row: StoredAuditEvent): Buffer {
  const event: AuditEvent = {
    id: row.id,
    at: row.at.toISOString(),
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    sessionId: row.session_id,
    roles: row.roles,
    action: row.action,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    clientId: row.client_id,
    relation: row.relation,
    purpose: row.purpose,
    fields: row.fields,
    itemCount: row.item_count,
    itemIds: row.item_ids,
    result: row.result,
    detailKey: row.detail_key,
    sealedDetail: row.sealed_detail,
  };
  const detail = row.sealed_detail ? createHash('sha256').update(row.sealed_detail).digest('hex') : null;
  return vault.auditMac(canonicalEvent(row.centre_id, row.seq, row.prev_hash.toString('hex'), event, detail));
}
