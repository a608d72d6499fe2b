import { randomUUID } from 'node:crypto';
import { newPerson } from '#modules/clients/clients.testing.ts';
import { issueCard } from '#modules/clients/operations/issue-card.server.ts';
import { registerClient } from '#modules/clients/operations/register-client.server.ts';
import { updateClient } from '#modules/clients/operations/update-client.server.ts';
import { attachConsentProof } from '#modules/clients/operations/attach-consent-proof.server.ts';
import { listConsents } from '#modules/clients/queries/list-consents.query.server.ts';
import { newContact } from '#modules/contacts/contacts.testing.ts';
import { correctContact } from '#modules/contacts/operations/correct-contact.server.ts';
import { recordContact } from '#modules/contacts/operations/record-contact.server.ts';
import { saveDraft } from '#modules/drafts/operations/save-draft.server.ts';
import { registerArrival } from '#modules/front-desk/operations/register-arrival.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { addDays, localDay } from '#platform/language/local-day.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { testPdf } from '#platform/files/files.testing.ts';
import { UploadedFile } from '#platform/files/uploaded-file.server.ts';
import { eraseClient } from './operations/erase-client.server.ts';
import { recordRequest } from './operations/record-request.server.ts';

/** A person with something in most of what the house keeps, made by the operations that staff use, keyed as forms are. */
export async function liveTestLife(
  house: House,
  actor: StaffActor,
  { given, family, note }: { given: string; family: string; note: string },
): Promise<{ clientId: string; contactId: string }> {
  const keyed = () => ({ idempotencyKey: randomUUID() });
  const { clientId } = await execute(
    house,
    registerClient,
    actor,
    newPerson({ names: [{ given, family }], note, contactWarning: note }),
    keyed(),
  );
  const { contactId } = await execute(
    house,
    recordContact,
    actor,
    {
      ...newContact({ clientIds: [clientId], note }),
      siteId: undefined,
      followUp: {
        dueOn: addDays(localDay(house.clock.now(), actor.centre.timeZone), 7),
        way: 'phone',
        note,
      },
    },
    keyed(),
  );
  await execute(
    house,
    correctContact,
    actor,
    { ...newContact(), contactId, version: 1, note: `${note} again`, reason: note },
    keyed(),
  );
  const {
    consent: _,
    registerAnyway: __,
    phones: ___,
    ...rest
  } = newPerson({
    names: [{ given, family: `${family}zada` }],
    note,
  });
  await execute(house, updateClient, actor, { ...rest, clientId, version: 1 }, keyed());
  await execute(house, issueCard, actor, { clientId }, keyed());
  const { history } = await read(house, listConsents, actor, { clientId });
  const consentId = String(history.at(-1)?.id);
  await execute(house, attachConsentProof, actor, { clientId, consentId, file: new UploadedFile(testPdf()) });
  await execute(house, registerArrival, actor, { visitReason: 'info', clientId, note });
  await execute(house, saveDraft, actor, { form: 'contact', subjectId: clientId, fields: { note } });
  return { clientId, contactId };
}

/** A request to be erased, written down by one and granted by another. */
export async function orderTestErasure(
  house: House,
  [recorder, decider]: readonly [StaffActor, StaffActor],
  clientId: string,
) {
  const { requestId, digits } = await execute(house, recordRequest, recorder, {
    clientId,
    kind: 'erasure',
    cause: 'client_request',
    channel: 'desk',
    identityBy: 'known',
    words: 'Please delete everything about me',
  });
  const { erasureId } = await execute(house, eraseClient, decider, {
    requestId,
    version: 1,
    toldHow: 'in_person',
    sure: true,
  });
  return { requestId, erasureId, receipt: digits.join(' ') };
}
