import { expect, test } from 'vitest';
import type { Log } from '#platform/log.server.ts';
import type { KeptDatabases } from './keep-databases.ts';
import { keepServing } from './keep-serving.ts';
import type { Serving, ServingEars } from './serving.ts';

const log = { info() {}, error() {} } as unknown as Log;
const databases = { start: async () => undefined, endBackends: async () => {} } as unknown as KeptDatabases;

test('what a killed process had still to say of an opening does not take the lock back', async () => {
  const heard: ServingEars[] = [];
  const opened: boolean[] = [];
  const begin = async (ears: ServingEars): Promise<Serving> => {
    heard.push(ears);
    let end = () => {};
    const ended = new Promise<void>((resolve) => (end = resolve));
    return {
      url: 'http://127.0.0.1:1',
      ended,
      open: async ({ sealed }: { sealed: boolean }) => void opened.push(sealed),
      kill: () => end(),
      stop: async () => end(),
      ask: async () => ({}),
    };
  };
  const kept = keepServing({ begin, databases, log });
  await kept.open();
  const locked = kept.lock();
  heard[0]?.onUnlocked();
  await locked;
  expect(opened).toEqual([false, true]);
  await kept.end();
});
