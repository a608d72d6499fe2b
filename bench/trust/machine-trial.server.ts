import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createFaultLoad, type FaultLoad } from '../bench-fault-load.server.ts';
import { quantile } from '../bench-figure.ts';
import { type Machine, type MachineOptions, runMachine } from './machine-app.server.ts';
import { type PreparedCentre, prepareCentre } from './machine-centre.server.ts';
import { judgeMachine } from './machine-verdict.server.ts';
import type { TrustOutcome } from './trust-check.ts';

/** A centre under load, and what has been seen of it. */
export interface Trial extends PreparedCentre {
  machine: Machine;
  load: FaultLoad;
  dataDir: string;
  /** Milliseconds until work went on, one for each case that was carried through. */
  back: number[];
  /** Against the promise, besides what the load and the verdict find. */
  broken: string[];
  /** Resolves with the milliseconds until three more writes are acknowledged. @throws after a minute */
  untilWriting(): Promise<number>;
}

export interface TrialOptions extends MachineOptions {
  /** Where the centre lies; `data` in the run's folder unless told. */
  dataDir?: string;
  workers?: number;
  also?: Parameters<typeof prepareCentre>[1];
}

/** Fills a centre, serves it under load, lets `work` do its worst, and judges what is left. */
export async function tryMachine(
  folder: string,
  { dataDir = join(folder, 'data'), workers = 6, also, ...options }: TrialOptions,
  work: (trial: Trial) => Promise<void>,
): Promise<TrustOutcome> {
  const prepared = await prepareCentre(dataDir, also);
  const machine = await runMachine(dataDir, options);
  const load = createFaultLoad({ url: machine.url, ...prepared });
  const untilWriting = () => untilAcknowledged(load, 60_000);
  const trial: Trial = { ...prepared, machine, load, dataDir, back: [], broken: [], untilWriting };
  try {
    await machine.untilReady(60_000);
    load.run(workers);
    await untilWriting();
    await work(trial);
    await load.settle(60_000);
    await load.repeatSome(20);
  } catch (error) {
    trial.broken.push(error instanceof Error ? error.message : String(error));
  }
  await machine.halt('SIGTERM');
  const verdict = await judgeMachine(dataDir, load, prepared.before);
  const { back, broken } = trial;
  return {
    done: back.length,
    wrong: verdict.wrong + broken.length,
    faults: [...broken, ...verdict.faults],
    figures: {
      'back after': `median ${seconds(quantile(back, 0.5))}, p95 ${seconds(quantile(back, 0.95))}, at most ${seconds(quantile(back, 1))}`,
      ...verdict.figures,
    },
  };
}

export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

async function untilAcknowledged(load: FaultLoad, patience: number): Promise<number> {
  const began = performance.now();
  const before = load.acknowledged.length;
  while (load.acknowledged.length < before + 3) {
    if (performance.now() - began > patience)
      throw new Error(`no write was taken within ${seconds(patience)}`);
    await delay(10);
  }
  return performance.now() - began;
}
