import type { ClientTables } from '#modules/clients/index.server.ts';
import {
  type DocumentedConsent,
  describeOldFile,
  insertOldFiles,
  type OldFileToInsert,
} from '#modules/clients/index.server.ts';
import {
  describePastContact,
  insertPastContacts,
  type PastContact,
  settleFirstContacts,
} from '#modules/contacts/index.server.ts';
import type { HitReason } from '#platform/name-matching/indexed-person.ts';
import { type OperationContext, operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden, isProblem } from '#platform/problem.ts';
import { hasConsent } from '../check-file.server.ts';
import { importIdInput } from '../import.schemas.ts';
import type { ImportRow, ImportTables, RegisterImport } from '../import.tables.server.ts';
import { openRows, referenceMac } from '../import-seal.server.ts';
import type { ImportSettings } from '../import-settings.ts';
import { type InterpretedRow, interpretRow } from '../interpret-row.ts';
import { lockImport, requireSettings } from '../lock-import.server.ts';
import { addCounts, markTaken, type Taken } from '../mark-taken.server.ts';
import { wordReader } from '../word-reader.server.ts';

const chunk = 250;

/**
 * A job's step: lets the next rows in, each with all it makes, and marks them as taken in the same transaction. Killed
 * in the middle, nothing of the step has happened; begun again, it goes on after the last that was taken. One audit row
 * for the step names everybody it made or touched.
 */
export const takeRows = operationsOn<ImportTables>()({
  name: 'import.take-rows',
  input: importIdInput,
  subject: 'import',
  load: ({ tx }, { importId }) => lockImport(tx, importId),
  async run(context, _input, row) {
    const { house, tx, now } = context;
    if (row.state !== 'running') return { result: { left: false }, audit: { subjectId: row.id } };
    const settings = await requireSettings(house, row);
    const rows = await tx
      .selectFrom('import_row')
      .selectAll()
      .where('import_id', '=', row.id)
      .where('state', '=', 'ready')
      .orderBy('number')
      .limit(chunk)
      .execute();
    const taken = await takeChunk(context, row, settings, rows);
    await markTaken(tx, now, row.id, taken);
    const counts = addCounts(row.counts, taken);
    if (rows.length < chunk) await settleFirst(context, row.id);
    await tx
      .updateTable('register_import')
      .set({
        counts,
        last_activity_at: now,
        ...(rows.length < chunk && { state: 'done' as const, finished_at: now, version: row.version + 1 }),
      })
      .where('id', '=', row.id)
      .execute();
    const people = [...new Set(taken.flatMap(({ clientId }) => clientId ?? []))];
    return {
      result: { left: rows.length === chunk },
      audit: { subjectId: row.id, count: taken.length, itemIds: people, fields: ['rows'] },
    };
  },
});

type Context = OperationContext<ImportTables>;

async function takeChunk(
  context: Context,
  row: RegisterImport,
  settings: ImportSettings,
  rows: readonly ImportRow[],
): Promise<Taken[]> {
  const { house, actor, today } = context;
  const centre = actor.centre;
  if (!centre || !row.started_by || !row.site_id) throw forbidden();
  const by = { staffId: row.started_by, siteId: row.site_id };
  const cells = await openRows(house, row.id, rows);
  const reading = { settings, today, readWord: wordReader(house.translators) };
  const rowsBefore = await clientsOfRows(context, row.id, rows);
  const reachable = await reachablePeople(context, [
    ...rows.flatMap(({ suspect_client: id }) => id ?? []),
    ...rowsBefore.values(),
  ]);
  const clientOfRow = new Map([...rowsBefore].filter(([, id]) => reachable.has(id)));
  const files: OldFileToInsert[] = [];
  const visits: { at: number; contact: PastContact; clientId?: string | undefined }[] = [];
  const references: { number: string; clientId: string }[] = [];
  const taken: Taken[] = [];
  for (const each of rows) {
    const read = interpretRow(cells.get(each.number) ?? [], reading);
    const decision = decisionOf(row, each);
    if (!read || decision === 'skip') {
      taken.push({ number: each.number, state: 'skipped', made: false });
      continue;
    }
    const suspect =
      each.suspect_client !== null && reachable.has(each.suspect_client)
        ? each.suspect_client
        : each.suspect_row === null
          ? undefined
          : clientOfRow.get(each.suspect_row);
    try {
      let clientId = decision === 'attach' ? suspect : undefined;
      const contact = read.visit && describePastContact(read.visit, today);
      const made = clientId === undefined && read.person !== undefined && read.person.names.length > 0;
      if (made && read.person) {
        const file = describeOldFile(read.person, centre, today);
        clientId = await house.vault.keys.mint('person');
        files.push({
          clientId,
          file,
          registeredOn: read.registeredOn ?? read.visit?.occurredOn ?? today,
          consent: consentOf(context, read, settings),
          suspect: suspect
            ? {
                clientId: suspect,
                score: each.suspect_score ?? 1,
                reasons: each.suspect_reasons as HitReason[],
              }
            : undefined,
        });
      }
      if (clientId !== undefined) {
        clientOfRow.set(each.number, clientId);
        if (read.oldNumber) references.push({ number: read.oldNumber, clientId });
      }
      if (contact) visits.push({ at: taken.length, contact, clientId });
      taken.push({ number: each.number, state: 'taken', clientId, made });
    } catch (error) {
      if (!isProblem(error) || error.status >= 500) throw error;
      taken.push({ number: each.number, state: 'wrong', made: false, problems: ['name:not-valid'] });
    }
  }
  await insertOldFiles(context, files, by);
  await keepReferences(context, centre.id, references);
  const contactIds = await insertPastContacts(context, visits, by);
  for (const [at, visit] of visits.entries()) {
    const of = taken[visit.at];
    if (of) of.contactId = contactIds[at];
  }
  return taken;
}

