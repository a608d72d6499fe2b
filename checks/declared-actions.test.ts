import { expect, test } from 'vitest';
import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { composePolicy } from '#platform/policy/policy.ts';
import type { Action } from './all-actions.ts';
import { judgeActions } from './declared-actions.ts';

const action = (name: string, more: { subject?: string; quiet?: boolean } = {}): Action => ({
  kind: 'operation',
  file: `app/modules/lamps/operations/${name}.server.ts`,
  exported: 'lamp',
  operation: operationsOn()({
    name,
    input: z.object({}),
    subject: 'lamp',
    run: async () => ({ result: null, audit: {} }),
    ...more,
  }),
});
const policy = composePolicy([
  { 'lamp.light': { coordinator: ['centre'] }, 'lamp.empty': { coordinator: [] } },
]);

test('an operation that nobody may do, in either way, is named', () => {
  expect(judgeActions([action('lamp.light'), action('lamp.break'), action('lamp.empty')], policy)).toEqual([
    'app/modules/lamps/operations/lamp.break.server.ts: nobody has the permission lamp.break',
    'app/modules/lamps/operations/lamp.empty.server.ts: nobody has the permission lamp.empty',
  ]);
});

test('an operation without a subject, without an audit row, or under a taken name is named', () => {
  const faults = judgeActions(
    [action('lamp.light', { subject: '', quiet: true }), action('lamp.light'), action('lamp.empty')],
    policy,
  );
  expect(faults).toContain(
    'app/modules/lamps/operations/lamp.light.server.ts: lamp.light does not say what it is about (subject)',
  );
  expect(faults).toContain(
    'app/modules/lamps/operations/lamp.light.server.ts: lamp.light leaves no audit row',
  );
  expect(faults.some((fault) => fault.includes('as well'))).toBe(true);
});

test('a permission without an operation is named', () => {
  expect(judgeActions([action('lamp.light')], policy)).toEqual([
    'the permission lamp.empty belongs to no operation and no query',
  ]);
});

test('an operation that somebody may do passes', () => {
  expect(
    judgeActions([action('lamp.light')], composePolicy([{ 'lamp.light': { coordinator: ['centre'] } }])),
  ).toEqual([]);
});
