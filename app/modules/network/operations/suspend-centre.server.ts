import type { CentreTables } from '#modules/centres/index.server.ts';
import { requireStepUp, type StaffTables } from '#modules/staff/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { lockOtherCentre } from '../lock-other-centre.server.ts';
import { suspendCentreInput } from '../network.schemas.ts';
import { noteElsewhere } from '../note-elsewhere.server.ts';

/** Weeks for which the reason can be read: ten years, as long as somebody may have to answer for it. */
const reasonWeeks = 520;

/**
 * Closes the doors of another centre: nobody signs in there and whoever is signed in is out at once. Its records, its
 * keys and its public pages stay as they are, and nothing is deleted. One's own centre cannot be suspended.
 * @throws Problem `step-up.required`, `network.suspended`
 */
export const suspendCentre = operationsOn<CentreTables & StaffTables>()({
  name: 'network.suspend-centre',
  input: suspendCentreInput,
  subject: 'centre',
  login: 'auth',
  load: (context, { centreId }) => lockOtherCentre(context, centreId),
  async run(context, { reason }, centre) {
    const { house, actor, tx, now } = context;
    requireStepUp(actor, now);
    if (centre.status === 'suspended') throw new Problem('network.suspended', 409);
    await tx
      .updateTable('centre')
      .set({ status: 'suspended', updated_at: now })
      .where('id', '=', centre.id)
      .execute();
    await tx
      .updateTable('session')
      .set({ ended_at: now, ended_reason: 'centre-suspended' })
      .where('centre_id', '=', centre.id)
      .where('kind', '=', 'staff')
      .where('ended_at', 'is', null)
      .execute();
    await noteElsewhere(context as never, centre.id, {
      action: 'network.suspend-centre',
      subject: 'centre',
      subjectId: centre.id,
    });
    return {
      result: { centreId: centre.id },
      audit: {
        subjectId: centre.id,
        detail: { reason },
        detailKey: await house.vault.weekKey('network', now, reasonWeeks),
      },
    };
  },
});
