import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findProcess, isRunning, type ProcessIdentity } from '../database/embedded-process.server.ts';
import { Problem } from '../problem.ts';

const fileOf = (dataDir: string) => join(dataDir, 'backup-copying');

/** Is a copy being made now? What nothing needs any more waits until it is done: the copy may still tell of it. */
export async function isCopying(dataDir: string): Promise<boolean> {
  const text = await readFile(fileOf(dataDir), 'utf8').catch(() => undefined);
  if (text === undefined) return false;
  try {
    return isRunning(JSON.parse(text) as ProcessIdentity);
  } catch {
    return false;
  }
}

/** One copy at a time. @throws Problem `backup.busy` */
export async function whileCopying<Result>(dataDir: string, work: () => Promise<Result>): Promise<Result> {
  if (await isCopying(dataDir)) throw new Problem('backup.busy', 409);
  await writeFile(fileOf(dataDir), JSON.stringify(findProcess(process.pid)), { mode: 0o600 });
  try {
    return await work();
  } finally {
    await rm(fileOf(dataDir), { force: true });
  }
}
