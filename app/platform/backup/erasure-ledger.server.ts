import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { House } from '../house.server.ts';
import { isSignedText, ledgerKey, signText } from './backup-key.server.ts';
import { findRunningCluster } from '../database/embedded-cluster.server.ts';
import { listFolderTargets } from './backup-folders.server.ts';
import { rewriteKeyStore } from './rewrite-keys.server.ts';
import { writeDurably } from './write-durably.server.ts';

/**
 * Who was erased, for whoever restores an older copy: ids of keys (random, they name nobody) and the day. It stands
 * beside the copies, so that none of them brings back a person who asked to be gone. Only an open house can write it:
 * its mark is made with a key that lies on no disk.
 */
export interface ErasureLedger {
  houseId: string;
  /** Ids by kind and by the day on which the key was destroyed, such as `2026-11-23`. */
  erased: Record<'person' | 'contact', Record<string, string[]>>;
}

const days = z.record(z.iso.date(), z.array(z.uuid()));
const schema = z.object({
  houseId: z.uuid(),
  erased: z.object({ person: days, contact: days }),
  mark: z.string(),
});

/** `broken`: there is a file of this name, and it is not what this house wrote. */
export type FoundLedger = ErasureLedger | 'broken' | undefined;

const kinds = ['person', 'contact'] as const;

export const ledgerName = (houseId: string) => `erasures-${houseId.slice(0, 8)}.json`;

/**
 * Writes all tombstones of people and contacts into the data folder and beside the copies in every folder that can be
 * reached now; the others get it with their next copy. What a ledger already said is never forgotten. When somebody is new
 * in it, the key store is written anew, so that the destroyed keys stand nowhere in its files either.
 * Called after each erasure. @throws Problem `house.sealed`
 */
export async function keepErasureLedger(house: House): Promise<void> {
  const { dataDir } = house.config;
  const erased = await house.vault.keys.listShredded();
  const { problems, isNews } = await writeLedger(dataDir, house.id, house.vault.backupKey(), erased);
  for (const problem of problems) house.log.error('backup.ledger-not-written', problem);
  if (isNews && (await findRunningCluster({ name: 'keys', dataDir }))) await rewriteKeyStore(dataDir);
}

export interface Erased {
  id: string;
  kind: 'person' | 'contact';
  /** Day of the erasure. */
  on: string;
}

/**
 * @returns what kept it from being written beside the copies (into the data folder it is written, or this throws), and
 * whether it says something that the one in the data folder did not
 */
export async function writeLedger(
  dataDir: string,
  houseId: string,
  backupKey: Buffer,
  erased: readonly Erased[],
): Promise<{ problems: unknown[]; isNews: boolean }> {
  const key = ledgerKey(backupKey);
  const now: ErasureLedger = { houseId, erased: { person: {}, contact: {} } };
  for (const { id, kind, on } of erased) (now.erased[kind][on] ??= []).push(id);
  const before = await readLedger(dataDir, houseId, key);
  const all = await write(dataDir, now, key);
  const known = before === undefined || before === 'broken' ? 0 : countErased(before);
  const problems: unknown[] = [];
  for (const target of await listFolderTargets(dataDir)) {
    await target
      .reach()
      .then(() => write(target.localPath(''), all, key))
      .catch((problem: unknown) => problems.push(problem));
  }
  return { problems, isNews: countErased(all) > known };
}

/** @returns what stands there now: what was given and what stood there before */
async function write(folder: string, ledger: ErasureLedger, key: Buffer): Promise<ErasureLedger> {
  const before = await readLedger(folder, ledger.houseId, key);
  const all = before === undefined || before === 'broken' ? sorted(ledger) : joinLedgers([before, ledger]);
  await writeDurably(join(folder, ledgerName(ledger.houseId)), encodeLedger(all, key));
  return all;
}

export function encodeLedger(ledger: ErasureLedger, key: Buffer): string {
  const { houseId, erased } = sorted(ledger);
  return `${JSON.stringify({ houseId, erased, mark: signText(key, JSON.stringify({ houseId, erased })) })}\n`;
}

export function decodeLedger(text: string, houseId: string, key: Buffer): ErasureLedger | 'broken' {
  try {
    const { mark, ...ledger } = schema.parse(JSON.parse(text));
    const { erased } = ledger;
    if (ledger.houseId !== houseId || !isSignedText(key, JSON.stringify({ houseId, erased }), mark))
      return 'broken';
    return ledger;
  } catch {
    return 'broken';
  }
}

export async function readLedger(folder: string, houseId: string, key: Buffer): Promise<FoundLedger> {
  const names: string[] = await readdir(folder).catch(() => []);
  if (!names.includes(ledgerName(houseId))) return undefined;
  return decodeLedger(await readFile(join(folder, ledgerName(houseId)), 'utf8'), houseId, key);
}

/** Whoever is in one of them is erased. */
export function joinLedgers(ledgers: readonly ErasureLedger[]): ErasureLedger {
  const first = ledgers[0];
  if (!first) throw new Error('no ledger to join');
  const erased: ErasureLedger['erased'] = { person: {}, contact: {} };
  for (const kind of kinds) {
    const known = new Map<string, string>();
    for (const ledger of ledgers)
      for (const [on, ids] of Object.entries(ledger.erased[kind]))
        for (const id of ids) if ((known.get(id) ?? '9') > on) known.set(id, on);
    for (const [id, on] of known) (erased[kind][on] ??= []).push(id);
  }
  return sorted({ houseId: first.houseId, erased });
}

export const countErased = ({ erased }: ErasureLedger): number =>
  kinds.flatMap((kind) => Object.values(erased[kind])).reduce((sum, ids) => sum + ids.length, 0);

/** The same erasures are the same text, whatever the order in which they were found. */
function sorted({ houseId, erased }: ErasureLedger): ErasureLedger {
  const order = (of: Record<string, string[]>) =>
    Object.fromEntries(
      Object.entries(of)
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([day, ids]) => [day, ids.toSorted()]),
    );
  return { houseId, erased: { person: order(erased.person), contact: order(erased.contact) } };
}
