import type { StaffActor } from '#platform/actor.ts';
import { UploadedFile } from '#platform/files/uploaded-file.server.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import type { WriteCell } from '#platform/tables/table.ts';
import { writeXlsx } from '#platform/tables/write-xlsx.server.ts';
import { checkFile } from './check-file.server.ts';
import { runImport } from './jobs.server.ts';
import { mapColumns } from './operations/map-columns.server.ts';
import { startImport } from './operations/start-import.server.ts';
import { uploadImport } from './operations/upload-import.server.ts';
import { viewImport } from './queries/view-import.query.server.ts';

export const fileOf = (text: string): UploadedFile => new UploadedFile(new TextEncoder().encode(text));

/** A workbook with these sheets, each a list of rows; the first row stands as the writer's heading. */
export async function workbookOf(
  sheets: readonly { name: string; above?: WriteCell[][]; rows: WriteCell[][] }[],
): Promise<UploadedFile> {
  const parts: Uint8Array[] = [];
  const written = writeXlsx(
    sheets.map(({ name, above, rows: [heading = [], ...rows] }) => ({
      name,
      ...(above && { above }),
      columns: heading.map((title) => ({ title: typeof title === 'string' ? title : '' })),
      rows,
    })),
  );
  for await (const part of written) parts.push(part);
  return new UploadedFile(Buffer.concat(parts));
}

/** A register as a small centre keeps it: several scripts, digits, calendars and ways to write a day. */
export const messyRegister: WriteCell[][] = [
  [
    'Reg No',
    'Name / نام',
    'Sex',
    'Date of birth',
    'Mobile No.',
    'Province',
    'Nationality',
    'Visit date',
    'Service',
    'Remarks',
  ],
  [
    '1',
    'Zarmina Stanekzai',
    'F',
    '12/05/1990',
    '0700 111 222',
    'Kabul',
    'Afghan',
    '03/02/2024',
    'Visa',
    'came with her sister',
  ],
  ['2', 'گل‌احمد نوری', 'مرد', '۱۳۶۵', '۰۷۰۰۲۲۲۳۳۳', 'هرات', 'افغان', '۱۴۰۲/۱۱/۲۰', 'پاسپورت', null],
  [
    '3',
    'রহিমা খাতুন',
    'মহিলা',
    'about 40',
    '০১৭১১-০০০০০০',
    'Sylhet',
    'বাংলাদেশী',
    '25/02/2024',
    'Visa, passport',
    null,
  ],
  ['3', 'রহিমা খাতুন', 'মহিলা', 'about 40', '০১৭১১-০০০০০০', 'Sylhet', 'বাংলাদেশী', '2024-03-01', 'job', '=1+1'],
  ['4', 'Idris Wardak', 'M', '31/31/1990', '12', 'Ghazni', 'Afghan', '05/03/2024', 'Visa', null],
  [
    '5',
    'Zarmina Stanekzay',
    'F',
    '1990',
    '0093700111222',
    'Kabul',
    'Afghan',
    '15/03/2024',
    'Spaceflight',
    null,
  ],
  [null, null, 'M', null, null, null, 'Afghan', '16/03/2024', 'Visa', null],
  ['Total', '7', null, null, null, null, null, null, null, null],
];

/** Uploads a file and confirms what was guessed. */
export async function uploadTestImport(
  house: House,
  actor: StaffActor,
  file: UploadedFile,
  more: {
    name?: string;
    again?: boolean;
    consent?: { stated: 'none' | 'column' | 'all'; form?: string; explainedIn?: string };
  } = {},
): Promise<string> {
  const { importId } = await execute(house, uploadImport, actor, {
    file,
    name: more.name ?? 'register.xlsx',
    again: more.again ?? false,
  });
  const { settings, version } = await read(house, viewImport, actor, { importId });
  await execute(house, mapColumns, actor, {
    importId,
    version,
    columns: settings?.columns,
    usual: settings?.usual,
    consent: more.consent ?? { stated: 'none' },
  });
  await checkFile(house, importId, actor.centre.id);
  return importId;
}

/** Uploads, checks and takes a whole file. */
export async function takeTestImport(
  house: House,
  actor: StaffActor,
  file: UploadedFile,
  more: Parameters<typeof uploadTestImport>[3] = {},
): Promise<string> {
  const importId = await uploadTestImport(house, actor, file, more);
  const { version } = await read(house, viewImport, actor, { importId });
  await execute(house, startImport, actor, { importId, version });
  await runImport(house, importId, actor.centre.id);
  return importId;
}
