import { expect, test } from 'vitest';
import { keptFilter } from './list.ts';
import { sortLinks } from './sort-links.ts';

test('nothing that is sealed has an order', () => {
  expect(sortLinks('people', {})['name']).toBeUndefined();
  expect(sortLinks('contacts', {})['who']).toBeUndefined();
});

test('the head of a column sorts by it, a second click turns the order round, and the filter stays', () => {
  const first = sortLinks('people', { sex: 'female' })['fileNo'];
  expect(first).toEqual({ to: '?sex=female&sort=file' });
  const second = sortLinks('people', { sex: 'female', sort: 'file' })['fileNo'];
  expect(second).toEqual({ to: '?sex=female&sort=file-down', sorted: 'ascending' });
  expect(sortLinks('people', { sort: 'file-down' })['fileNo']).toEqual({
    to: '?sort=file',
    sorted: 'descending',
  });
});

test('the usual order goes without saying and is shown all the same', () => {
  expect(keptFilter('contacts', [['sort', 'recorded']])).toEqual({});
  expect(keptFilter('follow-ups', [['sort', 'latest-due']])).toEqual({ sort: 'latest-due' });
  expect(sortLinks('contacts', {})['recordedOn']).toMatchObject({ sorted: 'descending' });
  expect(sortLinks('people', { show: 'served' })['lastContactOn']).toMatchObject({ sorted: 'descending' });
  expect(
    keptFilter('people', [
      ['show', 'served'],
      ['sort', 'served'],
    ]),
  ).toEqual({ show: 'served' });
  expect(sortLinks('follow-ups', {})['dueOn']).toMatchObject({ sorted: 'ascending' });
});
