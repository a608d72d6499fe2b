import { z } from 'zod';
import { type ClientSummary, type ClientTables, summariesOf } from '#modules/clients/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { HouseholdTables } from '../household.tables.server.ts';

const most = 200;

/** People whose guardian still stands in their file although they are of age: they are to be asked anew, themselves. */
export const guardianOfAge = queriesOn<HouseholdTables>()({
  name: 'guardian.of-age',
  params: z.object({}),
  subject: 'client',
  audit: 'viewed',
  async run({ house, tx, on, today }) {
    const rows = await tx
      .selectFrom('guardianship')
      .select('child_id')
      .distinct()
      .where('until_on', 'is', null)
      .execute();
    const children = await summariesOf(
      on<ClientTables>(),
      house.vault,
      rows.map((row) => row.child_id),
      today,
    );
    const people: ClientSummary[] = children.filter(({ minor }) => !minor).slice(0, most);
    return {
      answer: { people },
      viewed: { itemIds: people.map(({ id }) => id), fields: ['names'], purpose: 'list' },
    };
  },
});