function decisionOf(row: RegisterImport, each: ImportRow): 'attach' | 'new' | 'skip' {
  if (each.resemblance === 'none') return 'new';
  return each.decision ?? (each.resemblance === 'same' ? row.same_decision : row.like_decision);
}

function consentOf(
  { house, actor, today }: Context,
  read: InterpretedRow,
  settings: ImportSettings,
): DocumentedConsent | undefined {
  const stated = settings.consent;
  if (!hasConsent(read, settings) || !stated?.form || !stated.explainedIn) return undefined;
  const t = house.translators.for(actor.centre?.languages[0] ?? 'en', 'imports');
  return {
    form: stated.form as DocumentedConsent['form'],
    explainedIn: stated.explainedIn,
    givenOn: read.consentOn ?? read.registeredOn ?? read.visit?.occurredOn ?? today,
    note: t('consent.note'),
  };
}

/**
 * Whom a job may attach to: restricted people are out of its reach, and get a file beside them that is looked at later; so
 * does whoever is with another centre by now, whose file takes nothing new.
 */
async function reachablePeople({ on }: Context, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const found = await on<ClientTables>()
    .selectFrom('client')
    .select('id')
    .where('id', 'in', ids)
    .where('merged_into', 'is', null)
    .where('file_status', '<>', 'transferred')
    .execute();
  return new Set(found.map(({ id }) => id));
}

async function clientsOfRows(
  { tx }: Context,
  importId: string,
  rows: readonly ImportRow[],
): Promise<Map<number, string>> {
  const numbers = rows.flatMap(({ suspect_row: number }) => number ?? []);
  if (numbers.length === 0) return new Map();
  const found = await tx
    .selectFrom('import_row')
    .select(['number', 'client_id'])
    .where('import_id', '=', importId)
    .where('number', 'in', numbers)
    .where('state', '=', 'taken')
    .execute();
  return new Map(found.flatMap(({ number, client_id: id }) => (id ? [[number, id] as const] : [])));
}

async function keepReferences(
  { house, tx }: Context,
  centreId: string,
  references: readonly { number: string; clientId: string }[],
): Promise<void> {
  const first = new Map(references.toReversed().map(({ number, clientId }) => [number, clientId]));
  if (first.size === 0) return;
  await tx
    .insertInto('import_reference')
    .values(
      [...first].map(([number, clientId]) => ({
        centre_id: centreId,
        number_mac: referenceMac(house, centreId, number),
        client_id: clientId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** At the end, when all visits of everybody are there. */
async function settleFirst(context: Context, importId: string): Promise<void> {
  const made = await context.tx
    .selectFrom('import_row')
    .select('client_id')
    .where('import_id', '=', importId)
    .where('made_client', '=', true)
    .execute();
  const ids = made.flatMap(({ client_id: id }) => id ?? []);
  for (let at = 0; at < ids.length; at += 2_000)
    await settleFirstContacts(context, ids.slice(at, at + 2_000));
}
