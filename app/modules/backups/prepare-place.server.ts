import { randomBytes } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, sep } from 'node:path';
import { diskMark } from '#platform/backup/folder-target.server.ts';
import { writeDurably } from '#platform/backup/write-durably.server.ts';
import { fieldProblem } from '#platform/problem.ts';

/** A place in the one way in which it is kept, with the mark of a disk. @throws a problem of the field `place` */
export async function preparePlace(
  dataDir: string,
  { kind, place }: { kind: 'folder' | 'disk' | 'object'; place: string },
): Promise<{ place: string; mark: string | null }> {
  if (kind === 'object') return { place: bucketAddress(place), mark: null };
  if (!isAbsolute(place)) throw fieldProblem('place', 'whole-path');
  const found = await stat(place).catch(() => undefined);
  if (!found?.isDirectory()) throw fieldProblem('place', 'no-folder');
  const real = realpathSync(place);
  const data = realpathSync(dataDir);
  if (real === data || real.startsWith(data + sep)) throw fieldProblem('place', 'inside-data');
  return { place: real, mark: kind === 'disk' ? await markDisk(real) : null };
}

/** A disk that another part or an earlier plan has marked keeps its mark. */
async function markDisk(folder: string): Promise<string> {
  const file = join(folder, diskMark);
  const known = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (/^[0-9a-f]{32}$/.test(known)) return known;
  const mark = randomBytes(16).toString('hex');
  await writeDurably(file, `${mark}\n`).catch(() => {
    throw fieldProblem('place', 'not-writable');
  });
  return mark;
}

function bucketAddress(typed: string): string {
  let url: URL;
  try {
    url = new URL(typed);
  } catch {
    throw fieldProblem('place', 'no-bucket');
  }
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (!['https:', 'http:'].includes(url.protocol) || !isPlain || url.pathname === '/')
    throw fieldProblem('place', 'no-bucket');
  return url.href.replace(/\/+$/, '');
}
