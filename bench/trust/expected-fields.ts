import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StaffRole } from '#platform/actor.ts';
import type { ExpectedRow, Standing } from '../../checks/authorisation/expected-answers.ts';

/** By which acts one field of a person leaves the house, kept by hand. */
interface FieldRow {
  field: string;
  /** Whoever may do this act in that standing gets the field. */
  must: string[];
  may: string[];
  /** Roles to whom alone it goes; empty for all. */
  only: string[];
}

/** Reads the table. @throws when a line has other columns */
export function parseFields(text: string): FieldRow[] {
  const [head, ...lines] = text.trimEnd().split('\n');
  if (head !== 'field,must leave by,may leave by,only for')
    throw new Error('the first line names other columns');
  const list = (cell = ''): string[] => cell.split(' ').filter(Boolean);
  return lines.map((line) => {
    const [field = '', must, may, only, more] = line.split(',');
    if (field === '' || only === undefined || more !== undefined)
      throw new Error(`this cannot be read: ${line}`);
    return { field, must: list(must), may: list(may), only: list(only) };
  });
}

export const readFields = (): FieldRow[] =>
  parseFields(readFileSync(join(import.meta.dirname, 'fields.csv'), 'utf8'));

type Verdict = 'must' | 'may' | 'never';

/**
 * What the two tables promise of one field at one door: `act` is the query behind the door alone, undefined for a page,
 * which may ask all that the reader may ask.
 */
export function createExpectation(fields: FieldRow[], answers: ExpectedRow[]) {
  const rows = Map.groupBy(answers, ({ action }) => action);
  const byField = new Map(fields.map((row) => [row.field, row]));
  /** Lists have no row of their own for each standing: whoever may see any of it may see this. */
  const may = (act: string, standing: Standing, role: StaffRole): 'exactly' | 'somehow' | 'no' => {
    const exact = rows.get(act)?.find((row) => row.standing === standing);
    if (exact) return exact.may[role] ? 'exactly' : 'no';
    const near = rows
      .get(act)
      ?.filter((row) => !['restricted', 'other-centre', 'reader'].includes(row.standing));
    return near?.some((row) => row.may[role]) ? 'somehow' : 'no';
  };
  return (field: string, act: string | undefined, standing: Standing, role: StaffRole): Verdict => {
    const row = byField.get(field);
    if (!row) throw new Error(`${field} is not in the table of fields`);
    if (standing === 'restricted' || standing === 'other-centre') return 'never';
    if (row.only.length > 0 && !row.only.includes(role)) return 'never';
    const acts = [...row.must, ...row.may];
    if (act === undefined) return acts.some((each) => may(each, standing, role) !== 'no') ? 'may' : 'never';
    if (!acts.includes(act) || may(act, standing, role) === 'no') return 'never';
    return row.must.includes(act) && may(act, standing, role) === 'exactly' ? 'must' : 'may';
  };
}
