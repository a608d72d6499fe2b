import { expect, test } from 'vitest';
import { judgeBill, shipped, shippedBill } from './judge-bill.ts';

const lockfile = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a/node_modules/@s/b': { version: '2.0.0' },
    'node_modules/t': { version: '3.0.0', dev: true },
    'node_modules/a-darwin-arm64': { version: '1.0.0', os: ['darwin'], cpu: ['arm64'] },
    'node_modules/a-linux-arm64': { version: '1.0.0', os: ['linux'], cpu: ['arm64'] },
  },
};
const bill = {
  bomFormat: 'CycloneDX',
  components: [
    { name: 'a', version: '1.0.0', licenses: [{}] },
    { name: '@s/b', version: '2.0.0', licenses: [{}] },
    { name: 'a-linux-arm64', version: '1.0.0', licenses: [{}] },
  ],
};

test('what runs in a centre is listed, what only developers need is not', () => {
  expect(shipped(lockfile)).toEqual(['@s/b@2.0.0', 'a-linux-arm64@1.0.0', 'a@1.0.0']);
});

test('a whole bill passes', () => {
  expect(judgeBill(bill, shipped(lockfile))).toEqual([]);
});

test('the bill loses what is not shipped, and a package for one system has the licence of its whole', () => {
  const whole = {
    ...bill,
    components: [
      ...bill.components.slice(0, 2),
      { name: 'a-linux-arm64', version: '1.0.0', licenses: [] },
      { name: 't', version: '3.0.0', licenses: [{}] },
    ],
  };
  expect(shippedBill(whole, shipped(lockfile))).toEqual(bill);
});

test('planted: a package left out, one without a licence, and what is no bill are seen', () => {
  const [a, b, c] = bill.components;
  expect(judgeBill({ ...bill, components: [a as never, c as never] }, shipped(lockfile))).toEqual([
    '@s/b@2.0.0 is not in the bill',
  ]);
  expect(
    judgeBill({ ...bill, components: [{ ...a, licenses: [] }, b as never, c as never] }, shipped(lockfile)),
  ).toEqual(['a@1.0.0 stands there without a licence']);
  expect(judgeBill({}, [])).toEqual(['this is no CycloneDX bill']);
});
