import type { House } from '#platform/house.server.ts';
import { createPeopleIndex, type Hit, type IndexedPerson } from '#platform/name-matching/people-index.ts';
import type { ClientIdentity } from './client.ts';
import { type ComparedColumns, comparedFacts, personToCompare } from './compared-facts.ts';
import { inSlices } from './in-slices.ts';
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

/** Whom somebody on a list looks like. */
export interface ListSuspects {
  id: string;
  /** Files of the register, best first. */
  inRegister: Hit[];
  /** Others on the same list, best first; each pair is told of both. */
  onList: Hit[];
}

/**
 * Who of many people may already have a file, and who of them may be one: thousands at a time, in slices that let other
 * work through. The ids are the caller's own; all are of one centre. @throws Problem `clients.index-building`
 */
export async function findSuspectsOfMany(
  house: House,
  people: readonly IndexedPerson[],
): Promise<ListSuspects[]> {
  const list = createPeopleIndex();
  for (const person of people) list.put(person);
  const likely = (hits: Hit[]) => hits.filter((hit) => hit.score >= suspectScore);
  const inRegister = await peopleIndex(house).similarOfMany(people, mostSuspects);
  const onList = await inSlices(people, (person) =>
    list.similarTo(person.scope, person.id, { limit: mostPairsOfOne }),
  );
  return people.map(({ id }, at) => ({
    id,
    inRegister: likely(inRegister[at] ?? []),
    onList: likely(onList[at] ?? []),
  }));
}
