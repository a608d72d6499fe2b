import { type AsvsRow, asvsStates } from './asvs-rows.ts';

/** How many requirements of levels 1 and 2 each chapter of the standard has (OWASP ASVS 5.0.0). */
export const asvsChapters: Readonly<Record<string, number>> = {
  V1: 27,
  V2: 11,
  V3: 19,
  V4: 10,
  V5: 9,
  V6: 35,
  V7: 18,
  V8: 7,
  V9: 7,
  V10: 29,
  V11: 14,
  V12: 9,
  V13: 13,
  V14: 9,
  V15: 13,
  V16: 16,
  V17: 7,
};

/**
 * What is wrong with the table: a row that claims without evidence, evidence that is not there, a requirement that is
 * missing or named twice.
 * @param read the text of a file from the root; undefined when there is none
 */
export function judgeAsvs(rows: readonly AsvsRow[], read: (path: string) => string | undefined): string[] {
  const faults = rows.flatMap((row) => judgeRow(row, read));
  const seen = new Set<string>();
  for (const { id } of rows) {
    if (seen.has(id)) faults.push(`${id} is named twice`);
    seen.add(id);
  }
  for (const [chapter, wanted] of Object.entries(asvsChapters)) {
    const found = rows.filter(({ id }) => id.startsWith(`${chapter}.`)).length;
    if (found !== wanted) faults.push(`${chapter} has ${found} rows of ${wanted}`);
  }
  return faults;
}

function judgeRow(row: AsvsRow, read: (path: string) => string | undefined): string[] {
  const { id, state, note, evidence, about } = row;
  if (!(asvsStates as readonly string[]).includes(state)) return [`${id}: "${state}" is no state`];
  const faults: string[] = [];
  if (about === '') faults.push(`${id} does not say what it is about`);
  if (state === 'met' && evidence.length === 0) faults.push(`${id} is said to be met, and nothing shows it`);
  if (state !== 'met' && note === '') faults.push(`${id} is ${state}, and nothing says why`);
  return [...faults, ...evidence.flatMap((each) => judgeEvidence(id, each, read))];
}

function judgeEvidence(id: string, evidence: string, read: (path: string) => string | undefined): string[] {
  const [place = '', words] = evidence.split(' :: ');
  const [path = '', heading] = place.split('#');
  const text = read(path);
  if (text === undefined) return [`${id}: there is no ${path}`];
  if (words !== undefined && !text.includes(words)) return [`${id}: ${path} has no test "${words}"`];
  if (heading !== undefined && !headings(text).has(heading))
    return [`${id}: ${path} has no heading #${heading}`];
  return [];
}

/** The names that a page of Markdown gives its headings, as the usual hosts make them. */
function headings(text: string): Set<string> {
  return new Set(
    [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}
