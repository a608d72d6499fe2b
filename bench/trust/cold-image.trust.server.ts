import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createLog } from '#platform/log.server.ts';
import { openTestIntake } from '#modules/questions/questions.testing.ts';
import { openTestCentre } from '#modules/staff/staff.testing.ts';
import { loadBuiltServer } from '#server/built-app.testing.ts';
import { openEmbeddedHouse, runSerai } from '#server/cli/embedded-house.testing.ts';
import { everyRow } from '../../checks/canary/every-row.testing.ts';
import { createSearch } from '../../checks/canary/find-traces.ts';
import { canaryPerson, marks } from './canary-people.ts';
import { type ColdHouse, liveThrough, registersAndLists } from './cold-image-life.server.ts';
import { findPacked } from './packed-bytes.ts';
import type { TrustCheck, TrustOutcome, TrustRun } from './trust-check.ts';

/** People who went through everything, then every byte that was left anywhere is searched for them. */
export const check: TrustCheck = {
  name: 'cold-image',
  promise: 'who has the disk, the write-ahead log, the copies and the logs, and not the key, finds nobody',
  unit: 'people',
  counts: { fast: 120, night: 10_000, small: 24 },
  faults: ['column-in-clear', 'column-packed', 'name-in-log', 'copy-in-clear'],
  run: coldImage,
};

const atOnce = 6;

async function coldImage(run: TrustRun): Promise<TrustOutcome> {
  const folders = Object.fromEntries(
    ['house', 'records', 'keys', 'logs'].map((name) => [name, join(run.folder, name)]),
  ) as Record<'house' | 'records' | 'keys' | 'logs', string>;
  const lines: string[] = [];
  const rows: [string, Buffer][] = [];
  const house = await openEmbeddedHouse(folders.house);
  let done = 0;
  try {
    Object.assign(house, { log: createLog('debug', (line) => lines.push(line) > 0) });
    plant(run.fault, house);
    const { coordinator, centreId } = await openTestCentre(house);
    await openTestIntake(house, centreId);
    const app = (await loadBuiltServer()).createApp(house);
    const cold: ColdHouse = { house, app, actor: coordinator.actor };
    let begun = 0;
    const some = async (): Promise<void> => {
      while (begun < run.count) {
        const at = begun;
        begun += 1;
        await liveThrough(cold, at);
        done += 1;
        if (run.fault === 'name-in-log') house.log.info('registered', { who: canaryPerson(at).given });
        if (done % 1_000 === 0) run.tell(`${done} of ${run.count} people`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, some));
    await registersAndLists(cold, run.count, Math.min(200, Math.ceil(run.count / 10)));
    rows.push(...(await everyRow(house.admin)), ...(await everyRow(house.keysAdmin)));
  } finally {
    await house.close();
  }
  const words = ['backup', '--to', folders.records, '--keys-to', folders.keys];
  const backup = await runSerai(words, { SERAI_DATA_DIR: folders.house });
  if (backup.code !== 0) throw new Error(backup.text);
  if (run.fault === 'copy-in-clear') {
    const dump =
      rows.map(([table, text]) => `${table} ${text.toString()}`).join('\n') + canaryPerson(1).family;
    writeFileSync(join(folders.records, 'dump.sql.b64'), Buffer.from(dump).toString('base64'));
  }
  run.tell(`${done} people, searching`);
  const found = searchAll(run, [...folderList(run.folder)], rows, [...lines, backup.text].join('\n'));
  return { ...found, done };
}

/** A fault to plant: a column that goes out of the vault as it went in. */
function plant(fault: string | undefined, { vault }: { vault: ColdHouse['house']['vault'] }): void {
  if (fault !== 'column-in-clear' && fault !== 'column-packed') return;
  const seal = vault.seal.bind(vault);
  vault.seal = async (key, place, value) => {
    if (place.table !== 'draft') return seal(key, place, value);
    const plain = Buffer.from(JSON.stringify(value));
    return fault === 'column-packed' ? gzipSync(plain) : plain;
  };
}

const folderList = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/**
 * For the marks that all texts begin with, in every encoding; for the first people their whole names too, as hashes that
 * anybody can make. One pass over all bytes: a table of the first three bytes of all needles rules out nearly every place.
 */
function searchAll(run: TrustRun, files: string[], rows: [string, Buffer][], log: string) {
  const whole = Array.from({ length: 12 }, (_, at) => canaryPerson(at)).flatMap(
    ({ given, family, phone }) => [given, family, phone],
  );
  const search = createSearch([...Object.values(marks), ...whole]);
  const faults: string[] = [];
  let bytes = 0;
  let packed = 0;
  const look = (where: string, text: Buffer): void => {
    bytes += text.length;
    for (const what of search(text)) faults.push(`${where}: ${what}`);
    for (const inner of findPacked(text)) {
      packed += 1;
      for (const what of search(inner.bytes)) faults.push(`${where}, ${inner.how} at ${inner.at}: ${what}`);
    }
  };
  for (const file of files) {
    const name = relative(run.folder, file);
    for (const what of search(Buffer.from(name))) faults.push(`${name}, its name: ${what}`);
    look(name, readFileSync(file));
  }
  for (const [table, text] of rows) look(`rows of ${table}`, text);
  look('the log', Buffer.from(log));
  return {
    wrong: faults.length,
    faults: faults.slice(0, 20),
    figures: {
      files: String(files.length),
      'megabytes searched': (bytes / 2 ** 20).toFixed(0),
      'packed pieces opened': String(packed),
    },
  };
}
