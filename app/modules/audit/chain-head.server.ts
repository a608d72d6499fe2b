import type { Transaction } from 'kysely';
import type { AnyTables } from '#platform/database/databases.server.ts';
import { headCode } from './audit.ts';
import type { AuditTables } from './audit.tables.server.ts';

/** Where the chain of the asker's centre ends, as it can be written down: `1234:3f2a-91bc-07de`. */
export async function chainHead(tx: Transaction<AnyTables>): Promise<string | undefined> {
  const head = await (tx as unknown as Transaction<AuditTables>)
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .executeTakeFirst();
  return head && `${head.seq}:${headCode(head.hash)}`;
}
