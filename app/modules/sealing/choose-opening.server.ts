import type { House } from '#platform/house.server.ts';
import type { Submitted } from '#platform/web/submit-form.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import { submitSteppedUp } from '#modules/staff/index.server.ts';
import { carryOutChoice } from './carry-out-choice.server.ts';
import { chooseOpeningOperation } from './operations/choose-opening.server.ts';

/** Keeps the choice first, with its audit row, and then makes the machine what was chosen. */
export async function submitOpening(
  web: Web,
  request: Request,
): Promise<Submitted<{ mode: 'automatic' | 'person' }>> {
  const submitted = await submitSteppedUp(web, request, chooseOpeningOperation);
  if (submitted.ok) await carryOutAgain(web.house);
  return submitted;
}

/** A medium that is away or cannot be written to does not undo the choice: it is carried out later, and the page says so. */
export async function carryOutAgain(house: House): Promise<void> {
  try {
    await carryOutChoice(house);
  } catch (error) {
    house.log.error('opening-not-carried-out', error);
  }
}
