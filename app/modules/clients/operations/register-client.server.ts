import { z } from 'zod';
import type { Hit } from '#platform/name-matching/people-index.ts';
import { type OperationContext, operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, Problem } from '#platform/problem.ts';
import { centreSwitches, type CentreTables } from '#modules/centres/index.server.ts';
import { personShape, safeContactShape } from '../client.schemas.ts';
import type { ClientTables } from '../client.tables.server.ts';
import { checkConsentTalk, consentRows } from '../consent-rows.server.ts';
import { type RegistrationConsent, registrationConsentSchema } from '../consent.schemas.ts';
import { filledFields } from '../filled-fields.ts';
import { insertClients } from '../insert-clients.server.ts';
import { describePerson, safeContactOf } from '../person-file.ts';
import { keepPairs } from '../kept-pairs.server.ts';
import { findSuspects } from '../possible-duplicates.server.ts';
import { checkRequired } from '../required-fields.ts';
import { requireStaffActor } from '../require-staff-actor.ts';

export const registerClientInput = z.object({
  ...personShape,
  ...safeContactShape,
  consent: registrationConsentSchema,
  siteId: z.uuid().optional(),
  /** The file becomes the work of whoever registers it. */
  assignToMe: z.boolean().default(false),
  /** Opens a file although somebody similar has one: the pairs are kept to be looked at. */
  registerAnyway: z.boolean().default(false),
  /** The similar people that were shown; somebody else who appeared meanwhile is shown first. */
  duplicatesSeen: z.array(z.uuid()).max(20).default([]),
});

/**
 * Opens a person's file: number, sealed identity, countable facts and the decisions on consent, in one go.
 * @throws `input.invalid` with `no-file-without-consent`, `clients.possible-duplicate` (409) when similar people were
 * not looked at, `clients.index-building` (503)
 */
export const registerClient = operationsOn<ClientTables>()({
  name: 'client.register',
  input: registerClientInput,
  subject: 'client',
  async run(context, input) {
    const { house, tx, now, today } = context;
    const actor = requireStaffActor(context.actor);
    const centre = actor.centre;
    checkRequired(await centreSwitches(context.on<CentreTables>(), centre.id), input);
    const safe = safeContactOf(input, centre.country);
    const { facts, identity } = describePerson(input, safe, today);
    checkRegistrationConsent(input.consent, facts.minor, today, input.legalStatus);
    const suspects = await findSuspects(house, centre.id, facts, identity);
    await checkSuspects(context, suspects, input);

    const clientId = await house.vault.keys.mint('person');
    const consents = await consentRows(input.consent, {
      house,
      centreId: centre.id,
      clientId,
      restricted: false,
      staffId: actor.staffId,
      now,
      today,
    });
    const [fileNo = ''] = await insertClients({ house, tx, centre, staffId: actor.staffId, now, today }, [
      {
        clientId,
        facts,
        identity,
        siteId: input.siteId ?? actor.siteId ?? null,
        assignedTo: input.assignToMe ? actor.staffId : null,
        registeredOn: today,
        consents,
      },
    ]);
    await keepPairs(
      tx,
      centre.id,
      now,
      suspects.map((hit) => ({ clientId, otherId: hit.id, score: hit.score, reasons: hit.reasons })),
    );
    return {
      result: { clientId, fileNo, possibleDuplicates: suspects.length },
      audit: {
        subjectId: clientId,
        clientId,
        fields: filledFields(facts, identity),
        ...(suspects.length > 0 && { itemIds: suspects.map((hit) => hit.id) }),
      },
    };
  },
});

/** No file without a yes to the record, unless a life depends on it; no legal status without that yes. */
function checkRegistrationConsent(
  consent: RegistrationConsent,
  minor: boolean,
  today: string,
  legalStatus: string | undefined,
): void {
  const record = consent.decisions.service_and_record;
  if (record !== 'given' && record !== 'not_possible_vital_interest') {
    throw fieldProblem('consent.decisions.service_and_record', 'no-file-without-consent');
  }
  checkConsentTalk(consent, minor, today, 'consent');
  if (record === 'given') return;
  if (legalStatus) throw fieldProblem('legalStatus', 'no-status-without-consent');
  const early = Object.entries(consent.decisions).find(([, decision]) => decision === 'given');
  if (early) throw fieldProblem(`consent.decisions.${early[0]}`, 'consent-not-asked');
}

async function checkSuspects(
  { tx }: OperationContext<ClientTables>,
  suspects: readonly Hit[],
  input: { registerAnyway: boolean; duplicatesSeen: string[] },
): Promise<void> {
  if (suspects.length === 0) return;
  const problem = new Problem('clients.possible-duplicate', 409, { params: { count: suspects.length } });
  if (!input.registerAnyway) throw problem;
  if (input.duplicatesSeen.length === 0) return;
  // Somebody behind a wall was announced without a face and cannot have been seen.
  const visible = await tx
    .selectFrom('client')
    .select('id')
    .where(
      'id',
      'in',
      suspects.map((hit) => hit.id),
    )
    .execute();
  if (visible.some(({ id }) => !input.duplicatesSeen.includes(id))) throw problem;
}
