import { fieldProblem } from '#platform/problem.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { acceptCode, hashPassphrase, refuseOwnWords } from '#modules/staff/index.server.ts';
import { openCentre } from '../open-centre.server.ts';
import { completeSetupInput } from '../setup.schemas.ts';
import type { SetupTables } from '../setup.tables.server.ts';

/**
 * Opens the centre from a whole description: name, sites, switches and the first coordinator, in one transaction.
 * For programs; people go through the guided steps and `setup.finish`.
 * Once per house: afterwards it looks like not found, so that nobody can set up a second coordinator.
 */
export const completeSetup = operationsOn<SetupTables>()({
  name: 'setup.complete',
  input: completeSetupInput,
  subject: 'centre',
  login: 'auth',
  load: ({ tx }) =>
    tx.selectFrom('house').selectAll().where('setup_completed_at', 'is', null).forUpdate().executeTakeFirst(),
  async run({ house, tx, now }, { centre, sites, switchedOff, coordinator }) {
    const step = acceptCode(coordinator.seed, coordinator.code, now, null);
    if (step === undefined) throw fieldProblem('coordinator.code', 'wrong-code');
    const byList = Map.groupBy(switchedOff, ({ list }) => list);
    const switches = [...byList].map(([list, codes]) => ({
      list,
      off: codes.map(({ code }) => code),
      required: [],
    }));
    refuseOwnWords(coordinator.passphrase, { ...coordinator, centre: centre.name }, 'coordinator.passphrase');
    const passphraseHash = await hashPassphrase(coordinator.passphrase);
    const opened = await openCentre(house, tx, {
      centre,
      sites,
      switches,
      coordinator: { ...coordinator, passphraseHash, step },
      now,
    });
    return {
      result: opened,
      audit: {
        subjectId: opened.centreId,
        centreId: opened.centreId,
        fields: ['centre', 'sites', 'coordinator'],
      },
    };
  },
});
