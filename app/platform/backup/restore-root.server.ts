import { existsSync } from 'node:fs';
import type { Config } from '../config.server.ts';
import { Problem } from '../problem.ts';
import { openKeyFile, readRecoveryKey, unwrapRoot } from '../vault/root-key.server.ts';
import { backupParts } from './backup-header.server.ts';
import { type ChosenCopies, isRootOf } from './choose-copies.server.ts';

/** Is the key file of this machine already the right one (a stick that survived)? Then the sheet is not needed. */
export function findRootOnMachine(config: Config, chosen: ChosenCopies): Buffer | undefined {
  if (!existsSync(config.keyFile)) return undefined;
  const root = openKeyFile(config.keyFile, false);
  if (!isRootOf(root, chosen))
    throw new Problem('restore.key-file-there', 409, { params: { path: config.keyFile } });
  return root;
}

export const hasSheet = ({ copies }: ChosenCopies): boolean =>
  backupParts.some((part) => copies[part].header.wrappedRoot !== null);

/**
 * The root key from the typed recovery key. The sheet may have been made anew between the two copies, so both are tried.
 * @throws Problem `vault.recovery-key-wrong`, `restore.no-sheet`; `restore.foreign` when the sheet is right and a header
 * was not written by this house
 */
export function recoverRootFromSheet(chosen: ChosenCopies, typed: string): Buffer {
  if (!hasSheet(chosen)) throw new Problem('restore.no-sheet', 422);
  const recovery = readRecoveryKey(typed);
  for (const part of backupParts) {
    const { wrappedRoot } = chosen.copies[part].header;
    const root = wrappedRoot === null ? undefined : tryToUnwrap(recovery, wrappedRoot);
    if (!root) continue;
    if (isRootOf(root, chosen)) return root;
    throw new Problem('restore.foreign', 422);
  }
  throw new Problem('vault.recovery-key-wrong', 422);
}

function tryToUnwrap(recovery: Buffer, wrapped: string): Buffer | undefined {
  try {
    return unwrapRoot(recovery, wrapped);
  } catch {
    return undefined;
  }
}
