import { createToken } from '#modules/integrations/operations/create-token.server.ts';
import { revokeToken } from '#modules/integrations/operations/revoke-token.server.ts';
import type { House } from '#platform/house.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { zonedTime } from '#platform/language/zoned-time.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { demoCentre } from './demo-centre.ts';
import { houseAt } from './house-at.ts';
import type { DemoCentre } from './open-demo-centre.server.ts';

/** Two programs that once had a token: one has expired, one was closed. None that opens anything today. */
export async function seedPrograms(
  house: House,
  seed: string,
  centre: DemoCentre,
  today: string,
): Promise<void> {
  const coordinator = centre.staff.get('coordinator');
  if (!coordinator) return;
  const make = (name: string, scopes: string[], daysAgo: number) => {
    const at = zonedTime(addDays(today, -daysAgo), '11:20', demoCentre.timeZone);
    return execute(
      houseAt(house, at),
      createToken,
      { ...coordinator, steppedUpAt: at },
      { name, scopes, days: 30 },
      { idempotencyKey: `${seed}/token/${scopes.join('+')}` },
    );
  };
  await make('Figures for the ministry’s dashboard', ['statistics.read'], 50);
  const { tokenId } = await make('Text message reminders', ['contacts.read'], 12);
  const closing = zonedTime(addDays(today, -9), '16:05', demoCentre.timeZone);
  await execute(
    houseAt(house, closing),
    revokeToken,
    coordinator,
    { tokenId },
    { idempotencyKey: `${seed}/token/closed` },
  );
}
