import type { CentreTables } from '#modules/centres/index.server.ts';
import { clientLabels } from '#modules/clients/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { unsealArrivalNotes } from '../arrival-note.server.ts';
import { boardParams } from '../arrival.schemas.ts';
import type { ArrivalTables } from '../arrival.tables.server.ts';
import { chooseDeskSite, listDeskSites } from '../desk-site.server.ts';

export interface WaitingPerson {
  arrivalId: string;
  name?: string;
  fileNo?: string;
  note?: string;
}

/**
 * The people behind today's open tickets: name and file number where a file is linked, and the note by which somebody is
 * recognised. Those who are done are left out: their names are needed by nobody at the desk.
 * A volunteer sees the people whom the volunteer called.
 */
export const whoIsWaiting = queriesOn<ArrivalTables>()({
  name: 'arrival.who',
  params: boardParams,
  subject: 'arrival',
  audit: 'viewed',
  async run(context, params) {
    const { house, actor, tx, on, today } = context;
    const seesAll = house.policy.decide(actor, 'arrival.who', ['centre']) !== undefined;
    const site = chooseDeskSite(await listDeskSites(on<CentreTables>(), actor), actor, params.siteId);
    const rows = await tx
      .selectFrom('arrival')
      .select(['id', 'client_id', 'sealed_note', 'note_key'])
      .where('centre_id', '=', actor.centre?.id ?? '')
      .where('site_id', '=', site.id)
      .where('day', '=', today)
      .where('served_at', 'is', null)
      .where('left_at', 'is', null)
      .where(({ eb, or }) => or([eb('client_id', 'is not', null), eb('sealed_note', 'is not', null)]))
      .$if(!seesAll, (query) => query.where('called_by', '=', actor.staffId ?? ''))
      .orderBy('ticket_no')
      .execute();
    const clientIds = rows.flatMap((row) => row.client_id ?? []);
    const labels = await clientLabels(context, clientIds);
    const notes = await unsealArrivalNotes(house.vault, rows);
    const people = rows.map((row): WaitingPerson => {
      const label = labels.get(row.client_id ?? '');
      const note = notes.get(row.id);
      return {
        arrivalId: row.id,
        ...(label && { name: label.name, fileNo: label.fileNo }),
        ...(note && { note }),
      };
    });
    return {
      answer: people,
      relations: seesAll ? [] : ['own'],
      viewed: { itemIds: clientIds, count: rows.length, fields: ['name', 'file-number', 'note'] },
    };
  },
});
