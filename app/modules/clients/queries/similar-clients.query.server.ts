import { z } from 'zod';
import { queriesOn } from '#platform/operations/query.server.ts';
import { forbidden } from '#platform/problem.ts';
import { personShape, safeContactShape } from '../client.schemas.ts';
import { summariesOf } from '../client-summary.server.ts';
import type { ClientTables } from '../client.tables.server.ts';
import { describePerson, safeContactOf } from '../person-file.ts';
import { findSuspects } from '../possible-duplicates.server.ts';
import type { FoundClient } from './find-clients.query.server.ts';

const similarParams = z.object({ ...personShape, ...safeContactShape });

/** People who may be the same as the one about to be registered, with the reasons. */
export const similarClients = queriesOn<ClientTables>()({
  name: 'client.similar',
  params: similarParams,
  subject: 'client',
  audit: 'viewed',
  async run({ house, actor, tx, today }, params) {
    const centre = actor.centre;
    if (!centre) throw forbidden();
    const { facts, identity } = describePerson(params, safeContactOf(params, centre.country), today);
    const suspects = await findSuspects(house, centre.id, facts, identity);
    const byId = new Map(suspects.map((hit) => [hit.id, hit]));
    const people = await summariesOf(
      tx,
      house.vault,
      suspects.map((hit) => hit.id),
      today,
    );
    const found: FoundClient[] = people.map((person) => ({
      ...person,
      score: byId.get(person.id)?.score ?? 0,
      reasons: byId.get(person.id)?.reasons ?? [],
    }));
    return {
      answer: { found, hidden: people.length < suspects.length },
      viewed: { itemIds: people.map(({ id }) => id), fields: ['names'], purpose: 'duplicate-check' },
    };
  },
});
