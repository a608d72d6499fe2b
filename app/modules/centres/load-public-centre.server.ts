import type { House } from '#platform/house.server.ts';
import type { PublicCentre } from './public-centre.ts';

/** What a house keeps for its public pages, under this name in `house.resources`. */
export type PublicCentreSource = (language: string) => Promise<PublicCentre | undefined>;
export const publicCentreSource = 'public-centre';

/** The centre as anyone may see it, in a language; undefined until the guided set-up is through. */
export async function loadPublicCentre(house: House, language: string): Promise<PublicCentre | undefined> {
  const source = house.resources.get(publicCentreSource) as PublicCentreSource | undefined;
  return source?.(language);
}
