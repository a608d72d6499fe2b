import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { lockSetup } from '../lock-setup.server.ts';
import { openCentre } from '../open-centre.server.ts';
import { proveSheet } from '../prove-sheet.server.ts';
import { finishSetupInput } from '../setup.schemas.ts';
import type { SetupTables } from '../setup.tables.server.ts';

/**
 * Opens the centre from the answered steps, once two groups of the recovery sheet prove that it is in hand.
 * Afterwards the address from the console leads nowhere.
 * @throws Problem `setup.step-missing`, `recovery.no-sheet`, `field.wrong-group`
 */
export const finishSetup = operationsOn<SetupTables>()({
  name: 'setup.finish',
  input: finishSetupInput,
  subject: 'centre',
  login: 'auth',
  load: (context, { setupCode }) => lockSetup(context, setupCode),
  async run({ house, tx, now }, input, draft) {
    const { profile, sites, languages, switches, coordinator, opening, sheetMade } = draft;
    if (!profile || !sites?.length || !languages || !switches || !coordinator || !opening)
      throw new Problem('setup.step-missing', 409);
    if (!sheetMade) throw new Problem('recovery.no-sheet', 409);
    proveSheet(house, input);
    const opened = await openCentre(house, tx, {
      centre: { ...profile, ...languages },
      sites,
      switches,
      coordinator,
      now,
    });
    await tx.updateTable('house').set({ recovery_confirmed_at: now }).execute();
    // Carried out with the coordinator's first sign-in: until then nobody's passphrase could open the house.
    await tx
      .insertInto('unlock_choice')
      .values({ house_id: house.id, mode: opening.mode, people: 1, chosen_at: now, chosen_by: null })
      .execute();
    return {
      result: opened,
      audit: {
        subjectId: opened.centreId,
        centreId: opened.centreId,
        fields: ['centre', 'sites', 'switches', 'coordinator', 'recovery', `opening-${opening.mode}`],
      },
    };
  },
});
