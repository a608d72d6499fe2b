import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { House } from '#platform/house.server.ts';
import { Problem } from '#platform/problem.ts';
import { printRecoveryKey, readRecoveryKey, unwrapRoot, wrapRoot } from '#platform/vault/root-key.server.ts';
import { copyRoot } from '#platform/vault/root-wrap.server.ts';

/** `recovery.json` in the data folder: the root key wrapped by the printed one. It travels with every backup. */
export interface RecoveryFile {
  version: 1;
  house: string;
  madeAt: string;
  /** The root key under the recovery key. */
  wrapped: string;
  /** Keyed hash of each printed group, so that two of them can prove that somebody holds the sheet. */
  groups: string[];
}

export const recoveryPath = (dataDir: string): string => join(dataDir, 'recovery.json');

const groupsOf = (printed: string): string[] => printed.split('-');
const groupHash = (house: House, at: number, group: string): string =>
  house.vault.mac('recovery-group', `${at}/${readable(group)}`).toString('base64');

/** As it is meant, however it was typed. */
const readable = (group: string): string =>
  group.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');

/**
 * Makes a new recovery key; the one before it opens nothing from now on.
 * @returns the key as printed on the sheet. It is not kept anywhere.
 */
export function makeRecoveryKey(house: House): string {
  const recovery = randomBytes(32);
  const printed = printRecoveryKey(recovery);
  const root = copyRoot(house.vault);
  const file: RecoveryFile = {
    version: 1,
    house: house.id,
    madeAt: house.clock.now().toISOString(),
    wrapped: wrapRoot(recovery, root),
    groups: groupsOf(printed).map((group, at) => groupHash(house, at, group)),
  };
  root.fill(0);
  recovery.fill(0);
  writeDurably(recoveryPath(house.config.dataDir), `${JSON.stringify(file, null, 2)}\n`);
  return printed;
}

/** The recovery file of a data folder, or undefined where no sheet was ever made. */
export function readRecoveryFile(dataDir: string): RecoveryFile | undefined {
  try {
    return JSON.parse(readFileSync(recoveryPath(dataDir), 'utf8')) as RecoveryFile;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

const groupCount = 13;

/** Which two groups to ask for, counted from 0: the same for every sheet of a house, so that a page can ask before one is made. */
export function groupsToProve(houseId: string): [number, number] {
  const seed = createHash('sha256').update(houseId).digest();
  const first = (seed[0] ?? 0) % groupCount;
  const second = (first + 1 + ((seed[1] ?? 0) % (groupCount - 1))) % groupCount;
  return first < second ? [first, second] : [second, first];
}

/** Does this group, typed from the sheet, stand there at this place? */
export function provesGroup(house: House, file: RecoveryFile, at: number, typed: string): boolean {
  return file.groups[at] === groupHash(house, at, typed);
}

/**
 * The root key from the printed one.
 * @throws Problem `vault.recovery-key-wrong`, `vault.recovery-file-missing`
 */
export function recoverRoot(dataDir: string, typed: string): Buffer {
  const file = readRecoveryFile(dataDir);
  if (!file) throw new Problem('vault.recovery-file-missing', 404);
  return unwrapRoot(readRecoveryKey(typed), file.wrapped);
}

function writeDurably(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const aside = `${path}.new`;
  const handle = openSync(aside, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(aside, path);
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
}
