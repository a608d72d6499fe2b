import type { Transaction } from 'kysely';
import type { CentreTables } from '#modules/centres/index.server.ts';
import type { CountScope } from '#platform/disclosure/count-table.ts';
import type { Audience, ReleasedTable } from '#platform/disclosure/released-table.ts';
import type { House } from '#platform/house.server.ts';
import { formatDay } from '#platform/language/format-date.ts';
import { type CalendarName, directionOf, interfaceLanguage } from '#platform/language/interface-languages.ts';
import { formatNumber } from '#platform/language/numbers.ts';
import type { WriteCell, WriteSheet } from '#platform/tables/table.ts';
import { writeCsv } from '#platform/tables/write-csv.server.ts';
import { writeXlsx } from '#platform/tables/write-xlsx.server.ts';
import { type LaidTable, layOutTables } from './lay-out-tables.server.ts';
import {
  type ChangedNumber,
  type ReleaseFormat,
  type ReleaseKind,
  type ReleaseLanguage,
  releaseLanguages,
} from './release.ts';
import { type CentreWords, centreWords, daysName, labelReader, periodName } from './release-words.server.ts';

export interface ReleaseToPrint {
  id: string;
  kind: ReleaseKind;
  calendar: CalendarName;
  scope: CountScope;
  audience: Audience;
  threshold: number;
  madeOn: string;
  hash: string;
  tables: readonly ReleasedTable[];
  /** Codes of tables that are held back whole. */
  withheld: readonly string[];
  isCorrection: boolean;
  changes: readonly ChangedNumber[];
}

export interface ReleaseFile {
  language: ReleaseLanguage;
  format: ReleaseFormat;
  bytes: Buffer;
}

/** Every file of a release: made once, kept, and given out as they are from then on. */
export async function makeReleaseFiles(
  { house, tx }: { house: House; tx: Transaction<CentreTables> },
  release: ReleaseToPrint,
): Promise<ReleaseFile[]> {
  const centre = await centreWords(tx, release.scope.centreId);
  const files: ReleaseFile[] = [];
  for (const language of releaseLanguages) {
    const report = describe(house, language, release, centre);
    const pdf = await house.documents.render('statistics-report', report.document, { language });
    files.push(
      { language, format: 'csv', bytes: await collect(writeCsv(flatSheet(report))) },
      {
        language,
        format: 'xlsx',
        bytes: await collect(writeXlsx([aboutSheet(report), ...report.tables.map(tableSheet(report))])),
      },
      { language, format: 'pdf', bytes: Buffer.from(pdf) },
    );
  }
  return files;
}

type Report = ReturnType<typeof describe>;

function describe(house: House, language: ReleaseLanguage, release: ReleaseToPrint, centre: CentreWords) {
  const { translators } = house;
  const t = translators.for(language, 'releases');
  const reader = { language, country: centre.country, calendar: release.calendar };
  const words = labelReader(translators, language, centre);
  const tables = layOutTables(release.tables, words);
  const days = daysName(release.scope, reader);
  const name = periodName({ kind: release.kind, ...release.scope }, reader);
  const period = name === days ? days : `${name} (${days})`;
  const number = (value: number) => formatNumber(value, interfaceLanguage(language));
  const place =
    release.scope.siteId === null
      ? t('report.whole-centre')
      : (words.siteNames.get(release.scope.siteId) ?? '');
  const facts = [
    { label: t('report.period'), value: period },
    { label: t('report.place'), value: place },
    { label: t('report.audience'), value: t(`audience.${release.audience}.name`) },
    { label: t('report.made-on'), value: formatDay(release.madeOn, { ...reader, calendar: undefined }) },
  ];
  const changed = new Set(release.changes.map(({ code, key }) => `${code} ${key.join(' ')}`)).size;
  const notes = [
    t('report.note-hidden', { threshold: number(release.threshold) }),
    t('report.note-zero'),
    t('report.note-units'),
    t('report.note-late'),
    ...release.withheld.map((code) => t('report.note-withheld', { table: t(`table.${code}.title`) })),
    ...(release.isCorrection
      ? [t('report.note-correction', { count: changed, shown: number(changed) })]
      : []),
  ];
  const mark = release.hash.slice(0, 12);
  return {
    language,
    t,
    tables,
    facts,
    notes,
    title: t('report.title'),
    centreName: centre.nameIn(language),
    mark,
    hiddenWord: t('report.hidden'),
    document: {
      title: t('report.title'),
      centreName: centre.nameIn(language),
      facts,
      notes,
      tables: tables.map(({ title, definition, unit, head, rows }) => ({
        title,
        definition,
        unit,
        head,
        rows: rows.map(({ label, isTotal, cells }) => ({
          label,
          isTotal,
          cells: cells.map(({ text }) => text),
        })),
      })),
      labels: { notes: t('report.notes'), mark: t('report.mark'), unit: t('report.unit') },
      mark,
    },
  };
}

const above = ({ title, centreName, facts }: Report): WriteCell[][] => [
  [centreName],
  [title],
  ...facts.map(({ label, value }) => [label, value]),
  [],
];

function aboutSheet(report: Report): WriteSheet {
  return {
    name: report.t('report.about'),
    rightToLeft: directionOf(report.language) === 'rtl',
    above: above(report),
    columns: [{ title: report.t('report.notes'), width: 100 }],
    rows: [...report.notes.map((note) => [note]), [`${report.t('report.mark')} ${report.mark}`]],
  };
}

const tableSheet =
  (report: Report) =>
  (table: LaidTable, index: number): WriteSheet => ({
    name: `${index + 1} ${table.title.replace(/[[\]:*?/\\]/g, ' ')}`.slice(0, 31),
    rightToLeft: directionOf(report.language) === 'rtl',
    above: [[table.title], [table.definition], [report.t('report.unit'), table.unit], []],
    columns: table.head.map((title, at) => ({ title, width: at === 0 ? 36 : 14 })),
    rows: table.rows.map(({ label, cells }) => [label, ...cells.map(({ n }) => n ?? report.hiddenWord)]),
    below: [[], ...report.notes.map((note) => [note])],
  });

/** One number a line: what other programs read most easily. */
function flatSheet(report: Report): WriteSheet {
  const { t, tables, notes, hiddenWord } = report;
  return {
    name: report.title,
    above: above(report),
    columns: ['table', 'unit', 'row', 'column', 'number'].map((name) => ({
      title: t(`report.column-${name}`),
    })),
    rows: tables.flatMap(({ title, unit, head, rows }) =>
      rows.flatMap(({ label, cells }) =>
        cells.map(({ n }, at): WriteCell[] => [title, unit, label, head[at + 1] ?? '', n ?? hiddenWord]),
      ),
    ),
    below: [[], ...notes.map((note) => [note]), [`${t('report.mark')} ${report.mark}`]],
  };
}

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
