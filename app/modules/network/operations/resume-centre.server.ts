import type { CentreTables } from '#modules/centres/index.server.ts';
import { requireStepUp, type StaffTables } from '#modules/staff/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { lockOtherCentre } from '../lock-other-centre.server.ts';
import { centreIdInput } from '../network.schemas.ts';
import { noteElsewhere } from '../note-elsewhere.server.ts';

/** Opens the doors of a suspended centre again. @throws Problem `step-up.required`, `network.not-suspended` */
export const resumeCentre = operationsOn<CentreTables & StaffTables>()({
  name: 'network.resume-centre',
  input: centreIdInput,
  subject: 'centre',
  login: 'auth',
  load: (context, { centreId }) => lockOtherCentre(context, centreId),
  async run(context, _input, centre) {
    const { actor, tx, now } = context;
    requireStepUp(actor, now);
    if (centre.status !== 'suspended') throw new Problem('network.not-suspended', 409);
    await tx
      .updateTable('centre')
      .set({ status: 'open', updated_at: now })
      .where('id', '=', centre.id)
      .execute();
    await noteElsewhere(context as never, centre.id, {
      action: 'network.resume-centre',
      subject: 'centre',
      subjectId: centre.id,
    });
    return { result: { centreId: centre.id }, audit: { subjectId: centre.id } };
  },
});
