import { expect, test } from 'vitest';
import { familyNameOf, isSameFamily } from './family-names.ts';

test('a name of one word, or a person without a family name, is nobody’s relative', () => {
  expect(familyNameOf('Shabnam')).toBeUndefined();
  expect(isSameFamily(undefined, [{ family: 'Yusufzai' }])).toBe(false);
  expect(isSameFamily('Yusufzai', [{ given: 'Yusufzai' }])).toBe(false);
});

test('the family name counts in any spelling and any script, another name does not', () => {
  expect(familyNameOf('Mina  Yusufzai ')).toBe('Yusufzai');
  expect(isSameFamily('Yusufzai', [{ family: 'Yousafzai' }])).toBe(true);
  expect(isSameFamily('Yusufzai', [{ family: 'یوسفزی' }])).toBe(true);
  expect(isSameFamily('Yusufzai', [{ family: 'Hotak' }, { family: 'Stanekzai' }])).toBe(false);
});
