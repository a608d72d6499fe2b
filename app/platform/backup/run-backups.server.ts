import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { type House, programDir } from '../house.server.ts';
import { backupParts } from './backup-header.server.ts';
import { writeBackupRecipients, readBackupRecipients } from './backup-recipients.server.ts';
import { carryQueue, type KnownNames } from './carry-queue.server.ts';
import { type CopyState, type DrillState, isCopyDue, isDrillDue } from './due.ts';
import { keepErasureLedger } from './erasure-ledger.server.ts';
import { carryLedger, type Versions } from './make-copies.server.ts';
import { endAside } from './end-aside.server.ts';
import { rememberTarget } from './keep-house-safe.server.ts';
import { type OpenedTarget, openTargets } from './open-targets.server.ts';
import { readVersions } from './read-versions.server.ts';
import { sealLog } from './seal-log.server.ts';
import { sealStored } from './seal-stored.server.ts';
import { asSuperuser } from './superuser.server.ts';
import { waitAtMost } from '../wait-at-most.ts';

const minute = 60_000;
/** Milliseconds that the end of the house leaves to a look that was begun. */
const longestLook = 10_000;

/** What the house remembers of its copies between two looks. */
interface Memory {
  known: KnownNames;
  /** A copy or drill that runs now, in a process of its own. */
  running: 'copy' | 'drill' | undefined;
  stop: (() => Promise<void>) | undefined;
  /** The log was lost before it could be sealed: only a new copy helps. */
  hasGap: boolean;
}

export const newMemory = (): Memory => ({
  known: new Map(),
  running: undefined,
  stop: undefined,
  hasGap: false,
});

/**
 * Looks after the copies of this house as long as it serves: every minute the log of the databases is sealed and carried
 * to all places; once a day a whole copy is made, once a week the newest is brought back on trial. Copies are made while
 * the house is sealed too; the trial needs a key and waits. A house on an operator's own servers is looked after by them.
 */
export function startBackups(house: House): void {
  if (house.config.databaseUrl !== undefined) return;
  const memory = newMemory();
  let looking: Promise<void> | undefined;
  const look = () => {
    looking ??= lookAfter(house, memory)
      .catch((error: unknown) => house.log.error('backup.look-failed', error))
      .finally(() => (looking = undefined));
  };
  const timer = setInterval(look, minute);
  timer.unref();
  house.onClose(async () => {
    clearInterval(timer);
    // A place for copies that answers slowly must not hold up the end of the house.
    await Promise.all([waitAtMost(longestLook, looking), memory.stop?.()]);
    await memory.stop?.();
  });
}

/** One look: everything that is due now. Exported for tests and for whoever cannot wait a minute. */
export async function lookAfter(house: House, memory: Memory): Promise<void> {
  const { dataDir } = house.config;
  if (!house.vault.isSealed) {
    await writeBackupRecipients(house);
    await keepErasureLedger(house);
  }
  const recipients = await readBackupRecipients(dataDir).catch(() => undefined);
  if (!recipients) return; // sealed since its first start: nothing is known for whom to encrypt
  const versions = await readVersions();
  await asSuperuser(dataDir, 'main', async (client) => {
    const targets = await openTargets(client, dataDir, unsealOf(house));
    await carryLog(house, memory, targets, versions, client);
    await startWhatIsDue(house, memory, client);
  });
}

const unsealOf = (house: House) => (house.vault.isSealed ? undefined : house.vault.unsealForHouse);

