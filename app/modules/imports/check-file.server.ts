import {
  describeOldFile,
  type OldFile,
  oldFileToCompare,
  peopleIndex,
  suspectScore,
} from '#modules/clients/index.server.ts';
import { describePastContact } from '#modules/contacts/index.server.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import type { JobActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { localDay } from '#platform/language/local-day.ts';
import { createPeopleIndex, type Hit } from '#platform/name-matching/people-index.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { CellValue } from '#platform/tables/table.ts';
import { dayTally } from './day-tally.ts';
import { doorProblems } from './door-problems.ts';
import type { CheckedRow } from './import.schemas.ts';
import type { ImportCounts } from './import-counts.ts';
import { dataRows, mostRows, openImportFile } from './import-file.server.ts';
import { findReachable, findReferences } from './import-references.server.ts';
import { openSettings } from './import-seal.server.ts';
import type { ImportSettings, UnknownWord } from './import-settings.ts';
import { type InterpretedRow, interpretRow } from './interpret-row.ts';
import { beginCheck } from './operations/begin-check.server.ts';
import { checkRows } from './operations/check-rows.server.ts';
import { finishCheck } from './operations/finish-check.server.ts';
import { cellText, wordKey } from './plain-text.ts';
import { wordReader } from './word-reader.server.ts';

const chunk = 400;
const mostUnknown = 400;

/**
 * Checks a whole file: reads each row, compares it with the file's other rows and with the register, and keeps it sealed
 * until it is taken. Breaking off leaves nothing half: a check begins from nothing, and a newer one overtakes an older.
 */
export async function checkFile(house: House, importId: string, centreId: string): Promise<void> {
  const actor = await beginJob(house, centreId);
  const begun = await execute(house, beginCheck, actor, { importId });
  if (!begun) return;
  const settings = await openSettings(house, begun.row);
  if (!settings) return;
  const { checkId } = begun;
  const check = openCheck(house, actor, settings);
  const file = await openImportFile(house, begun.row, settings);
  let waiting: CheckedRow[] = [];
  const send = async (): Promise<boolean> => {
    await check.finish(waiting);
    const { current, repeated } = await execute(house, checkRows, actor, {
      importId,
      checkId,
      rows: waiting,
    });
    check.count(waiting, repeated);
    waiting = [];
    return current;
  };
  for await (const row of dataRows(file, settings)) {
    const checked = check.read(row.number, row.cells, row.formulas);
    if (!checked) continue;
    waiting.push(checked);
    if (waiting.length >= chunk && !(await send())) return;
    if (check.rows() >= mostRows) break;
  }
  if (!(await send())) return;
  await execute(house, finishCheck, actor, {
    importId,
    checkId,
    counts: check.counts(),
    findings: check.findings(),
  });
}

interface Compared {
  row: InterpretedRow;
  file?: OldFile;
}

