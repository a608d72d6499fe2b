import { codeAt } from '#modules/staff/one-time-code.server.ts';
import { beginSession } from '#modules/staff/operations/begin-session.server.ts';
import { publicActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { zonedTime } from '#platform/language/zoned-time.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { demoStaff } from './demo-accounts.ts';
import { demoCentre } from './demo-centre.ts';
import { houseAt } from './house-at.ts';
import { seededRandom } from './seeded-random.ts';

/**
 * The mornings of the last days: everybody signed in. Passphrases are slow to check on purpose, so there are
 * only a few such days in the story; these sessions are long over.
 */
export async function signInLately(house: House, seed: string, today: string): Promise<void> {
  for (let back = 4; back >= 1; back -= 1) {
    const day = addDays(today, -back);
    if (new Date(`${day}T12:00:00Z`).getUTCDay() === 0) continue;
    for (const { id, email, passphrase, seed: secret } of demoStaff) {
      const random = seededRandom(`${seed}/sign-in/${id}/${back}`);
      const at = new Date(
        zonedTime(day, '08:30', demoCentre.timeZone).getTime() + random.int(0, 50) * 60_000,
      );
      if (random.chance(0.2)) continue;
      await execute(
        houseAt(house, at),
        beginSession,
        publicActor,
        { email, passphrase, code: codeAt(secret, at) },
        { idempotencyKey: `${seed}/sign-in/${id}/${day}` },
      );
    }
  }
}
