import { isProblem } from '#platform/problem.ts';
import { type ImportFieldName, isImportField } from './import-fields.ts';

/** The doors say where in their own input something is wrong; here it is said by column. */
export function doorProblems(error: unknown, otherwise: ImportFieldName): string[] {
  if (!isProblem(error) || error.status >= 500) throw error;
  if (error.fields.length === 0) return [`${otherwise}:not-valid`];
  return error.fields.map(({ path, code }) => `${fieldOf(path) ?? otherwise}:${code}`);
}

const fieldsByPath: Record<string, ImportFieldName> = {
  names: 'name',
  phones: 'phone',
  nationalities: 'nationality',
  originAdmin1: 'district',
  destinations: 'destination',
  languages: 'language',
  idDocuments: 'idNumber',
  occurredOn: 'visitOn',
  topics: 'topic',
};
function fieldOf(path: string): ImportFieldName | undefined {
  const first = path.split('.')[0] ?? '';
  return fieldsByPath[first] ?? (isImportField(first) ? first : undefined);
}
