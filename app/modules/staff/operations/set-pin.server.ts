import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { hashPassphrase } from '../passphrase.server.ts';
import { newPinSchema } from '../pin.ts';
import type { StaffTables } from '../staff.tables.server.ts';
import { requireStepUp } from '../step-up.ts';

/**
 * Sets or replaces one's own PIN for a locked screen.
 * @throws Problem `step-up.required`; `field.pin-length`, `field.pin-trivial` on `pin`
 */
export const setPin = operationsOn<StaffTables>()({
  name: 'staff.set-pin',
  input: z.object({ pin: newPinSchema }),
  subject: 'staff',
  login: 'auth',
  relations: () => ['self'],
  async run({ actor, tx, now }, { pin }) {
    requireStepUp(actor, now);
    const staffId = actor.staffId ?? '';
    const kept = { pin_hash: await hashPassphrase(pin), set_at: now, failures: 0 };
    await tx
      .insertInto('staff_pin')
      .values({ staff_id: staffId, centre_id: actor.centre?.id ?? '', ...kept })
      .onConflict((conflict) => conflict.column('staff_id').doUpdateSet(kept))
      .execute();
    return { result: { set: true }, audit: { subjectId: staffId, fields: ['pin'] } };
  },
});
