import { expect, test } from 'vitest';
import { guideOfForm, translationOfForm } from './guide-form.ts';

test('a place outside the page is left out', () => {
  expect(
    translationOfForm({ blocks: [{ at: '-1', text: 'a' }, { at: '9999' }, { at: 'x' }] })['blocks'],
  ).toEqual([]);
});

test('a row without words keeps its place, so that the others stay beside their source', () => {
  expect(
    translationOfForm({
      version: '2',
      textVersion: '0',
      title: 'T',
      summary: 'S',
      blocks: [{ at: '0' }, { at: '2', text: 'c', upToDate: 'yes' }],
    }),
  ).toEqual({
    version: 2,
    textVersion: 0,
    title: 'T',
    summary: 'S',
    blocks: [
      { text: '', upToDate: false },
      { text: '', upToDate: false },
      { text: 'c', upToDate: true },
    ],
  });
});

test('one of several choices is a list as well, and no place is the first', () => {
  expect(guideOfForm({ stages: 'intending', version: '3' })).toMatchObject({
    stages: ['intending'],
    topics: [],
    place: 0,
    riskClass: 'normal',
    version: 3,
  });
  expect(guideOfForm({ place: '٢٠' })).toMatchObject({ place: 20 });
});
