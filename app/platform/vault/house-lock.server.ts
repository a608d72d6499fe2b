import { createHmac, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { chainPending } from '../audit/pending-audit.server.ts';
import type { House } from '../house.server.ts';
import { Problem } from '../problem.ts';
import { deriveKey } from './root-key.server.ts';
import type { VaultDoor } from './vault.server.ts';

/** How a sealed house is opened, and who may come in meanwhile. */
export interface HouseLock {
  /** Staff may come in: the vault is open, and whatever had to be done first is done. */
  readonly isOpen: boolean;
  /**
   * Opens the house with the root key: chains what stood in the unkeyed log, runs the tasks of `onUnlock` in their order,
   * and only then lets staff in. Opening an open house checks the key and does nothing. The caller overwrites `root`.
   * @throws Problem `vault.unlock-refused` (401) when it is not this house's key; what a task throws, and is sealed again
   */
  unlock(root: Buffer): Promise<void>;
  /** Runs a task once the vault is open: at once (awaited) when it is open already, else during `unlock`. */
  onUnlock(task: () => Promise<void> | void): Promise<void>;
  /**
   * Works with the keys without opening the house, for a sign-in that is not proven yet. The view is a house of its own:
   * same databases, other vault; what stood in the unkeyed log is chained first, so that the order holds. Its keys are overwritten when the work ends, well or badly.
   * @throws Problem `vault.unlock-refused` (401) when it is not this house's key; what the work throws
   */
  withRoot<Result>(root: Buffer, work: (open: House) => Promise<Result>): Promise<Result>;
}

interface LockParts {
  door: VaultDoor;
  /** The same house around another vault. */
  view(door: VaultDoor): House;
  newDoor(): VaultDoor;
}

export function createHouseLock(self: () => House, { door, view, newDoor }: LockParts): HouseLock {
  let isOpen = !door.vault.isSealed;
  let opening: Promise<void> | undefined;
  const tasks: (() => Promise<void> | void)[] = [];

  async function open(root: Buffer) {
    const house = self();
    door.open(root);
    try {
      await chainPending(house);
      for (let task = tasks[0]; task; task = tasks[0]) {
        await task();
        tasks.shift();
      }
      isOpen = true;
      house.log.info('house.unlocked');
    } catch (error) {
      door.close();
      throw error;
    }
  }

  return {
    get isOpen() {
      return isOpen;
    },
    async unlock(root) {
      await requireKeyOfHouse(self(), root);
      if (isOpen) return;
      opening ??= open(root).finally(() => (opening = undefined));
      await opening;
    },
    async onUnlock(task) {
      if (isOpen) await task();
      else tasks.push(task);
    },
    async withRoot(root, work) {
      await requireKeyOfHouse(self(), root);
      const own = newDoor();
      own.open(root);
      try {
        const opened = view(own);
        await chainPending(opened);
        return await work(opened);
      } finally {
        own.close();
      }
    },
  };
}

/** The mark by which a house knows its root key; stands in the records as `key_check`. */
export const keyMark = (root: Buffer, houseId: string): Buffer =>
  createHmac('sha256', deriveKey(root, 'lookup')).update(`house\u0000${houseId}`).digest();

/** @throws Problem `vault.unlock-refused` (401) */
async function requireKeyOfHouse(house: House, root: Buffer): Promise<void> {
  const { rows } = await sql<{ key_check: Buffer }>`select key_check from house`.execute(
    house.databases.auth,
  );
  const known = rows[0]?.key_check ?? Buffer.alloc(0);
  const mark = root.length === 32 ? keyMark(root, house.id) : Buffer.alloc(0);
  if (known.length !== mark.length || mark.length === 0 || !timingSafeEqual(known, mark))
    throw new Problem('vault.unlock-refused', 401);
}
