import { randomUUID } from 'node:crypto';
import { loadClientForService } from '#modules/clients/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, forbidden, notFound } from '#platform/problem.ts';
import { guardianPlace } from '../guardian-seal.server.ts';
import { loadPerson, relationsTo } from '../household-load.server.ts';
import { setGuardianInput } from '../household.schemas.ts';
import { assentGap } from '../household.ts';
import type { HouseholdTables } from '../household.tables.server.ts';

/**
 * Names the adult who agrees for a child: somebody with a file, or somebody outside.
 * @throws `not-a-child` at `relation`, `guardian-missing` at `name`, `not-an-adult`, `already-guardian` at `guardianId`,
 * `assent-missing` at `assent`
 */
export const setGuardian = operationsOn<HouseholdTables>()({
  name: 'guardian.set',
  input: setGuardianInput,
  subject: 'client',
  load: (context, { childId }) => loadPerson(context, childId),
  relations: (context, child) => relationsTo(context, child.id),
  async run(context, input, child) {
    const { house, tx, actor, now, today } = context;
    const { staffId } = actor;
    if (!staffId) throw forbidden();
    const facts = await loadClientForService(context, child.id);
    if (!facts?.minor) throw fieldProblem('relation', 'not-a-child');
    const gap = assentGap(input);
    if (gap) throw fieldProblem(gap.field, gap.code);
    if (input.guardianId) await checkGuardian(input.guardianId);
    else if (!input.name) throw fieldProblem('name', 'guardian-missing');
    const id = randomUUID();
    const outside = !input.guardianId && {
      name: input.name ?? '',
      ...(input.phone && { phone: input.phone }),
    };
    await tx
      .insertInto('guardianship')
      .values({
        id,
        centre_id: child.centre_id,
        child_id: child.id,
        guardian_id: input.guardianId ?? null,
        sealed_guardian: outside
          ? await house.vault.seal(child.id, guardianPlace(id, 'sealed_guardian'), outside)
          : null,
        relation: input.relation,
        assent: input.assent,
        sealed_note: input.note
          ? await house.vault.seal(child.id, guardianPlace(id, 'sealed_note'), { text: input.note })
          : null,
        from_on: today,
        set_by: staffId,
        set_at: now,
      })
      .execute();
    return {
      result: { guardianshipId: id },
      audit: {
        subjectId: child.id,
        clientId: child.id,
        fields: ['guardian'],
        ...(input.guardianId && { itemIds: [input.guardianId] }),
      },
    };

    async function checkGuardian(guardianId: string): Promise<void> {
      if (guardianId === child.id) throw fieldProblem('guardianId', 'not-an-adult');
      const adult =
        (await loadPerson(context, guardianId)) && (await loadClientForService(context, guardianId));
      if (!adult) throw notFound();
      if (adult.minor) throw fieldProblem('guardianId', 'not-an-adult');
      const known = await tx
        .selectFrom('guardianship')
        .select('id')
        .where('child_id', '=', child.id)
        .where('guardian_id', '=', guardianId)
        .where('until_on', 'is', null)
        .executeTakeFirst();
      if (known) throw fieldProblem('guardianId', 'already-guardian');
    }
  },
});
