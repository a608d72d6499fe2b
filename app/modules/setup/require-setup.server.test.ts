import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import { requireSetup } from './require-setup.server.ts';
import { openSetup } from './setup.testing.ts';

let house: TestHouse;
let code: string;
beforeAll(async () => {
  house = await openTestHouse();
  code = await openSetup(house);
});
afterAll(() => house?.close());

const from = (address: string | undefined, origin = 'http://127.0.0.1:4380') =>
  ({ house, address, url: new URL('/setup/x', origin) }) as unknown as Web;

test('another machine finds nothing, by its address or by the name it used', async () => {
  await expect(requireSetup(from('192.0.2.7'), code)).rejects.toMatchObject({ code: 'not-found' });
  await expect(requireSetup(from('127.0.0.1', 'https://centre.example'), code)).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(requireSetup(from('128.127.0.1'), code)).rejects.toMatchObject({ code: 'not-found' });
});

test('a wrong code finds nothing here either', async () => {
  await expect(requireSetup(from('127.0.0.1'), 'x'.repeat(43))).rejects.toMatchObject({ code: 'not-found' });
  await expect(requireSetup(from('127.0.0.1'), undefined)).rejects.toMatchObject({ code: 'not-found' });
});

test('this machine with the code from the console finds the draft', async () => {
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1', undefined]) {
    expect(await requireSetup(from(address), code)).toEqual({ code, draft: {} });
  }
});
