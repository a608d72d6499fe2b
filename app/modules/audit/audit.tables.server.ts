import type { JSONColumnType, Selectable } from 'kysely';
import type { StoredAuditEvent } from '#platform/audit/audit-event.ts';
import type { AuditFinding } from '#platform/audit/verify-audit.server.ts';

export const auditResults = ['done', 'viewed', 'refused'] as const;

export type AuditEventTable = Omit<StoredAuditEvent, 'prev_hash' | 'hash'>;
export type AuditEventRow = Selectable<AuditEventTable>;

export interface AuditHeadTable {
  centre_id: string;
  seq: number;
  hash: Buffer;
}

export interface AuditCheckTable {
  id: string;
  centre_id: string;
  checked_at: Date;
  /** Null when the house checked by itself. */
  checked_by: string | null;
  events: number;
  head_seq: number;
  head_hash: Buffer;
  findings: JSONColumnType<ChainFinding[]>;
}

/** Which place of the chain does not hold, and how. */
export type ChainFinding = Pick<AuditFinding, 'seq' | 'kind'>;

/** Written by the house alone. */
export interface AuditHeadSignedTable {
  centre_id: string;
  seq: number;
  hash: Buffer;
  signed_at: Date;
  signature: Buffer;
}

export interface AuditTables {
  audit_head_signed: AuditHeadSignedTable;
  audit_event: AuditEventTable;
  audit_head: AuditHeadTable;
  audit_check: AuditCheckTable;
}
