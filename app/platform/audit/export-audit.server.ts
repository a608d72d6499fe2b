import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../database/databases.server.ts';
import type { House } from '../house.server.ts';
import type { StoredAuditEvent } from './audit-event.ts';
import { headOfRow } from './sign-heads.server.ts';

export const auditExportFormat = 'serai-audit-export-2';

const page = 2_000;

/**
 * Writes every chain as JSON lines for a verifier that shares no code with the product: first the format and the public key
 * of the signed heads, then for each centre its head, its signed heads and its events in order, at last a line with the counts, by which a file that was cut is recognised.
 * Sealed values stay at home: only their SHA-256 is written. The stream is not ended.
 */
export async function exportAudit(
  house: Pick<House, 'databases' | 'vault'>,
  out: Writable,
): Promise<{ centres: number; events: number }> {
  const write = async (line: object) => {
    if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain');
  };
  return house.databases.audit
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx: Kysely<AnyTables>) => {
      await write({
        kind: 'start',
        format: auditExportFormat,
        publicKey: house.vault.headsKey().toString('base64'),
      });
      const chains = (
        await sql<{ centre_id: string; seq: number | null; hash: Buffer | null }>`
        select centre_id, h.seq, h.hash from (select centre_id from audit_head union select distinct centre_id from audit_event
          union select distinct centre_id from audit_head_signed) c
        left join audit_head h using (centre_id) order by centre_id`.execute(tx)
      ).rows;
      let events = 0;
      for (const chain of chains) {
        await write({
          kind: 'head',
          centreId: chain.centre_id,
          seq: chain.seq,
          hash: chain.hash?.toString('hex') ?? null,
        });
        await exportSigned(tx, chain.centre_id, write);
        events += await exportChain(tx, chain.centre_id, write);
      }
      await write({ kind: 'end', centres: chains.length, events });
      return { centres: chains.length, events };
    });
}

async function exportSigned(
  tx: Kysely<AnyTables>,
  centreId: string,
  write: (line: object) => Promise<void>,
): Promise<void> {
  const { rows } = await sql<Parameters<typeof headOfRow>[0]>`
    select centre_id, seq, hash, signed_at, signature from audit_head_signed
    where centre_id = ${centreId} order by seq`.execute(tx);
  for (const row of rows) await write({ kind: 'signed', ...headOfRow(row) });
}

async function exportChain(
  tx: Kysely<AnyTables>,
  centreId: string,
  write: (line: object) => Promise<void>,
): Promise<number> {
  let last = Number.MIN_SAFE_INTEGER;
  for (let count = 0; ; ) {
    const { rows } =
      await sql<StoredAuditEvent>`select * from audit_event where centre_id = ${centreId} and seq > ${last} order by seq limit ${page}`.execute(
        tx,
      );
    for (const row of rows) await write(lineOf(row));
    count += rows.length;
    last = rows.at(-1)?.seq ?? last;
    if (rows.length < page) return count;
  }
}

const lineOf = (row: StoredAuditEvent) => ({
  kind: 'event',
  centreId: row.centre_id,
  seq: row.seq,
  previous: row.prev_hash.toString('hex'),
  hash: row.hash.toString('hex'),
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
  detailSha256: row.sealed_detail ? createHash('sha256').update(row.sealed_detail).digest('hex') : null,
});

/**
 * The key that the chains are made with, as the verifier reads it: base64 and a line end. Who holds it can check the
 * record and could also forge one, so it goes to the person who checks, on its own, and nowhere else.
 * @throws Problem `house.sealed`
 */
export const auditKeyText = (house: Pick<House, 'vault'>): string =>
  `${house.vault.auditKey().toString('base64')}\n`;
