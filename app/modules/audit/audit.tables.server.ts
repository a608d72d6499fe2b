import type { JSONColumnType, Selectable } from 'kysely';
import type { AuditFinding } from '#platform/audit/verify-audit.server.ts';

export const auditResults = ['done', 'viewed', 'refused'] as const;
export type AuditResult = (typeof auditResults)[number];

export interface AuditEventTable {
  centre_id: string;
  seq: number;
  id: string;
  at: Date;
  actor_kind: string;
  actor_id: string | null;
  session_id: string | null;
  roles: string[];
  /** Dotted name of the operation or query. */
  action: string;
  subject_type: string;
  subject_id: string | null;
  client_id: string | null;
  relation: string | null;
  purpose: string | null;
  fields: string[];
  item_count: number | null;
  item_ids: string[];
  result: AuditResult;
  detail_key: string | null;
  sealed_detail: Buffer | null;
}
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

export interface AuditTables {
  audit_event: AuditEventTable;
  audit_head: AuditHeadTable;
  audit_check: AuditCheckTable;
}
