import { publicActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { isProblem } from '#platform/problem.ts';
import type { PublicCentre } from './public-centre.ts';
import { publicCentre } from './queries/public-centre.query.server.ts';

/** The centre as anyone may see it, in a language; undefined until the guided set-up is through. */
export async function loadPublicCentre(house: House, language: string): Promise<PublicCentre | undefined> {
  try {
    return await read(house, publicCentre, publicActor, { language });
  } catch (error) {
    if (isProblem(error) && error.status === 404) return undefined;
    throw error;
  }
}
