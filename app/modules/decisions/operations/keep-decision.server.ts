import { randomUUID } from 'node:crypto';
import { consentsInForce, mayKeepFile } from '#modules/clients/index.server.ts';
import { type ContactTables, lockContact, relationsToContact } from '#modules/contacts/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, forbidden, Problem } from '#platform/problem.ts';
import { answersToKeep } from '../decision.ts';
import { keepDecisionInput } from '../decision.schemas.ts';
import type { DecisionTables } from '../decision.tables.server.ts';
import { decide } from '../guide-view.server.ts';
import { sealDecision } from '../kept-decision.server.ts';
import { listRulesets } from '../list-rulesets.server.ts';
import { walkGuide } from '../walk-guide.ts';

/**
 * Keeps with a contact what somebody thought through there. What is kept is evaluated here, of the answers that may be kept:
 * a thought of going without papers is not among them, and so neither is what the guide said to it.
 *
 * @throws Problem `contact.voided`; `contact.consent-withdrawn` when the person no longer wants a record;
 * `input.invalid` when nothing was said, or when there is danger: then help, and keep nothing
 */
export const keepDecision = operationsOn<DecisionTables>()({
  name: 'decision.keep',
  input: keepDecisionInput,
  subject: 'decision',
  load: (context, input) => lockContact(context.on<ContactTables>(), input.contactId),
  relations: ({ actor }, contact) => relationsToContact(actor, contact),
  async run(context, input, contact) {
    const { house, actor, tx, now, today } = context;
    if (!actor.staffId) throw forbidden();
    if (contact.voided_at) throw new Problem('contact.voided', 409);
    if (contact.client_id && !mayKeepFile(await consentsInForce(context.on(), contact.client_id), today))
      throw new Problem('contact.consent-withdrawn', 409);
    const place = walkGuide({ ...input.answers, go: 'result' }, listRulesets());
    const answers = answersToKeep(place.answers);
    if (Object.keys(answers).length === 0) throw fieldProblem('answers', 'required');
    const decision = await decide(house, { answers, rules: place.rules }, input.language);
    if (decision.gate) throw fieldProblem('answers', 'not-valid');
    const id = randomUUID();
    await tx
      .insertInto('decision_result')
      .values({
        id,
        centre_id: contact.centre_id,
        contact_id: contact.id,
        client_id: contact.client_id,
        restricted: contact.restricted,
        ruleset_version: decision.rulesetVersion,
        day: today,
        sealed: await sealDecision(house.vault, contact, id, { answers, decision, language: input.language }),
        kept_by: actor.staffId,
        kept_at: now,
      })
      .execute();
    return {
      result: { decisionId: id },
      audit: {
        subjectId: id,
        clientId: contact.client_id ?? undefined,
        itemIds: [contact.id],
        fields: ['plan'],
      },
    };
  },
});
