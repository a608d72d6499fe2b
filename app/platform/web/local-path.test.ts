import { expect, it } from 'vitest';
import { localPath } from './local-path.ts';

it.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  '/\t/evil.example',
  '/a\\b',
  'staff',
  '',
  7,
  undefined,
  `/${'a'.repeat(2001)}`,
])('does not go on to %s', (asked) => expect(localPath(asked, '/staff')).toBe('/staff'));

it('goes on to a path of this site', () => {
  expect(localPath('/staff/people?q=زهرا', '/staff')).toBe('/staff/people?q=زهرا');
});
