import { sql } from 'kysely';
import { type CentreTables, insertCentre } from '#modules/centres/index.server.ts';
import { bringStarterTask } from '#modules/guides/index.server.ts';
import { insertInvited, requireStepUp, type StaffTables } from '#modules/staff/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { openCentreInput } from '../network.schemas.ts';
import { noteElsewhere } from '../note-elsewhere.server.ts';

/**
 * Opens a centre beside the others and invites its first coordinator, who chooses their own secrets: whoever opens a
 * centre cannot enter it. The token is returned once, for a link to hand over.
 * @throws Problem `step-up.required`
 */
export const openCentre = operationsOn<CentreTables & StaffTables>()({
  name: 'network.open-centre',
  input: openCentreInput,
  subject: 'centre',
  login: 'auth',
  async run(context, { site, coordinator, ...centre }) {
    const { house, actor, tx, now } = context;
    requireStepUp(actor, now);
    const { centreId, siteIds } = await insertCentre(context.on<CentreTables>(), {
      centre,
      sites: [site],
      switches: [],
      now,
    });
    const invited = await insertInvited(
      house,
      context.on<StaffTables>(),
      { ...coordinator, centreId, siteId: siteIds[0] ?? null, roles: ['coordinator'], by: null, now },
      'coordinator.email',
    );
    // The pages that come with the program, unpublished, as a centre gets them that is set up alone.
    const order = JSON.stringify({ centreId });
    await sql`select serai_queue.enqueue(${bringStarterTask}, ${order}::json, null, ${`${bringStarterTask}/${centreId}`})`.execute(
      tx,
    );
    await noteElsewhere(context as never, centreId, {
      action: 'network.open-centre',
      subject: 'centre',
      subjectId: centreId,
    });
    return {
      result: { centreId, siteId: siteIds[0] ?? '', ...invited },
      audit: { subjectId: centreId, fields: ['centre', 'sites', 'coordinator'] },
    };
  },
});
