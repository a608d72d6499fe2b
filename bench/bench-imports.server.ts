import { seededRandom } from '#app/demo/seeded-random.ts';
import { peopleIndex } from '#modules/clients/index.server.ts';
import { checkFile } from '#modules/imports/check-file.server.ts';
import { runImport } from '#modules/imports/jobs.server.ts';
import { mapColumns } from '#modules/imports/operations/map-columns.server.ts';
import { startImport } from '#modules/imports/operations/start-import.server.ts';
import { uploadImport } from '#modules/imports/operations/upload-import.server.ts';
import { viewImport } from '#modules/imports/queries/view-import.query.server.ts';
import { UploadedFile } from '#platform/files/uploaded-file.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import type { WriteCell } from '#platform/tables/table.ts';
import { writeXlsx } from '#platform/tables/write-xlsx.server.ts';
import { type Figure, figure } from './bench-figure.ts';
import { openBenchCentre, openBenchHouse } from './bench-house.server.ts';
import type { BenchPart, StepGiven } from './bench-part.ts';
import { madeRegister } from './duplicate-register.ts';

/** An old register of 50,000 rows with a tenth of dirty second rows: from the file to people and visits. */
export const importsPart: BenchPart = { name: 'imports', steps: [measureImport] };

const rows = 50_000;
const aimMinutes = 10;

async function measureImport({ dir, small, say }: StepGiven): Promise<Figure[]> {
  const count = small ? 1_000 : rows;
  const { house, close } = await openBenchHouse(dir);
  const centre = await openBenchCentre(house);
  const coordinator = centre.staff.get('coordinator');
  if (!coordinator) throw new Error('nobody brings it');
  const actor = { ...coordinator, steppedUpAt: house.clock.now() };
  await peopleIndex(house).ready;
  const file = new UploadedFile(await oldRegister(count));
  const began = performance.now();
  const { importId } = await execute(house, uploadImport, actor, { file, name: 'register.xlsx' });
  const { settings, version } = await read(house, viewImport, actor, { importId });
  await execute(house, mapColumns, actor, {
    importId,
    version,
    columns: settings?.columns,
    usual: settings?.usual,
    consent: { stated: 'none' },
  });
  await checkFile(house, importId, actor.centre.id);
  const checked = performance.now();
  say(`checked after ${seconds(began, checked)} s`);
  const ready = await read(house, viewImport, actor, { importId });
  await execute(house, startImport, actor, { importId, version: ready.version });
  await runImport(house, importId, actor.centre.id);
  const ended = performance.now();
  const { counts } = await read(house, viewImport, actor, { importId });
  const minutes = (ended - began) / 60_000;
  const memory = process.resourceUsage().maxRSS / 1024;
  await close();
  return [
    figure({
      name: `an old register of ${count.toLocaleString('en')} rows, from the file to the last row`,
      value: minutes,
      unit: 'min',
      aim: aimMinutes,
      limit: aimMinutes,
      note: `checked in ${seconds(began, checked)} s, taken in ${seconds(checked, ended)} s; ${counts.madePeople} people, ${counts.madeVisits} visits, ${counts.attached} attached, ${counts.wrong} rows to mend`,
    }),
    figure({
      name: 'memory of the whole program while it is taken in, at most',
      value: memory,
      unit: 'MB',
      note: 'the index of people is in it',
    }),
  ];
}

const seconds = (from: number, to: number): number => Math.round((to - from) / 1_000);

/** As a clerk would have kept it: days in two orders, digits of two scripts, words of three languages, some nonsense. */
async function oldRegister(count: number): Promise<Uint8Array> {
  const random = seededRandom('imports');
  const { people } = madeRegister('imports', count, 0.1, 'one-centre');
  const table = people.map((person, at): WriteCell[] => {
    const day = `${random.int(13, 28)}/${random.int(1, 12)}/${random.int(2019, 2025)}`;
    return [
      at + 1,
      person.names[0] ?? '',
      random.pick(person.sex === 'female' ? ['F', 'female', 'زن', 'মহিলা'] : ['M', 'male', 'مرد', 'পুরুষ']),
      random.chance(0.02) ? 'unknown year' : (person.birthYear ?? null),
      random.chance(0.02) ? '12' : (person.phones[0] ?? null),
      person.origin ?? null,
      random.chance(0.5) ? day : day.replaceAll(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? digit),
      random.pick(['Visa', 'passport', 'ویزا', 'job', 'training']),
      random.chance(0.2) ? 'came with the family' : null,
    ];
  });
  const headings = [
    'No',
    'Name',
    'Sex',
    'Date of birth',
    'Mobile',
    'Nationality',
    'Visit date',
    'Service',
    'Remarks',
  ];
  const parts: Uint8Array[] = [];
  const sheet = { name: 'Register', columns: headings.map((title) => ({ title })), rows: table };
  for await (const part of writeXlsx([sheet])) parts.push(part);
  return Buffer.concat(parts);
}
