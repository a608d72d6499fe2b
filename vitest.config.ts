import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'app/**/*.test.{ts,tsx}',
      'server/**/*.test.ts',
      'checks/**/*.test.ts',
      'bin/**/*.test.ts',
      'bench/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    environment: 'node',
    // Half of a test is waiting for the database: two at a time on two cores, where one would be the default.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: ['app/platform/testing/start-test-servers.server.ts'],
    setupFiles: ['checks/ledger/keep-ledger.setup.ts'],
    // Tests share four cores with a real PostgreSQL; a slow machine must not turn them red.
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
