import { runShards, shardsFor, withTestServers } from './shards.server.ts';
import type { TrustCheck } from './trust-check.ts';

/** Sessions, roles, tokens, files and consents taken away while requests are on their way. */
export const check: TrustCheck = {
  name: 'revocations',
  promise:
    'a second after a session, a role, a reader or a consent was taken away nothing is served or done by it',
  unit: 'races',
  counts: { fast: 120, night: 1_000, small: 40 },
  faults: ['session-survives', 'cached-session', 'reader-stays', 'consent-deaf'],
  run: (run) =>
    withTestServers(() =>
      runShards('revocations-shard.child.server.ts', run, shardsFor(run.count, 30), (name, values) =>
        name.startsWith('last')
          ? String(Math.max(...values.map(Number)))
          : String(values.reduce((sum, value) => sum + Number(value), 0)),
      ),
    ),
};
