import { fork } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TrustCheck } from './trust/trust-check.ts';
import { endLeftovers } from './trust-leftovers.server.ts';
import type { TrustOrder, TrustWord } from './trust-child.server.ts';
import type { TrustReport } from './trust-verdict.ts';

export interface FoundCheck {
  file: string;
  check: TrustCheck;
}

/** Every check of a folder, by name. A check is a file `*.trust.server.ts` that exports `check`. */
export async function findChecks(folder: string): Promise<FoundCheck[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.trust.server.ts'));
  const found = await Promise.all(files.map(async (name) => loadCheck(join(folder, name))));
  return found.toSorted((a, b) => a.check.name.localeCompare(b.check.name));
}

/** A file that cannot be loaded is still a check: its run then says why, and is red. */
async function loadCheck(file: string): Promise<FoundCheck> {
  try {
    const { check } = (await import(pathToFileURL(file).href)) as { check?: TrustCheck };
    if (check) return { file, check };
  } catch {
    // Said by the process that is to run it.
  }
  const run = () => Promise.reject(new Error(`${file} exports no check`));
  const name = basename(file).replace('.trust.server.ts', '');
  return {
    file,
    check: { name, promise: '', unit: 'cases', counts: { fast: 1, night: 1 }, faults: [], run },
  };
}

export interface CheckOrder {
  count: number;
  fault?: string;
  seed: number;
  /** After so many seconds the check and all that it started is ended. */
  limit: number;
  tell(line: string): void;
}

/** Runs one check in a process of its own, on a folder of its own that is thrown away. Never throws for a check's sake. */
export async function runCheck({ file, check }: FoundCheck, order: CheckOrder): Promise<TrustReport> {
  const folder = mkdtempSync(join(tmpdir(), `serai-trust-${check.name}-`));
  const began = performance.now();
  const report: TrustReport = {
    check: check.name,
    unit: check.unit,
    asked: order.count,
    night: check.counts.night,
    ...(order.fault !== undefined && { fault: order.fault }),
    seconds: 0,
    memory: 0,
  };
  try {
    Object.assign(report, await workOf(file, folder, order));
  } finally {
    report.seconds = (performance.now() - began) / 1000;
    endLeftovers(folder);
    for (const place of [folder, `${folder}-keys`])
      rmSync(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return report;
}

function workOf(
  file: string,
  folder: string,
  { count, fault, seed, limit, tell }: CheckOrder,
): Promise<Pick<TrustReport, 'outcome' | 'broken' | 'memory'>> {
  // A group of its own, so that whatever the check started can be ended with it.
  const child = fork(join(import.meta.dirname, 'trust-child.server.ts'), [], {
    detached: true,
    execArgv: [],
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const endGroup = () => {
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {
      // Nothing of it runs any more.
    }
  };
  return new Promise((resolve) => {
    let ending: Pick<TrustReport, 'outcome' | 'broken' | 'memory'> = { memory: 0 };
    let overdue = false;
    const alarm = setTimeout(() => {
      overdue = true;
      endGroup();
    }, limit * 1000);
    process.once('exit', endGroup);
    child.on('message', (word: TrustWord) => {
      if ('tell' in word) tell(word.tell);
      else ending = word;
    });
    child.once('exit', (code, signal) => {
      clearTimeout(alarm);
      process.off('exit', endGroup);
      // What it started may still be there even when it ended by itself.
      endGroup();
      if (overdue) resolve({ memory: 0, broken: `was not done within ${limit} s` });
      else if (ending.outcome || ending.broken) resolve(ending);
      else resolve({ memory: 0, broken: `its process ended with ${signal ?? code}` });
    });
    const order: TrustOrder = { file, folder, count, seed, ...(fault !== undefined && { fault }) };
    child.send(order);
  });
}

/** How many cases: the tier's number, scaled; never less than one. */
export function countFor({ counts }: TrustCheck, tier: 'fast' | 'night', scale: number): number {
  return Math.max(1, Math.round(counts[tier] * scale));
}

/** How many cases show whether a planted fault is seen. */
export function smallCount({ counts }: TrustCheck): number {
  return counts.small ?? Math.max(1, Math.ceil(counts.fast / 10));
}
