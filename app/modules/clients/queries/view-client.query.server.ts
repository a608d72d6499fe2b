import { listContactsOfClient, listOpenFollowUps } from '#modules/contacts/index.server.ts';
import { breakGlassEnds } from '#modules/oversight/index.server.ts';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { wallTime } from '../wall-time.ts';
import { unsealIdentity } from '../client-identity.server.ts';
import { relationsToClient } from '../client-door.server.ts';
import { clientIdInput } from '../client.schemas.ts';
import { summaryOf } from '../client-summary.server.ts';
import type { ClientTables } from '../client.tables.server.ts';
import { openQuestions } from '../consent.ts';
import { consentHistory, newestOf } from '../consent-history.server.ts';
import { identityFor, isCounselling } from '../identity-view.ts';
import { mayReach } from '../safe-contact.ts';
import { fileMergedAway, mergedInto, survivorOf } from '../survivor-of.server.ts';
import type { FileChange } from '../timeline.ts';

/**
 * A person's file: how to reach them safely, what is open, the story. Says whether the reader is linked to the person;
 * whoever looks without a link is told so and so is the audit.
 */
export const viewClient = queriesOn<ClientTables>()({
  name: 'client.view',
  params: clientIdInput,
  subject: 'client',
  audit: 'viewed',
  async run(context, { clientId }) {
    const { house, actor, tx, now, today } = context;
    const row = await tx
      .selectFrom('client')
      .innerJoin('client_identity', 'client_identity.client_id', 'client.id')
      .selectAll('client')
      .select('client_identity.sealed')
      .where('client.id', '=', clientId)
      .executeTakeFirst();
    if (!row) return undefined;
    if (row.merged_into) throw fileMergedAway(await survivorOf(tx, clientId));
    const full = await unsealIdentity(house.vault, clientId, row.sealed);
    const relations = await relationsToClient(tx, actor, clientId, today);
    const emergency = row.restricted ? await breakGlassEnds(tx, clientId) : undefined;
    const history = await consentHistory(tx, clientId, isCounselling(actor) ? house : undefined);
    const inForce = newestOf(history);
    const mergedFiles = await mergedInto(tx, clientId);
    const changes = await tx
      .selectFrom('client_revision')
      .select(['fields', 'changed_at', 'changed_by'])
      // The history of what became part of this file is its own too.
      .where('client_id', 'in', [clientId, ...mergedFiles.map(({ id }) => id)])
      .orderBy('changed_at', 'desc')
      .limit(100)
      .execute();
    const duplicates = await tx
      .selectFrom('possible_duplicate')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where((either) =>
        either.or([either('client_id', '=', clientId), either('other_client_id', '=', clientId)]),
      )
      .where('status', '=', 'suspected')
      .executeTakeFirst();
    const card = await tx
      .selectFrom('client_card')
      .select('issued_at')
      .where('client_id', '=', clientId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    const elsewhere = { ...context, tx: context.on<unknown>() };
    const contacts = await listContactsOfClient(elsewhere, clientId);
    const followUps = await listOpenFollowUps(elsewhere, clientId);
    const at = wallTime(now, actor.centre?.timeZone ?? 'UTC');
    const people = [
      ...history.map((each) => each.recordedBy),
      ...changes.map((each) => each.changed_by),
      row.registered_by,
      row.assigned_to ?? '',
    ];
    const names = await namesOfStaff(context, people.filter(Boolean));
    const fileChanges: FileChange[] = changes.map((each) => ({
      at: each.changed_at.toISOString(),
      by: names.get(each.changed_by) ?? '',
      fields: each.fields,
    }));
    return {
      relations,
      answer: {
        summary: summaryOf(row, full, today),
        identity: identityFor(actor, full),
        facts: {
          destinations: row.destinations,
          purpose: row.purpose,
          categories: [...row.categories, ...(identityFor(actor, full).delicateCategories ?? [])],
          literacy: row.literacy,
          education: row.education,
          employment: row.employment,
          sector: row.sector,
          dependants: row.dependants,
          heardVia: row.heard_via,
          staffSexPreference: row.staff_sex_preference,
          retentionUntil: row.retention_until,
          registeredBy: names.get(row.registered_by) ?? '',
          recordedAt: row.recorded_at.toISOString(),
          assignedTo: row.assigned_to && { id: row.assigned_to, name: names.get(row.assigned_to) ?? '' },
        },
        version: row.version,
        relations,
        today,
        linked: relations.length > 0,
        /** Open to the reader for an emergency only, until then. */
        emergency: emergency && {
          breakGlassId: emergency.breakGlassId,
          endsAt: emergency.endsAt.toISOString(),
        },
        consents: inForce,
        history: history.map((each) => ({ ...each, recordedBy: names.get(each.recordedBy) ?? '' })),
        openQuestions: openQuestions(inForce, today),
        reach: {
          phone: mayReach(full, inForce, 'phone', at),
          message: mayReach(full, inForce, 'message', at),
          email: mayReach(full, inForce, 'email', at),
        },
        suspectedDuplicates: Number(duplicates?.count ?? 0),
        card: card ? { issuedAt: card.issued_at.toISOString() } : undefined,
        contacts,
        followUps,
        changes: fileChanges,
        mergedFiles,
      },
      viewed: {
        subjectId: clientId,
        clientId,
        fields: ['identity', 'consents', 'contacts'],
        purpose: emergency ? 'break-glass' : relations.length > 0 ? 'service' : 'not-linked',
        // Whoever came in by breaking the glass was announced already.
        unlinked: relations.length === 0 && !emergency,
      },
    };
  },
});
