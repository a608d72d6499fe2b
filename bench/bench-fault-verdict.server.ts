import type pg from 'pg';
import { unsealIdentity } from '#modules/clients/client-identity.server.ts';
import { unsealNote } from '#modules/contacts/contact-note.server.ts';
import { verifyAudit } from '#platform/audit/verify-audit.server.ts';
import type { House } from '#platform/house.server.ts';
import type { Acknowledged, WriteKind } from './bench-fault-load.server.ts';

/** How many rows there were of each kind before the load. */
export type Counts = Record<'client' | 'contact' | 'arrival', number>;

export async function countRows(admin: pg.Pool): Promise<Counts> {
  const { rows } = await admin.query<Counts>(
    'select (select count(*) from client) as client, (select count(*) from contact) as contact, (select count(*) from arrival) as arrival',
  );
  return rows[0] ?? { client: 0, contact: 0, arrival: 0 };
}

export interface Verdict {
  lost: number;
  doubled: number;
  unreadable: number;
  /** Writes without exactly one row in the audit. */
  untold: number;
  auditRows: number;
  auditFindings: number;
}

const actionOf: Record<WriteKind, string> = {
  person: 'client.register',
  arrival: 'arrival.register',
  visitor: 'contact.record',
  talk: 'contact.record',
  void: 'contact.void',
};
const tableOf = {
  person: 'client',
  arrival: 'arrival',
  visitor: 'contact',
  talk: 'contact',
  void: 'contact',
} as const;

/** Compares what was acknowledged with what is there: every row once, readable, told once in the audit, the chain whole. */
export async function judge(
  house: House,
  admin: pg.Pool,
  acknowledged: readonly Acknowledged[],
  before: Counts,
): Promise<Verdict> {
  const verdict: Verdict = { lost: 0, doubled: 0, unreadable: 0, untold: 0, auditRows: 0, auditFindings: 0 };
  for (const { kind, id, number } of acknowledged) {
    const { rows } = await admin.query<{
      id: string;
      client_id: string | null;
      sealed_note: Buffer | null;
      voided_at: Date | null;
    }>(`select * from ${tableOf[kind]} where id = $1`, [id]);
    const row = rows[0];
    if (!row || (kind === 'void' && !row.voided_at)) {
      verdict.lost += 1;
      continue;
    }
    if (kind === 'person') verdict.unreadable += (await readsAs(house, admin, id, `Fault ${number}`)) ? 0 : 1;
    if (kind === 'visitor' || kind === 'talk') {
      const note = await unsealNote(house.vault, row).catch(() => undefined);
      if (note !== `fault note ${number}`) verdict.unreadable += 1;
    }
    const told = await admin.query<{ count: number }>(
      `select count(*) as count from audit_event where subject_id = $1 and action = $2 and result = 'done'`,
      [id, actionOf[kind]],
    );
    if (Number(told.rows[0]?.count) !== 1) verdict.untold += 1;
  }
  const after = await countRows(admin);
  for (const table of ['client', 'contact', 'arrival'] as const) {
    const written = new Set(
      acknowledged.filter(({ kind }) => kind !== 'void' && tableOf[kind] === table).map(({ id }) => id),
    ).size;
    verdict.doubled += Math.max(0, after[table] - before[table] - written);
  }
  const keys = acknowledged.filter(({ kind }) => kind !== 'void');
  verdict.doubled += keys.length - new Set(keys.map(({ id }) => id)).size;
  const audit = await verifyAudit(house.databases.audit, house.vault);
  return { ...verdict, auditRows: audit.events, auditFindings: audit.findings.length };
}

async function readsAs(house: House, admin: pg.Pool, id: string, given: string): Promise<boolean> {
  const { rows } = await admin.query<{ sealed: Buffer }>(
    'select sealed from client_identity where client_id = $1',
    [id],
  );
  const identity = rows[0] && (await unsealIdentity(house.vault, id, rows[0].sealed).catch(() => undefined));
  return identity?.names[0]?.given === given;
}
