import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { requireStepUp } from '#modules/staff/index.server.ts';
import { handOutGrants } from '../hand-out-grants.server.ts';
import { findFault } from '../opening.ts';
import type { SealingTables } from '../sealing.tables.server.ts';

export const chooseOpeningInput = z.object({
  mode: z.enum(['automatic', 'person'], 'field.choose-one'),
  people: z.coerce.number().pipe(z.union([z.literal(1), z.literal(2)], 'field.choose-one')),
});

/**
 * Chooses who opens the house after a start, and hands the root key or shares of it out anew. Reached through
 * `chooseOpening`, which makes the machine what was chosen once this stands.
 * @throws Problem `step-up.required`, `opening.not-yours`, `opening.sheet-not-proven`, `opening.too-few-people`,
 * `opening.too-many-people`
 */
export const chooseOpeningOperation = operationsOn<SealingTables>()({
  name: 'house.choose-opening',
  input: chooseOpeningInput,
  subject: 'house',
  login: 'auth',
  load: ({ tx }) =>
    tx.selectFrom('house').select(['id', 'recovery_confirmed_at']).forUpdate().executeTakeFirst(),
  async run({ house, actor, tx, now }, { mode, people }, { id, recovery_confirmed_at: sheetProvenAt }) {
    requireStepUp(actor, now);
    // In a house of several centres nobody decides for the neighbours but whoever administers them all.
    const { centres } = await tx
      .selectFrom('centre')
      .select(({ fn }) => fn.countAll<string>().as('centres'))
      .executeTakeFirstOrThrow();
    if (Number(centres) > 1 && !actor.roles.includes('network_administrator'))
      throw new Problem('opening.not-yours', 403);
    const { keepers } = await tx
      .selectFrom('unlock_person')
      .select(({ fn }) => fn.countAll<string>().as('keepers'))
      .executeTakeFirstOrThrow();
    const fault = findFault(
      { mode, people },
      { keepers: Number(keepers), sheetProven: sheetProvenAt !== null },
    );
    if (fault) throw new Problem(`opening.${fault}`, 409);
    await handOutGrants(house, tx, people);
    const choice = { mode, people, chosen_at: now, chosen_by: actor.staffId ?? null, carried_out_at: null };
    await tx
      .insertInto('unlock_choice')
      .values({ house_id: id, ...choice })
      .onConflict((conflict) => conflict.column('house_id').doUpdateSet(choice))
      .execute();
    return { result: { mode, people }, audit: { subjectId: id, fields: [mode, `people-${people}`] } };
  },
});
