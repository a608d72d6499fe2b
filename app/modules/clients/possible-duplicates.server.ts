import type { House } from '#platform/house.server.ts';
import type { Hit } from '#platform/name-matching/people-index.ts';
import type { ClientIdentity } from './client.ts';
import { type ComparedColumns, comparedFacts, personToCompare } from './compared-facts.ts';
import { peopleIndex } from './people-index.server.ts';

/** From here on two people are shown side by side before a second file is opened. */
export const suspectScore = 0.5;
export const mostSuspects = 5;
export const mostPairsOfOne = 20;

/** Who may already have a file. @throws Problem `clients.index-building` */
export async function findSuspects(
  house: House,
  centreId: string,
  facts: ComparedColumns,
  identity: ClientIdentity,
  { ownId = '', most = mostSuspects } = {},
): Promise<Hit[]> {
  const person = personToCompare(centreId, comparedFacts(facts, identity), ownId);
  const hits = await peopleIndex(house).similar(person, most);
  return hits.filter((hit) => hit.score >= suspectScore);
}
