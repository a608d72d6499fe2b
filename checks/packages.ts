import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './check.ts';

/** Packages whose install script may run. Nothing that we use needs one: the database's links are made at its start. */
const mayRunScripts: string[] = [];
/** Not offered by the registry that the lockfile was made with; the next `npm install` beside a full one fills it in. */
const checksumUnknown = new Set(['node_modules/@myriaddreamin/typst-ts-node-compiler-linux-arm64-gnu']);
const registry = 'https://registry.npmjs.org/';

interface LockedPackage {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}
interface Lockfile {
  packages: Record<string, LockedPackage>;
}
interface Manifest {
  allowScripts?: Record<string, unknown> | string[];
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** What the program is made of comes from one registry, with a checksum, in one named version. */
export const packages: Check = {
  name: 'packages',
  find(root) {
    if (!existsSync(join(root, 'package-lock.json')))
      return { looked: 'no lockfile', faults: ['package-lock.json is missing'] };
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
    const lockfile = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile;
    const number = Object.keys(lockfile.packages).length - 1;
    return { looked: `${number} packages`, faults: [...judgeLockfile(lockfile), ...judgeManifest(manifest)] };
  },
};

export function judgeLockfile({ packages: locked }: Lockfile): string[] {
  return Object.entries(locked).flatMap(([place, entry]) => {
    if (place === '') return [];
    const faults: string[] = [];
    if (entry.link) faults.push(`${place} is a link to a folder`);
    if (entry.resolved !== undefined && !entry.resolved.startsWith(registry))
      faults.push(`${place} comes from ${entry.resolved}`);
    if (!entry.integrity && !entry.link && runsHere(entry) && !checksumUnknown.has(place))
      faults.push(`${place} has no checksum`);
    // npm ci refuses a lockfile that leaves out a package for another system, and npm forgets them easily.
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!isLocked(locked, place, name))
        faults.push(`${name}, which ${place} may need, is not in the lockfile`);
    }
    return faults;
  });
}

/** Packages for systems that Serai does not run on stand in the lockfile and are never fetched. */
function runsHere({ os, cpu, libc }: LockedPackage): boolean {
  if (os && !os.includes('linux')) return false;
  if (cpu && !cpu.some((name) => name === 'x64' || name === 'arm64')) return false;
  return !libc || libc.includes('glibc');
}

/** Node.js looks for a package beside its user first, then one level up, and so on. */
function isLocked(locked: Lockfile['packages'], user: string, name: string): boolean {
  for (let place = user; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    if (locked[place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`]) return true;
    if (place === '') return false;
  }
}

export function judgeManifest(manifest: Manifest): string[] {
  const named = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  const loose = Object.entries(named)
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name} is asked for as "${version}", not in one version`);
  // `false` denies: npm stops asking, and the script stays unrun.
  const allowed = Array.isArray(manifest.allowScripts)
    ? manifest.allowScripts
    : Object.entries(manifest.allowScripts ?? {}).flatMap(([name, may]) => (may === false ? [] : [name]));
  const scripts = allowed
    .filter((name) => !mayRunScripts.includes(name))
    .map((name) => `${name} may run a script when it is installed`);
  return [...loose, ...scripts];
}
