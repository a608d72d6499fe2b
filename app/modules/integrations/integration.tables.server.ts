import type { Generated } from 'kysely';

/** A token by the session it opens. The token itself is nowhere: only its hash, with the session. */
export interface ApiTokenTable {
  id: string;
  centre_id: string;
  /** The program as a member of staff who never signs in. */
  staff_id: string;
  scopes: string[];
  created_by: string;
  created_at: Date;
  /** The last day on which it works. */
  expires_on: string;
  last_used_on: string | null;
  revoked_by: string | null;
  revoked_at: Date | null;
}

export interface WebhookTable {
  id: string;
  centre_id: string;
  /** WebhookSecret, sealed for the house. */
  sealed: Buffer;
  events: string[];
  created_by: string;
  created_at: Date;
  /** In a row, since the last that arrived. */
  failures: Generated<number>;
  stopped_at: Date | null;
  stopped_why: 'by-hand' | 'failing' | null;
  version: Generated<number>;
}

export interface WebhookDeliveryTable {
  id: string;
  centre_id: string;
  webhook_id: string;
  event: string;
  subject_id: string | null;
  at: Date;
  state: Generated<'waiting' | 'delivered' | 'failed'>;
  attempts: Generated<number>;
  next_at: Date;
  http_status: number | null;
  trouble: string | null;
  settled_at: Date | null;
}

export interface IntegrationTables {
  api_token: ApiTokenTable;
  webhook: WebhookTable;
  webhook_delivery: WebhookDeliveryTable;
}