async function carryLog(
  house: House,
  memory: Memory,
  targets: readonly OpenedTarget[],
  versions: Versions,
  client: pg.Client,
): Promise<void> {
  const { dataDir } = house.config;
  const recipients = await readBackupRecipients(dataDir);
  const options = { dataDir, recipients, versions, now: () => house.clock.now() };
  // The records first: whoever stands in them had a key before. Carried the other way round for the same reason.
  for (const part of backupParts) {
    const { hasGap } = await sealLog({ ...options, part });
    memory.hasGap ||= hasGap;
  }
  await sealStored(options);
  for (const part of ['keys', 'records'] as const) {
    const ofPart = targets.filter((each) => each.part === part);
    const { carried, problems, dropped } = await carryQueue(
      dataDir,
      part,
      ofPart.map(({ target }) => target),
      memory.known,
    );
    if (dropped > 0) house.log.info('backup.queue-full', { part, dropped });
    for (const { id, target } of ofPart) {
      const problem = problems.get(target.place);
      if (carried > 0 && problem === undefined) await carryLedger(dataDir, recipients.houseId, target);
      if (id !== undefined && (problem !== undefined || carried > 0))
        await rememberTarget(client, id, house.clock.now(), problem);
    }
  }
}

async function startWhatIsDue(house: House, memory: Memory, client: pg.Client): Promise<void> {
  if (memory.running) return;
  const now = house.clock.now();
  const { rows } = await client.query<DueRow>(dueQuery);
  const [state] = rows;
  if (!state) return;
  if (memory.hasGap || isCopyDue(state, now)) {
    memory.hasGap = false;
    void runAside(house, memory, 'copy');
  } else if (!house.vault.isSealed && isDrillDue(state, now)) {
    void runAside(house, memory, 'drill');
  }
}

type DueRow = CopyState & DrillState;

const dueQuery = `
  select hour, copy_wanted_at as "copyWanted", drill_wanted_at as "drillWanted",
    (select max(made_at) from serai.backup_run) as "lastCopy",
    (select max(started_at) from serai.backup_run) as "lastCopyTried",
    (select max(ended_at) from serai.restore_drill where problem is null) as "lastDrill",
    (select max(started_at) from serai.restore_drill) as "lastDrillTried"
  from serai.backup_plan`;

/** The root key under a secret of this moment: both go through the pipe, and stand in no argument and no environment. */
function wrapForChild(house: House): string {
  const secret = randomBytes(32);
  const wrapped = house.vault.wrapRoot(secret, 'backups');
  return `${JSON.stringify({ secret: secret.toString('base64'), wrapped: wrapped.toString('base64') })}\n`;
}

const commandOf = { copy: 'backup', drill: 'prove-restore' } as const;

/**
 * A process of its own, behind everybody at the desk. What it saw it writes down itself. The pipe to it stays open: when
 * this process is ended, however, the other one notices and ends too.
 */
async function runAside(house: House, memory: Memory, kind: 'copy' | 'drill'): Promise<void> {
  memory.running = kind;
  const key = house.vault.isSealed ? undefined : wrapForChild(house);
  const words = [commandOf[kind], ...(key === undefined ? [] : ['--key-on-stdin'])];
  try {
    const child = spawn(process.execPath, [join(programDir, 'bin', 'serai.ts'), ...words], {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: environmentOf(house),
    });
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', resolve);
    });
    memory.stop = () => endAside(child, ended);
    if (child.pid !== undefined) lower(child.pid);
    child.stdin.on('error', () => undefined);
    if (key !== undefined) child.stdin.write(key);
    house.log.info('backup.aside-ended', { kind, code: (await ended) ?? 'killed' });
  } catch (error) {
    house.log.error('backup.aside-failed', error, { kind });
  } finally {
    memory.running = undefined;
    memory.stop = undefined;
  }
}

function lower(pid: number): void {
  try {
    setPriority(pid, 10);
  } catch {
    // A machine that does not let us be modest runs it as it is.
  }
}

function environmentOf({ config }: House): NodeJS.ProcessEnv {
  const { PATH, NODE_ENV, LANG, RUNTIME_DIRECTORY } = process.env;
  return {
    ...(PATH !== undefined && { PATH }),
    ...(NODE_ENV !== undefined && { NODE_ENV }),
    ...(LANG !== undefined && { LANG }),
    ...(RUNTIME_DIRECTORY !== undefined && { RUNTIME_DIRECTORY }),
    SERAI_DATA_DIR: config.dataDir,
    SERAI_KEY_FILE: config.keyFile,
    SERAI_LOG: 'silent',
  };
}
