import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { loadSafeContact, mayReach } from '#modules/clients/index.server.ts';
import { asStaff, type FactTables } from '#modules/facts/index.server.ts';
import type { GuideTables } from '#modules/guides/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, Problem } from '#platform/problem.ts';
import { adviceOutcomes, tellingWays } from '../advice.ts';
import type { AdviceTables } from '../advice.tables.server.ts';

const settleAdviceInput = z.object({
  adviceId: z.uuid(),
  outcome: z.enum(adviceOutcomes),
  /** How they were told, or tried to be; not for `not_needed`. */
  way: z.enum(tellingWays).optional(),
});

/**
 * One person on the list of people to tell: told, not reached, or no longer needed. Told or not needed takes them off the
 * list until the next change of substance; not reached leaves them on it.
 * @throws Problem `advice.settled` when nothing is outdated any more, `advice.may-not-reach` when the person did not
 * agree to be reached in that way, or it is not safe today; `input.invalid` on `way`
 */
export const settleAdvice = operationsOn<AdviceTables & GuideTables & FactTables>()({
  name: 'advice.settle',
  input: settleAdviceInput,
  subject: 'advice',
  load: ({ tx }, { adviceId }) =>
    tx.selectFrom('advice_given').selectAll().where('id', '=', adviceId).forUpdate().executeTakeFirst(),
  async run(context, { adviceId, outcome, way }, advice) {
    const { tx, today } = context;
    const { centre, staffId } = asStaff(context);
    if ((outcome === 'not_needed') !== (way === undefined))
      throw fieldProblem('way', way === undefined ? 'required' : 'not-valid');
    if (advice.client_id && way && way !== 'in_person') {
      const contact = await loadSafeContact(context, advice.client_id);
      const reach = contact && mayReach(contact.safe, contact.consents, way, { day: today });
      if (!reach?.allowed) throw new Problem('advice.may-not-reach', 409);
    }
    const page = await tx
      .selectFrom('guide_page')
      .select(['published_version', 'substance_version'])
      .where('id', '=', advice.page_id)
      .executeTakeFirstOrThrow();
    const facts = await tx
      .selectFrom('advice_fact')
      .innerJoin('fact', 'fact.id', 'advice_fact.fact_id')
      .select(['fact.id', 'fact.version', 'fact.substance_version', 'advice_fact.known_version'])
      .where('advice_id', '=', adviceId)
      .execute();
    const isOutdated =
      (page.substance_version ?? 0) > advice.known_version ||
      facts.some((fact) => fact.substance_version > fact.known_version);
    if (!isOutdated) throw new Problem('advice.settled', 409);
    await tx
      .insertInto('advice_outcome')
      .values({
        id: randomUUID(),
        advice_id: adviceId,
        centre_id: centre.id,
        outcome,
        way: way ?? null,
        settled_by: staffId,
        settled_on: today,
      })
      .execute();
    if (outcome !== 'not_reached') {
      await tx
        .updateTable('advice_given')
        .set({ known_version: Math.max(page.published_version ?? 0, advice.known_version) })
        .where('id', '=', adviceId)
        .execute();
      for (const fact of facts)
        await tx
          .updateTable('advice_fact')
          .set({ known_version: fact.version })
          .where('advice_id', '=', adviceId)
          .where('fact_id', '=', fact.id)
          .execute();
    }
    return {
      result: { adviceId, outcome },
      audit: { subjectId: adviceId, clientId: advice.client_id ?? undefined, fields: ['outcome'] },
    };
  },
});
