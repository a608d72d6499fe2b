import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { findProcess, isRunning, type ProcessIdentity } from '#platform/database/embedded-process.server.ts';

const recordSchema = z.object({
  pid: z.number().int().positive(),
  startTicks: z.string(),
  /** The control socket of the running server. */
  socket: z.string(),
  url: z.string(),
  startedAt: z.string(),
});

/** What a running server leaves in its data folder, so that other commands find it. */
export type ServerRecord = z.infer<typeof recordSchema>;

const fileOf = (dataDir: string) => join(dataDir, 'server.json');

export async function writeServerRecord(
  dataDir: string,
  { socket, url }: { socket: string; url: string },
): Promise<() => void> {
  const self = findProcess(process.pid);
  if (!self) throw new Error('/proc is not mounted; Serai needs it to find its own processes.');
  const record: ServerRecord = { ...self, socket, url, startedAt: new Date().toISOString() };
  const draft = `${fileOf(dataDir)}.${randomUUID()}`;
  const handle = await open(draft, 'w', 0o600);
  await handle.writeFile(JSON.stringify(record));
  await handle.close();
  await rename(draft, fileOf(dataDir));
  return () => {
    try {
      const now = recordSchema.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')));
      if (now.pid === self.pid && now.startTicks === self.startTicks)
        rmSync(fileOf(dataDir), { force: true });
    } catch {
      // Already gone: nothing to take away.
    }
  };
}

/** The server that runs on this data folder now; a record that a killed one left behind counts for nothing. */
export async function findRunningServer(dataDir: string): Promise<ServerRecord | undefined> {
  const text = await readFile(fileOf(dataDir), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const record = recordSchema.parse(JSON.parse(text));
    return isRunning(processOf(record)) ? record : undefined;
  } catch {
    return undefined; // cut short by a power loss
  }
}

export const processOf = ({ pid, startTicks }: ServerRecord): ProcessIdentity => ({ pid, startTicks });
