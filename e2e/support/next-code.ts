import { codeAt } from '../../app/modules/staff/one-time-code.server.ts';
import type { TestHouse } from '../../app/platform/testing/test-house.server.ts';

/** What the app on somebody's phone shows next; the clock goes on first, because each code counts once. */
export function nextCode(house: TestHouse, seed: string): string {
  house.clock.advance(31_000);
  return codeAt(seed, house.clock.now());
}
