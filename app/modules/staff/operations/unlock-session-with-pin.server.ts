import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import { checkPassphrase } from '../passphrase.server.ts';
import { pinTries, typedPinSchema } from '../pin.ts';
import { resumeSession } from '../resume-session.server.ts';
import { hashToken } from '../session.server.ts';
import { pinVoid } from '../staff-pin.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

/**
 * Unlocks the screen by the PIN: in the browser in which the session began, and nowhere else. The shift's end stays
 * where it was. Reached through `unlockByPin`, which counts the tries first.
 * @throws `field.wrong-pin` on `pin`; Problem `session.pin-void` where there is none, in another browser, or after
 * five wrong tries
 */
export const unlockSessionWithPin = operationsOn<StaffTables>()({
  name: 'session.unlock-with-pin',
  input: z.object({ pin: typedPinSchema, deviceToken: z.string().min(20).max(200) }),
  subject: 'session',
  login: 'auth',
  relations: () => ['self'],
  async run(context, { pin, deviceToken }) {
    const { actor, tx } = context;
    const kept = await tx
      .selectFrom('staff_pin')
      .innerJoin('known_device', 'known_device.staff_id', 'staff_pin.staff_id')
      .innerJoin('session', (join) =>
        join
          .onRef('session.staff_id', '=', 'staff_pin.staff_id')
          .onRef('session.device_hash', '=', 'known_device.token_hash'),
      )
      .where('session.id', '=', actor.sessionId ?? '')
      .where('staff_pin.staff_id', '=', actor.staffId ?? '')
      .where('known_device.token_hash', '=', hashToken(deviceToken))
      // The try under way is counted already.
      .where('staff_pin.failures', '<=', pinTries)
      .select('staff_pin.pin_hash')
      .executeTakeFirst();
    if (!kept) throw pinVoid();
    if (!(await checkPassphrase(kept.pin_hash, pin))) throw fieldProblem('pin', 'wrong-pin');
    await tx
      .updateTable('staff_pin')
      .set({ failures: 0 })
      .where('staff_id', '=', actor.staffId ?? '')
      .execute();
    await resumeSession(context);
    return { result: { unlocked: true }, audit: { subjectId: actor.staffId } };
  },
});
