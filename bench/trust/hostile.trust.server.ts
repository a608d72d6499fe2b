import { runShards, shardsFor, withTestServers } from './shards.server.ts';
import type { TrustCheck } from './trust-check.ts';

/** Requests with hostile values to every address and in every field, by everybody. */
export const check: TrustCheck = {
  name: 'hostile',
  promise: 'hostile requests are answered in two seconds, without 5xx, without a stack, and memory stays',
  unit: 'requests',
  counts: { fast: 12_000, night: 1_000_000 },
  faults: ['operation-throws', 'stack-in-answer', 'slow-answer', 'memory-leak'],
  run: (run) =>
    withTestServers(() =>
      runShards('hostile-shard.child.server.ts', run, shardsFor(run.count, 2_000), (name, values) =>
        name === 'statuses' ? addUp(values) : String(Math.max(...values.map(Number))),
      ),
    ),
};

/** `200: 4 404: 1` of several parts, in one. */
function addUp(values: string[]): string {
  const sums = new Map<string, number>();
  for (const value of values)
    for (const [, status = '', n] of value.matchAll(/(\d+): (\d+)/g))
      sums.set(status, (sums.get(status) ?? 0) + Number(n));
  return [...sums]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([status, n]) => `${status}: ${n}`)
    .join(' ');
}
