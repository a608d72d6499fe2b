import { expect, test } from 'vitest';
import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import type { Action } from './all-actions.ts';
import type { LedgerEntry } from './ledger/ledger-file.ts';
import { judgeSeen } from './seen-actions.ts';

const light: Action = {
  kind: 'operation',
  file: 'app/modules/lamps/operations/light-lamp.server.ts',
  exported: 'lightLamp',
  operation: operationsOn()({
    name: 'lamp.light',
    input: z.object({}),
    subject: 'lamp',
    run: async () => ({ result: null, audit: {} }),
  }),
};
const entry = (
  outcome: LedgerEntry['outcome'],
  file = 'app/modules/lamps/operations/light-lamp.test.ts',
): LedgerEntry => ({
  name: 'lamp.light',
  outcome,
  file,
});

test('an operation without a test is named twice: never refused, never done', () => {
  expect(judgeSeen([light], [])).toHaveLength(2);
});

test('an operation that was only done, or refused in another module’s test, still lacks its refusal', () => {
  const faults = judgeSeen([light], [entry('done'), entry('refused', 'app/modules/doors/doors.test.ts')]);
  expect(faults).toEqual([
    'app/modules/lamps/operations/light-lamp.server.ts: no test in app/modules/lamps was seen where lamp.light is refused',
  ]);
});

test('an operation seen both ways beside its file passes', () => {
  expect(judgeSeen([light], [entry('done'), entry('refused')])).toEqual([]);
});
