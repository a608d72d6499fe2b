import { z } from 'zod';
import { queriesOn } from '#platform/operations/query.server.ts';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import type { IntegrationTables } from '../integration.tables.server.ts';
import type { Scope } from '../scopes.ts';

export interface TokenListItem {
  id: string;
  name: string;
  scopes: Scope[];
  createdBy: string;
  createdAt: Date;
  expiresOn: string;
  lastUsedOn: string | null;
  state: 'open' | 'expired' | 'revoked';
}

/** Every token of the centre, open ones first, newest first. */
export const listTokens = queriesOn<IntegrationTables>()({
  name: 'token.list',
  params: z.object({}),
  subject: 'token',
  audit: 'none',
  async run(context) {
    const { tx, today } = context;
    const rows = await tx
      .selectFrom('api_token')
      .selectAll()
      .orderBy('created_at', 'desc')
      .limit(200)
      .execute();
    const names = await namesOfStaff(
      context,
      rows.flatMap((row) => [row.staff_id, row.created_by]),
    );
    const answer = rows.map(
      (row): TokenListItem => ({
        id: row.id,
        name: names.get(row.staff_id) ?? '',
        scopes: row.scopes as Scope[],
        createdBy: names.get(row.created_by) ?? '',
        createdAt: row.created_at,
        expiresOn: row.expires_on,
        lastUsedOn: row.last_used_on,
        state: row.revoked_at ? 'revoked' : row.expires_on < today ? 'expired' : 'open',
      }),
    );
    return { answer: answer.sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open')) };
  },
});
