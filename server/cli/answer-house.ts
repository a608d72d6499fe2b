import type { House } from '#platform/house.server.ts';
import { Problem } from '#platform/problem.ts';
import { recoverAddress } from './recover-address.ts';
import { setupAddress } from './setup-address.ts';

interface Asked {
  question: string;
  about: Record<string, string>;
  url: string;
  door?: { path: string };
}

/** What another command may ask of the house: its answer, as one JSON object. */
export async function answerHouse(house: House, { question, about, url, door }: Asked): Promise<object> {
  switch (question) {
    case 'setup-address':
      return { address: await setupAddress(house, url) };
    case 'recover-access':
      return recoverAddress(house, url, about);
    case 'unlock-door':
      return { path: door?.path };
    case 'lock-state':
      return { isOpen: house.isOpen };
    default:
      throw new Problem('input.invalid', 422);
  }
}
