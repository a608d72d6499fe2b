import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Problem } from '#platform/problem.ts';

/** The file by which a folder of ours is known; written last. */
export const manifestName = 'manifest.json';

export interface WholeFolder {
  write(file: string, bytes: Uint8Array | string): Promise<void>;
}

/**
 * Fills a folder in one piece: it is made beside, and takes the place of the old one only when it is whole. Breaking
 * off at any moment leaves what was there; what a broken run left behind is cleared by the next.
 * @throws Problem `export.foreign-folder` for a folder that holds anything but an earlier copy
 */
export async function fillWhole(to: string, work: (folder: WholeFolder) => Promise<unknown>): Promise<void> {
  const target = resolve(to);
  const around = dirname(target);
  const name = basename(target);
  const old = join(around, `.${name}.old`);
  await mkdir(around, { recursive: true });
  // Ended between two renames: the last whole copy stands beside, under the other name.
  if (!existsSync(target) && existsSync(old)) await rename(old, target);
  await refuseForeign(target);
  await clearLeftovers(around, name);
  const fresh = join(around, `.${name}.new-${randomBytes(4).toString('hex')}`);
  try {
    await mkdir(fresh);
    const manifest = await work({
      async write(file, bytes) {
        const place = join(fresh, file);
        await mkdir(dirname(place), { recursive: true });
        await writeFile(place, bytes);
      },
    });
    await writeSynced(join(fresh, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
    if (existsSync(target)) await rename(target, old);
    await rename(fresh, target);
    await rm(old, { recursive: true, force: true });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function refuseForeign(target: string): Promise<void> {
  const there: string[] = await readdir(target).catch(() => []);
  if (there.length > 0 && !(await isOurs(join(target, manifestName))))
    throw new Problem('export.foreign-folder', 409, { params: { folder: target } });
}

/** Many a folder has a file of this name; ours lists what it wrote. */
async function isOurs(file: string): Promise<boolean> {
  const said: unknown = await readFile(file, 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);
  return (
    typeof said === 'object' && said !== null && 'format' in said && 'revision' in said && 'files' in said
  );
}

async function clearLeftovers(around: string, name: string): Promise<void> {
  for (const each of await readdir(around)) {
    if (each === `.${name}.old` || each.startsWith(`.${name}.new-`))
      await rm(join(around, each), { recursive: true, force: true });
  }
}

async function writeSynced(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
