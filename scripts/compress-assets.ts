import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressible = new Set(['.js', '.css', '.svg', '.json', '.txt', '.webmanifest']);
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Writes a .br and a .gz beside every text file of a folder, as small as they get: it is done once per release. */
export async function compressAssets(folder: string): Promise<{ files: number; saved: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && compressible.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name));
  let saved = 0;
  await Promise.all(
    names.map(async (name) => {
      const content = await readFile(name);
      const small = await brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
      await writeFile(`${name}.br`, small);
      await writeFile(`${name}.gz`, await zip(content, { level: 9 }));
      saved += content.length - small.length;
    }),
  );
  return { files: names.length, saved };
}
