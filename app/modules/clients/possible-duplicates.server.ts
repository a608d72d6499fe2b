import type { House } from '#platform/house.server.ts';
import type { Hit } from '#platform/name-matching/people-index.ts';
import { type ClientIdentity, fullName } from './client.ts';
import type { FactColumns } from './person-file.ts';
import { peopleIndex, personToCompare } from './people-index.server.ts';

/** From here on two people are shown side by side before a second file is opened. */
export const suspectScore = 0.5;
export const mostSuspects = 5;

/** Who may already have a file. @throws Problem `clients.index-building` */
export async function findSuspects(
  house: House,
  centreId: string,
  facts: FactColumns,
  identity: ClientIdentity,
  ownId = '',
): Promise<Hit[]> {
  const hits = await peopleIndex(house).similar(
    personToCompare(
      centreId,
      {
        names: identity.names.map(fullName),
        phones: identity.phones.map((phone) => phone.digits),
        sex: facts.sex,
        birthYear: facts.birth_year,
        birthPrecise: facts.birth_precision !== 'estimated',
        originCountry: facts.origin_country,
      },
      ownId,
    ),
    mostSuspects,
  );
  return hits.filter((hit) => hit.score >= suspectScore);
}
