import { queriesOn } from '#platform/operations/query.server.ts';
import { unsealIdentity } from '../client-identity.server.ts';
import { relationsToClient } from '../client-door.server.ts';
import { clientIdInput } from '../client.schemas.ts';
import type { ClientTables } from '../client.tables.server.ts';
import { calledName } from '../client.ts';
import { editableFile } from '../editable-file.ts';
import { identityFor } from '../identity-view.ts';
import { fileMergedAway } from '../survivor-of.server.ts';

/** A file as its forms hold it, with the version that saving must name. */
export const editClient = queriesOn<ClientTables>()({
  name: 'client.edit',
  params: clientIdInput,
  subject: 'client',
  audit: 'viewed',
  async run({ house, actor, tx, today }, { clientId }) {
    const row = await tx
      .selectFrom('client')
      .innerJoin('client_identity', 'client_identity.client_id', 'client.id')
      .selectAll('client')
      .select('client_identity.sealed')
      .where('client.id', '=', clientId)
      .executeTakeFirst();
    if (!row) return undefined;
    if (row.merged_into) throw fileMergedAway();
    const identity = identityFor(actor, await unsealIdentity(house.vault, clientId, row.sealed));
    return {
      relations: await relationsToClient(tx, actor, clientId, today),
      answer: {
        clientId,
        version: row.version,
        fileNo: row.file_no,
        name: calledName(identity),
        file: editableFile(row, identity),
      },
      viewed: { subjectId: clientId, clientId, fields: ['identity'], purpose: 'edit' },
    };
  },
});
