import { expect, test } from 'vitest';
import { isolate, withoutIsolates } from './isolate.ts';

test('text that fits its sentence stays as it is', () => {
  expect(isolate('Amal Haddad, 12', 'ltr')).toBe('Amal Haddad, 12');
  expect(isolate('أمل حداد', 'rtl')).toBe('أمل حداد');
});

test('numbers and Latin names are fenced in an Arabic sentence, Arabic names in an English one', () => {
  expect(isolate('+962 79 123', 'rtl')).toBe('\u2068+962 79 123\u2069');
  expect(isolate('أمل', 'ltr')).toBe('\u2068أمل\u2069');
});

test('nothing is fenced twice, and fences come off again', () => {
  const once = isolate('A-17', 'rtl');
  expect(isolate(once, 'rtl')).toBe(once);
  expect(withoutIsolates(once)).toBe('A-17');
});
