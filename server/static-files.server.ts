import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

interface StaticFile {
  type: string;
  /** By content coding; `identity` is always there. */
  bodies: Map<string, Uint8Array<ArrayBuffer>>;
  immutable: boolean;
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};
const codings: Record<string, string> = { '.br': 'br', '.gz': 'gzip' };

/**
 * The built files of the browser's half, read once: they are few and small, and a name that is not in the
 * list cannot reach any other file. Compressed beside each by the build.
 */
export function readStaticFiles(folder: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  if (!existsSync(folder)) return files;
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const name of names) {
    const coding = codings[extname(name)];
    const original = coding ? name.slice(0, name.lastIndexOf('.')) : name;
    const type = types[extname(original)];
    if (!type) continue;
    const path = `/${relative(folder, original).split(sep).join('/')}`;
    const file = files.get(path) ?? { type, bodies: new Map(), immutable: path.startsWith('/assets/') };
    file.bodies.set(coding ?? 'identity', new Uint8Array(readFileSync(name)));
    files.set(path, file);
  }
  return files;
}

/** The answer for a file, in the smallest coding that the browser takes. */
export function answerFile(file: StaticFile, acceptEncoding: string): Response {
  const coding =
    ['br', 'gzip'].find((each) => acceptEncoding.includes(each) && file.bodies.has(each)) ?? 'identity';
  const headers = new Headers({
    'Content-Type': file.type,
    'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    Vary: 'Accept-Encoding',
  });
  if (coding !== 'identity') headers.set('Content-Encoding', coding);
  return new Response(file.bodies.get(coding), { headers });
}
