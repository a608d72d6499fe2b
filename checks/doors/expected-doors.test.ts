import { expect, test } from 'vitest';
import { parseExpectedDoors } from './expected-doors.ts';

test.each([
  ['other columns', 'path,who\n/,everyone'],
  ['a path that is none', 'path,action\nstaff,everyone'],
  ['no action', 'path,action\n/staff,'],
  ['a door twice', 'path,action\n/,everyone\n/,missing'],
])('a list with %s is refused', (_what, text) => {
  expect(() => parseExpectedDoors(text)).toThrow();
});

test('a door names what opens it', () => {
  expect(parseExpectedDoors('path,action\n/staff/people,client.list\n')).toEqual([
    { path: '/staff/people', action: 'client.list' },
  ]);
});
