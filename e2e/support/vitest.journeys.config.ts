import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

// Journeys through the built program in a real browser. Two at a time: each has a browser, a server and databases.
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['e2e/*.journey.ts'],
    globalSetup: ['app/platform/testing/start-test-servers.server.ts'],
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
