import { type AsvsRow, type AsvsState, asvsStates } from './asvs-rows.ts';

const words: Record<AsvsState, string> = {
  met: 'met',
  partly: 'partly',
  open: 'open',
  none: 'does not apply',
};

/** docs/asvs.md: the table of applicability, chapter by chapter. */
export function asvsPage(rows: readonly AsvsRow[]): string {
  const chapters = [...new Set(rows.map(({ id }) => chapterOf(id)))];
  return [
    '# Where the house stands with OWASP ASVS 5.0',
    '',
    'Levels 1 and 2 of the Application Security Verification Standard 5.0, by number; what each asks for is read in the',
    'standard ([OWASP](https://github.com/OWASP/ASVS), CC BY-SA 4.0), the words beside the numbers are ours. This page is',
    'written from `checks/asvs/asvs.csv`. `npm run check` refuses a row that claims without evidence, and evidence (a test',
    'by its title, a heading, a file) that is not there. Nobody from outside has looked at it: it is our own judgement.',
    '',
    `| | ${asvsStates.map((state) => words[state]).join(' | ')} | together |`,
    `|---|${asvsStates.map(() => '--:').join('|')}|--:|`,
    ...([1, 2] as const).map((level) => {
      const own = rows.filter((row) => row.level === level);
      const counts = asvsStates.map((state) => own.filter((row) => row.state === state).length);
      return `| level ${level} | ${counts.join(' | ')} | ${own.length} |`;
    }),
    '',
    ...chapters.flatMap((chapter) => [
      `## ${chapter}`,
      '',
      '| | level | about | | how, or what is missing | shown by |',
      '|---|--:|---|---|---|---|',
      ...rows.filter(({ id }) => chapterOf(id) === chapter).map(line),
      '',
    ]),
  ].join('\n');
}

const chapterOf = (id: string): string => id.split('.')[0] ?? id;

const line = ({ id, level, about, state, note, evidence }: AsvsRow): string =>
  `| ${[id, level, about, words[state], note, evidence.map(shown).join('<br>')].map(cell).join(' | ')} |`;

function shown(evidence: string): string {
  const [place = '', title] = evidence.split(' :: ');
  const name = `[${place.replace(/^.*\//, '').replaceAll('_', '\\_')}](../${place})`;
  return title === undefined ? name : `${name} “${title}”`;
}

const cell = (value: string | number): string => String(value).replaceAll('|', '\\|');
