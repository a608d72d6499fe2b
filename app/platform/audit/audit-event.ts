/** One row of the audit chain before it has its place in it. Coarse facts in clear; values only in the sealed detail. */
export interface AuditEvent {
  id: string;
  at: string;
  actorKind: string;
  actorId: string | null;
  sessionId: string | null;
  roles: string[];
  /** The operation's or query's dotted name. */
  action: string;
  subjectType: string;
  subjectId: string | null;
  clientId: string | null;
  relation: string | null;
  purpose: string | null;
  fields: string[];
  itemCount: number | null;
  itemIds: string[];
  result: 'done' | 'viewed' | 'refused';
  detailKey: string | null;
  sealedDetail: Buffer | null;
}

export const zeroCentre = '00000000-0000-0000-0000-000000000000';
export const genesis = Buffer.alloc(32);

/**
 * The text that the chain's HMAC is taken over: a JSON array in this fixed order. The stand-alone verifier
 * writes the same array by itself; change one and the other must follow, under a new version number.
 */
export function canonicalEvent(
  centreId: string,
  seq: number,
  previous: string,
  e: AuditEvent,
  detailSha256: string | null,
): string {
  return JSON.stringify([
    'serai-audit-1',
    centreId,
    seq,
    previous,
    e.id,
    e.at,
    e.actorKind,
    e.actorId,
    e.sessionId,
    e.roles,
    e.action,
    e.subjectType,
    e.subjectId,
    e.clientId,
    e.relation,
    e.purpose,
    e.fields,
    e.itemCount,
    e.itemIds,
    e.result,
    e.detailKey,
    detailSha256,
  ]);
}

/** A row of the chain as the table keeps it. */
export interface StoredAuditEvent {
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
  result: AuditEvent['result'];
  detail_key: string | null;
  sealed_detail: Buffer | null;
  prev_hash: Buffer;
  hash: Buffer;
}
