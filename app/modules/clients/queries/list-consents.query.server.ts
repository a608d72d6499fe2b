import { namesOfStaff } from '#modules/staff/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { relationsToClient } from '../client-door.server.ts';
import { clientIdInput } from '../client.schemas.ts';
import type { ClientTables } from '../client.tables.server.ts';
import { openQuestions } from '../consent.ts';
import { proofsOf } from '../consent-proof.server.ts';
import { signedTalks } from '../consent-proof.ts';
import { consentHistory, newestOf } from '../consent-history.server.ts';

/** What a person agreed to and when, with the file's number; no name. */
export const listConsents = queriesOn<ClientTables>()({
  name: 'consent.list',
  params: clientIdInput,
  subject: 'consent',
  audit: 'viewed',
  async run(context, { clientId }) {
    const { tx, actor, today } = context;
    const client = await tx
      .selectFrom('client')
      .select(['file_no', 'languages', 'minor'])
      .where('id', '=', clientId)
      .executeTakeFirst();
    if (!client) return undefined;
    const history = await consentHistory(tx, clientId);
    const inForce = newestOf(history);
    const names = await namesOfStaff(
      context,
      history.map((each) => each.recordedBy),
    );
    const relations = await relationsToClient(tx, actor, clientId, today);
    return {
      relations,
      answer: {
        today,
        relations,
        clientId,
        fileNo: client.file_no,
        languages: client.languages,
        minor: client.minor,
        inForce,
        openQuestions: openQuestions(inForce, today),
        talks: signedTalks(history, await proofsOf(tx, clientId)),
        history: history.map((each) => ({ ...each, recordedBy: names.get(each.recordedBy) ?? '' })),
      },
      viewed: { subjectId: clientId, clientId, fields: ['consents'], purpose: 'consent' },
    };
  },
});
