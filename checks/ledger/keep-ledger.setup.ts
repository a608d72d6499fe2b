import { appendFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { isProblem } from '#platform/problem.ts';
import type { LedgerEntry } from './ledger-file.ts';

// Notes which operations and queries a test really ran, and how they ended, so that the checks can tell a test that
// exists from a test that does something. Nothing is replaced: the calls go through to the real thing.
const root = resolve(import.meta.dirname, '../..');
const file = process.env['SERAI_LEDGER'];

const seen = vi.hoisted(() => ({ now: [] as { name: string; outcome: 'done' | 'refused' }[] }));

vi.mock('#platform/operations/execute.server.ts', async (original) => {
  const real = await original<typeof import('#platform/operations/execute.server.ts')>();
  return { ...real, execute: noting(real.execute) };
});
vi.mock('#platform/operations/read.server.ts', async (original) => {
  const real = await original<typeof import('#platform/operations/read.server.ts')>();
  return { ...real, read: noting(real.read) };
});

type Call = (house: never, action: { name: string }, ...rest: never[]) => Promise<unknown>;

function noting<Real>(real: Real): Real {
  const call = real as Call;
  const noted = async (house: never, action: { name: string }, ...rest: never[]) => {
    try {
      const answer = await call(house, action, ...rest);
      seen.now.push({ name: action.name, outcome: 'done' });
      return answer;
    } catch (error) {
      if (isProblem(error) && error.status < 500) seen.now.push({ name: action.name, outcome: 'refused' });
      throw error;
    }
  };
  return noted as Real;
}

if (file) {
  beforeEach(() => {
    seen.now = [];
  });
  afterEach(({ task }) => {
    const { assertionCalls, testPath } = expect.getState();
    if (task.result?.state === 'fail' || assertionCalls === 0 || !testPath) return;
    const from = relative(root, testPath);
    const entries = seen.now.map((entry): LedgerEntry => ({ ...entry, file: from }));
    const lines = new Set(entries.map((entry) => `${JSON.stringify(entry)}\n`));
    if (lines.size > 0) appendFileSync(file, [...lines].join(''));
  });
}
