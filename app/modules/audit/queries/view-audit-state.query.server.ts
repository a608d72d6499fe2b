import { z } from 'zod';
import { queriesOn } from '#platform/operations/query.server.ts';
import { headCode } from '../audit.ts';
import type { AuditTables } from '../audit.tables.server.ts';

/** Where the centre's chain stands, and when it was last proven to hold. */
export const viewAuditState = queriesOn<AuditTables>()({
  name: 'audit.state',
  params: z.object({}),
  subject: 'audit',
  audit: 'none',
  async run({ house, tx }) {
    const head = await tx.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirst();
    const last = await tx
      .selectFrom('audit_check')
      .selectAll()
      .orderBy('checked_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    const signed = await tx
      .selectFrom('audit_head_signed')
      .select(['seq', 'signed_at'])
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    return {
      answer: {
        /** Public half of the key that signs heads, base64. */
        publicKey: house.vault.headsKey().toString('base64'),
        signed: signed && { seq: signed.seq, at: signed.signed_at },
        events: head?.seq ?? 0,
        headCode: head ? headCode(head.hash) : undefined,
        lastCheck: last && {
          at: last.checked_at,
          by: last.checked_by,
          events: last.events,
          headSeq: last.head_seq,
          headCode: headCode(last.head_hash),
          findings: last.findings,
        },
      },
    };
  },
});
