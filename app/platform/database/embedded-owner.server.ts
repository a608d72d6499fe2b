import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync, unlinkSync, utimes } from 'node:fs';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { EmbeddedDatabaseProblem, systemErrorCode } from './embedded-problem.server.ts';
import { findProcess, isRunning } from './embedded-process.server.ts';

const ownerRecord = z.object({
  pid: z.number(),
  startTicks: z.string(),
  bootId: z.string(),
  pidNamespace: z.string(),
  nonce: z.string(),
});
type OwnerRecord = z.infer<typeof ownerRecord>;

export interface Ownership {
  /** Gives the cluster free. Synchronous, so that it can run while the process exits. */
  release(): void;
}

/**
 * Makes this process the only Serai that looks after a cluster, or refuses with `database.in-use`.
 *
 * Node.js has no flock, so the file says who holds it: process number and start time on the same boot of the same
 * machine are exact. An owner in another container or on another machine has numbers that mean nothing here; it
 * keeps touching the file, and only after missing three beats is it taken for dead.
 */
export async function claimOwnership(file: string, name: string, heartbeatMs = 5_000): Promise<Ownership> {
  const record = describeSelf();
  const owner = await seize(file, record, 3 * heartbeatMs);
  if (!owner) return hold(file, JSON.stringify(record), heartbeatMs);
  throw new EmbeddedDatabaseProblem(
    'database.in-use',
    `Another Serai (process ${owner.pid}) is using the embedded database "${name}". ` +
      'Stop that one first, or use it.',
    { params: { name, pid: String(owner.pid) } },
  );
}

/**
 * Writes our record into the file, or returns the living owner who is in the way. A dead owner's record may be
 * replaced by one heir only, and only while it is still that record: who inherits is settled by the same rule on
 * a second file, so that an heir who dies on the way has heirs too.
 */
async function seize(file: string, record: OwnerRecord, silenceMs: number): Promise<OwnerRecord | undefined> {
  const heirs = `${file}.heir`;
  for (;;) {
    if (await publish(file, record, 'new')) return undefined;
    const seen = await findText(file);
    if (seen === undefined) continue;
    const owner = parseRecord(seen);
    if (owner && (await ownerLives(file, owner, record, silenceMs))) return owner;
    if (await seize(heirs, record, silenceMs)) {
      await sleep(10);
      continue;
    }
    try {
      if ((await findText(file)) === seen && (await publish(file, record, 'replace'))) return undefined;
    } finally {
      await rm(heirs, { force: true });
    }
  }
}

function describeSelf(): OwnerRecord {
  const self = findProcess(process.pid);
  if (!self) throw new Error('/proc is not mounted; the embedded database needs it.');
  return {
    ...self,
    bootId: readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(),
    pidNamespace: readlinkSync('/proc/self/ns/pid'),
    nonce: randomUUID(),
  };
}

// Linking and renaming both show the file whole or not at all; linking fails when the name is taken.
async function publish(file: string, record: OwnerRecord, how: 'new' | 'replace'): Promise<boolean> {
  const draft = `${file}.${record.nonce}`;
  const handle = await open(draft, 'w', 0o644);
  try {
    // Readable for all who get here: a normal user must see whether root's Serai, killed last week, still lives.
    await handle.chmod(0o644);
    await handle.writeFile(JSON.stringify(record));
    await handle.sync();
    if (how === 'new') await link(draft, file);
    else await rename(draft, file);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await handle.close();
    await rm(draft, { force: true });
  }
}

async function findText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function parseRecord(text: string): OwnerRecord | undefined {
  try {
    return ownerRecord.parse(JSON.parse(text));
  } catch {
    return undefined; // cut short by a power loss: nobody holds it
  }
}

async function ownerLives(
  file: string,
  owner: OwnerRecord,
  self: OwnerRecord,
  silenceMs: number,
): Promise<boolean> {
  if (owner.bootId === self.bootId && owner.pidNamespace === self.pidNamespace) return isRunning(owner);
  const first = await modifiedAt(file);
  if (first === undefined || Date.now() - first > silenceMs) return false;
  const deadline = Date.now() + silenceMs;
  while (Date.now() < deadline) {
    await sleep(silenceMs / 50);
    const now = await modifiedAt(file);
    if (now === undefined) return false;
    if (now !== first) return true;
  }
  return false;
}

async function modifiedAt(file: string): Promise<number | undefined> {
  return (await stat(file).catch(() => undefined))?.mtimeMs;
}

function hold(file: string, text: string, heartbeatMs: number): Ownership {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now, () => undefined);
  }, heartbeatMs);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      try {
        if (readFileSync(file, 'utf8') === text) unlinkSync(file);
      } catch {
        // Already gone: nothing to give back.
      }
    },
  };
}