function openCheck(house: House, actor: JobActor, settings: ImportSettings) {
  const today = localDay(house.clock.now(), actor.centre.timeZone);
  const reading = { settings, today, readWord: wordReader(house.translators) };
  const counts: Required<
    Pick<
      ImportCounts,
      | 'rows'
      | 'people'
      | 'visits'
      | 'wrong'
      | 'repeated'
      | 'same'
      | 'like'
      | 'unasked'
      | 'minors'
      | 'formulas'
      | 'undecidedDays'
    >
  > = {
    rows: 0,
    people: 0,
    visits: 0,
    wrong: 0,
    repeated: 0,
    same: 0,
    like: 0,
    unasked: 0,
    minors: 0,
    formulas: 0,
    undecidedDays: 0,
  };
  const days = dayTally(settings, today);
  const unknown = new Map<string, UnknownWord>();
  let more = false;
  const people = createPeopleIndex();
  const rowOfId = new Map<string, number>();
  const rowOfReference = new Map<string, { number: number; name: string }>();
  const occurrences = new Map<string, number>();
  const compared = new Map<number, Compared>();

  function learn(found: InterpretedRow['unknown']): void {
    for (const { list, field, word } of found) {
      const key = `${list}\u0000${wordKey(word)}`;
      const known = unknown.get(key);
      if (known) known.count += 1;
      else if (unknown.size < mostUnknown)
        unknown.set(key, { list, field, word: word.slice(0, 200), count: 1 });
      else more = true;
    }
  }

  function read(number: number, cells: CellValue[], formulas: number): CheckedRow | undefined {
    const row = interpretRow(cells, reading);
    if (!row) return undefined;
    learn(row.unknown);
    counts.formulas += formulas;
    days.add(cells);
    const problems = new Set(row.problems.map(({ field, code }) => `${field}:${code}`));
    const found: Compared = { row };
    if (row.person && row.person.names.length > 0) {
      try {
        found.file = describeOldFile(row.person, actor.centre, today);
      } catch (error) {
        for (const each of doorProblems(error, 'name')) problems.add(each);
      }
    }
    if (row.visit && problems.size === 0) {
      try {
        describePastContact(row.visit, today);
      } catch (error) {
        for (const each of doorProblems(error, 'visitOn')) problems.add(each);
      }
    }
    if (row.consent === 'no' && settings.consent?.stated === 'column') problems.add('consent:refused');
    compared.set(number, found);
    const text = fingerprintText(cells, settings);
    const nth = occurrences.get(text) ?? 0;
    occurrences.set(text, nth + 1);
    const named = row.person !== undefined && row.person.names.length > 0;
    return {
      number,
      state: problems.size > 0 ? 'wrong' : nth > 0 && (named || row.oldNumber) ? 'repeated' : 'ready',
      cells,
      fingerprint: rowText(house, `${text}\u0000${nth}`),
      problems: [...problems].slice(0, 60),
      resemblance: 'none',
      suspectReasons: [],
    };
  }

  /** Compares what is waiting with the rows before it and with the register. */
  async function finish(rows: CheckedRow[]): Promise<void> {
    const numbers = rows.flatMap(({ number }) => compared.get(number)?.row.oldNumber ?? []);
    const references = await findReferences(house, actor, numbers);
    const alike = await alikeInRegister(rows);
    const reachable = await findReachable(house, actor, [
      ...references.values(),
      ...[...alike.values()].map(({ id }) => id),
    ]);
    for (const each of rows) {
      const found = compared.get(each.number);
      compared.delete(each.number);
      if (each.state !== 'ready' || !found) continue;
      const { row, file } = found;
      const name = file ? wordKey(file.identity.names[0]?.given ?? '') : '';
      if (row.oldNumber) {
        const earlier = rowOfReference.get(row.oldNumber);
        const registered = references.get(row.oldNumber);
        // The same number is the same person, unless the names say otherwise.
        if (earlier && (name === '' || earlier.name === name)) {
          Object.assign(each, {
            resemblance: 'same',
            suspectRow: earlier.number,
            suspectReasons: ['same-file-number'],
          });
          continue;
        }
        if (registered) {
          Object.assign(each, {
            resemblance: reachable.has(registered) ? 'same' : 'like',
            suspectClient: registered,
            suspectReasons: ['same-file-number'],
          });
          continue;
        }
      }
      if (!file) continue;
      const person = oldFileToCompare(file, actor.centre.id, `row-${each.number}`);
      const [inFile] = people.similar(actor.centre.id, person, { limit: 1 });
      const inRegister = alike.get(person.id);
      const best = bestOf(inRegister, inFile);
      if (best) {
        const sameRow = best === inFile ? rowOfId.get(best.id) : undefined;
        // How much somebody out of reach is alike would tell what stands in their file.
        const surely = isSame(best) && (sameRow !== undefined || reachable.has(best.id));
        each.resemblance = surely ? 'same' : 'like';
        if (sameRow === undefined) each.suspectClient = best.id;
        else each.suspectRow = sameRow;
        each.suspectScore = best.score;
        each.suspectReasons = best.reasons;
      }
      // Whoever is surely somebody of the file already need not be found twice.
      if (each.suspectRow === undefined || each.resemblance === 'like') {
        people.put(person);
        rowOfId.set(person.id, each.number);
      }
      if (row.oldNumber && !rowOfReference.has(row.oldNumber))
        rowOfReference.set(row.oldNumber, { number: each.number, name });
      counts.people += each.resemblance === 'same' ? 0 : 1;
      if (file.facts.minor) counts.minors += 1;
      if (!hasConsent(row, settings)) counts.unasked += 1;
    }
  }

  async function alikeInRegister(rows: readonly CheckedRow[]): Promise<Map<string, Hit>> {
    const asked = rows.flatMap(({ number, state }) => {
      const file = state === 'ready' ? compared.get(number)?.file : undefined;
      return file ? [oldFileToCompare(file, actor.centre.id, `row-${number}`)] : [];
    });
    const hits = await peopleIndex(house).similarOfMany(asked, 1);
    return new Map(asked.flatMap(({ id }, at) => (hits[at]?.[0] ? [[id, hits[at][0]] as const] : [])));
  }

  function count(rows: readonly CheckedRow[], repeated: readonly number[]): void {
    const again = new Set(repeated);
    for (const row of rows) {
      counts.rows += 1;
      if (row.state === 'wrong') counts.wrong += 1;
      else if (row.state === 'repeated' || again.has(row.number)) counts.repeated += 1;
      else if (row.resemblance !== 'none') counts[row.resemblance] += 1;
    }
  }

  return {
    read: (number: number, cells: CellValue[], formulas: number) => {
      const checked = read(number, cells, formulas);
      if (checked?.state === 'ready' && compared.get(number)?.row.visit) counts.visits += 1;
      return checked;
    },
    finish,
    count,
    rows: () => counts.rows,
    counts: () => ({ ...counts, undecidedDays: days.undecided() }),
    findings: () => ({
      unknown: [...unknown.values()].sort((a, b) => b.count - a.count),
      more,
    }),
  };
}

/** Is there a documented consent, as far as the file and the importer's word go? */
export function hasConsent(row: InterpretedRow, { consent }: ImportSettings): boolean {
  if (!consent || consent.stated === 'none') return false;
  return consent.stated === 'all' ? row.consent !== 'no' : row.consent === 'yes';
}

/** Name and phone agree: for all that a register can tell, one person. */
const isSame = (hit: Hit): boolean => hit.score >= 0.85 && hit.reasons.includes('same-phone');

function bestOf(inRegister: Hit | undefined, inFile: Hit | undefined): Hit | undefined {
  const best = (inFile?.score ?? 0) > (inRegister?.score ?? 0) ? inFile : inRegister;
  return best && best.score >= suspectScore ? best : undefined;
}

/** What was read of a row, whatever else stands in the file beside it: a mended row with a note is the same kind of row. */
function fingerprintText(cells: readonly CellValue[], { columns = [] }: ImportSettings): string {
  return JSON.stringify(
    columns
      .map(({ column, field }) => [field, cellText(cells[column] ?? null)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Shortened by the keyed hash already here: the text itself never leaves this process. */
const rowText = (house: House, text: string): string =>
  house.vault.mac('import-cells', text).toString('base64url');
