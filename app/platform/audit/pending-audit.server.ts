import { createHash, randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { AnyTables } from '../database/databases.server.ts';
import type { House } from '../house.server.ts';
import { appendAudit } from './append-audit.server.ts';
import { type AuditEvent, zeroCentre } from './audit-event.ts';

export interface PendingVerdict {
  /** Rows that wait for the key. */
  events: number;
  /** Places that do not hold: the row's own number, or that of the one that is missing. */
  findings: number[];
}

interface PendingRow {
  seq: number;
  centre_id: string;
  event: string;
  prev_hash: Buffer;
  hash: Buffer;
}

interface PendingHead {
  seq: number;
  hash: Buffer;
  chained_seq: number;
  chained_hash: Buffer;
}

const page = 1_000;

/**
 * Chains what was recorded while the house was sealed, in its order, and says in the chain where the unkeyed links did
 * not hold. All or nothing; run twice it does nothing the second time.
 */
export async function chainPending(
  house: Pick<House, 'databases' | 'vault' | 'clock' | 'log'>,
): Promise<number> {
  return house.databases.audit.transaction().execute(async (tx: Kysely<AnyTables>) => {
    const head = await findHead(tx, true);
    if (!head) return 0;
    const { events, findings } = await walkPending(tx, head, async (row) => {
      const event = readEvent(row.event);
      if (event) await appendAudit(tx, house.vault, row.centre_id, event);
      return event !== undefined;
    });
    if (findings.length > 0) {
      house.log.info('audit.pending-broken', { places: findings.length });
      await appendAudit(tx, house.vault, zeroCentre, brokenEvent(house.clock.now(), findings));
    }
    if (events === 0 && findings.length === 0) return 0;
    await sql`delete from audit_pending`.execute(tx);
    await sql`update audit_pending_head set chained_seq = ${head.seq}, chained_hash = ${head.hash}`.execute(
      tx,
    );
    return events;
  });
}

/** Walks the rows that wait, without a key: shows a row that was changed, taken away or added by hand. */
export async function verifyPending(database: Kysely<AnyTables>): Promise<PendingVerdict> {
  const head = await findHead(database, false);
  return head ? walkPending(database, head) : { events: 0, findings: [] };
}

async function findHead(tx: Kysely<AnyTables>, locks: boolean): Promise<PendingHead | undefined> {
  const lock = locks ? sql`for update` : sql``;
  return (
    await sql<PendingHead>`select seq, hash, chained_seq, chained_hash from audit_pending_head ${lock}`.execute(
      tx,
    )
  ).rows[0];
}

async function walkPending(
  tx: Kysely<AnyTables>,
  head: PendingHead,
  take: (row: PendingRow) => Promise<boolean> = async (row) => readEvent(row.event) !== undefined,
): Promise<PendingVerdict> {
  const verdict: PendingVerdict = { events: 0, findings: [] };
  let seq = head.chained_seq;
  let hash = head.chained_hash;
  for (;;) {
    const { rows } = await sql<PendingRow>`select seq, centre_id, event, prev_hash, hash from audit_pending
      where seq > ${seq} order by seq limit ${page}`.execute(tx);
    for (const row of rows) {
      verdict.events += 1;
      const holds = row.seq === seq + 1 && row.prev_hash.equals(hash) && linkOf(row).equals(row.hash);
      const isEvent = await take(row);
      if (!holds || !isEvent) verdict.findings.push(row.seq === seq + 1 ? row.seq : seq + 1);
      seq = row.seq;
      hash = row.hash;
    }
    if (rows.length < page) break;
  }
  if (seq !== head.seq || !hash.equals(head.hash)) verdict.findings.push(head.seq);
  return verdict;
}

/** The link as the database makes it; see the function `append_pending`. */
const linkOf = (row: PendingRow): Buffer =>
  createHash('sha256')
    .update(
      ['serai-pending-1', row.seq, row.centre_id, row.prev_hash.toString('hex'), row.event].join('|'),
      'utf8',
    )
    .digest();

/**
 * What a sealed house can have done: nobody was signed in, no person's file was reachable, and nothing could be sealed. The
 * links have no key, so whoever got a statement into the database could else have the chain swear to what a colleague never did.
 */
const word = z
  .string()
  .max(200)
  .regex(/^\P{Cc}*$/u);
const sealedEvent = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  actorKind: z.enum(['public', 'house', 'setup']),
  actorId: z.null(),
  sessionId: z.null(),
  roles: z.array(word).max(5),
  action: word,
  subjectType: word,
  subjectId: z.uuid().nullable(),
  clientId: z.null(),
  relation: word.nullable(),
  purpose: word.nullable(),
  fields: z.array(word).max(200),
  itemCount: z.int().min(0).max(2_147_483_647).nullable(),
  itemIds: z.array(z.uuid()).max(500),
  result: z.enum(['done', 'viewed', 'refused']),
  detailKey: z.null(),
  sealedDetail: z.null(),
});

/** As it was written; undefined where a row is no event of a sealed house, which only a hand can have written. */
function readEvent(text: string): AuditEvent | undefined {
  try {
    return sealedEvent.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const brokenEvent = (now: Date, findings: readonly number[]): AuditEvent => ({
  id: randomUUID(),
  at: now.toISOString(),
  actorKind: 'house',
  actorId: null,
  sessionId: null,
  roles: ['house'],
  action: 'audit.find-break',
  subjectType: 'audit',
  subjectId: null,
  clientId: null,
  relation: null,
  purpose: null,
  fields: findings.slice(0, 20).map(String),
  itemCount: findings.length,
  itemIds: [],
  result: 'done',
  detailKey: null,
  sealedDetail: null,
});
