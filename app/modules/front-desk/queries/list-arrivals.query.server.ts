import type { Transaction } from 'kysely';
import { type CentreTables, centreSwitches, settingOf } from '#modules/centres/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { arrivalState, byTurn, minutesWaited, ticketLabel } from '../arrival.ts';
import { boardParams } from '../arrival.schemas.ts';
import type { ArrivalRow, ArrivalTables } from '../arrival.tables.server.ts';
import { chooseDeskSite, listDeskSites } from '../desk-site.server.ts';

/**
 * Today's board of one site: who waits, who is with somebody, who is done. Tickets, reasons and random ids only;
 * who the people are is a question of its own (`arrival.who`), and only that one is a look at somebody's data.
 */
export const listArrivals = queriesOn<ArrivalTables>()({
  name: 'arrival.list',
  params: boardParams,
  subject: 'arrival',
  audit: 'none',
  async run({ actor, tx, on, now, today }, params) {
    const sites = await listDeskSites(on<CentreTables>(), actor);
    const site = chooseDeskSite(sites, actor, params.siteId);
    const rows = await tx
      .selectFrom('arrival')
      .selectAll()
      .where('centre_id', '=', actor.centre?.id ?? '')
      .where('site_id', '=', site.id)
      .where('day', '=', today)
      .orderBy('ticket_no')
      .execute();
    const inState = (state: string) => rows.filter((row) => arrivalState(row) === state);
    const prefix = settingOf(actor.centre?.settings, 'desk.ticket-prefix');
    const show = (row: ArrivalRow) => ({
      id: row.id,
      ticket: ticketLabel(row.ticket_no, prefix),
      arrivedAt: row.arrived_at,
      visitReason: row.visit_reason,
      urgent: row.urgent,
      language: row.language,
      partySize: row.party_size,
      clientId: row.client_id,
      hasNote: row.sealed_note !== null,
      state: arrivalState(row),
      calledBy: row.called_by,
      calledAt: row.called_at,
      doneAt: row.served_at ?? row.left_at,
      contactId: row.contact_id,
      minutes: minutesWaited(row, now),
    });
    const done = [...inState('served'), ...inState('left')].sort((a, b) => moment(b) - moment(a));
    return {
      answer: {
        day: today,
        now,
        site,
        sites,
        stamp: stampOf(rows),
        form: await formOf(on<CentreTables>(), actor.centre?.id ?? ''),
        waiting: inState('waiting').sort(byTurn).map(show),
        called: inState('called').map(show),
        done: done.map(show),
        party: rows.reduce((sum, row) => sum + row.party_size, 0),
      },
    };
  },
});

/** What this centre asks at the door. */
async function formOf(tx: Transaction<CentreTables>, centreId: string) {
  const switches = await centreSwitches(tx, centreId);
  const fields = switches.fieldsOf('arrival-field');
  return {
    reasons: switches.codesOf('visitReason'),
    fields,
    required: fields.filter((field) => switches.isRequired('arrival-field', field)),
  };
}

const moment = (row: ArrivalRow) => (row.served_at ?? row.left_at)?.getTime() ?? 0;

/** Changes whenever anything on the board does: an open page asks for this alone and loads the rest only when it moved. */
function stampOf(rows: readonly ArrivalRow[]): string {
  return `${rows.length}.${rows.reduce((sum, row) => sum + row.version, 0)}`;
}
