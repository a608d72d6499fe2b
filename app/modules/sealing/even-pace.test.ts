import { expect, test } from 'vitest';
import type { House } from '#platform/house.server.ts';
import { inTurn } from './even-pace.server.ts';

test('strangers who fill the line keep nobody out whose browser is known, and nobody passes before them', async () => {
  const house = { resources: new Map() } as unknown as House;
  const done: string[] = [];
  const goOn: (() => void)[] = [];
  const attempt = (name: string) => async () => {
    await new Promise<void>((resolve) => goOn.push(resolve));
    done.push(name);
  };
  const strangers = Array.from({ length: 6 }, (_, at) => inTurn(house, false, attempt(`stranger ${at}`)));
  await expect(inTurn(house, false, attempt('one too many'))).rejects.toMatchObject({
    code: 'too-many-requests',
  });
  const colleague = inTurn(house, true, attempt('colleague'));
  const colleagues = Array.from({ length: 3 }, () => inTurn(house, true, attempt('colleague')));
  await expect(inTurn(house, true, attempt('one too many'))).rejects.toMatchObject({
    code: 'too-many-requests',
  });
  for (let at = 0; at < 10; at += 1) {
    await expect.poll(() => goOn.length).toBe(at + 1);
    goOn[at]?.();
  }
  await Promise.all([...strangers, colleague, ...colleagues]);
  expect(done).toHaveLength(10);
  expect(done[6]).toBe('colleague');
  expect(done).not.toContain('one too many');
});
