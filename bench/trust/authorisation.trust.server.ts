import { runShards, shardsFor, withTestServers } from './shards.server.ts';
import type { TrustCheck } from './trust-check.ts';

/** Role by act by relation by door, each against the hand-kept tables; and each wall alone. */
export const check: TrustCheck = {
  name: 'authorisation',
  promise:
    'nobody sees or does through any door what the hand-kept table does not allow; each wall holds alone',
  unit: 'cells',
  counts: { fast: 4_000, night: 62_000 },
  faults: ['policy-widened', 'wall-down', 'relations-ignored'],
  run: (run) =>
    withTestServers(() =>
      runShards('authorisation-shard.child.server.ts', run, shardsFor(run.count, 1_000), (_name, values) =>
        String(values.reduce((sum, value) => sum + Number(value), 0)),
      ),
    ),
};
