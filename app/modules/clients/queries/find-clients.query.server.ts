import { z } from 'zod';
import type { HitReason } from '#platform/name-matching/people-index.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { forbidden } from '#platform/problem.ts';
import { type ClientSummary, summariesOf } from '../client-summary.server.ts';
import type { ClientTables } from '../client.tables.server.ts';
import { peopleIndex } from '../people-index.server.ts';

export interface FoundClient extends ClientSummary {
  score: number;
  reasons: HitReason[];
}

/** From here on a person behind a wall is announced, without a fact: below, a beginning of a name would fish them out. */
const announcedScore = 0.8;

/**
 * Finds people by a name in any script, a phone, a file number or a card. The index gives ids; what is shown is read as
 * the asker, so nothing shines through a wall. One audit row for each search that was waited for.
 * @throws Problem `clients.index-building` (503)
 */
export const findClients = queriesOn<ClientTables>()({
  name: 'client.find',
  params: z.object({
    text: z.string().trim().max(200),
    birthYear: z.number().int().min(1900).max(2100).optional(),
    limit: z.number().int().min(1).max(50).default(20),
  }),
  subject: 'client',
  audit: 'viewed',
  async run({ house, actor, tx, today }, { text, birthYear, limit }) {
    if (!actor.centre) throw forbidden();
    const hits =
      text === ''
        ? []
        : await peopleIndex(house).search(actor.centre.id, text, { limit, ...(birthYear && { birthYear }) });
    const byId = new Map(hits.map((hit) => [hit.id, hit]));
    const people = await summariesOf(
      tx,
      house.vault,
      hits.map((hit) => hit.id),
      today,
    );
    const shown = new Set(people.map(({ id }) => id));
    const found: FoundClient[] = people.map((person) => ({
      ...person,
      score: byId.get(person.id)?.score ?? 0,
      reasons: byId.get(person.id)?.reasons ?? [],
    }));
    return {
      answer: { found, hidden: hits.some((hit) => hit.score >= announcedScore && !shown.has(hit.id)) },
      viewed: { itemIds: [...shown], fields: ['names'], purpose: 'search' },
    };
  },
});
