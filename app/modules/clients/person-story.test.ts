import { expect, test } from 'vitest';
import { formFieldName, personStory } from './person-story.ts';
import type { ConsentDecision } from './timeline.ts';

const decision = (purpose: string, recordedAt: string): ConsentDecision => ({
  id: purpose,
  purpose,
  status: 'given',
  form: 'audio',
  explainedIn: 'ur',
  givenOn: recordedAt.slice(0, 10),
  validUntil: null,
  recordedAt,
  recordedBy: 'Mina',
  explained: [],
});

test('one story, newest first, the registration at its beginning', () => {
  const story = personStory(
    [{ id: 'contact', startedAt: '2026-03-11T09:00:00.000Z' }],
    [
      decision('research', '2026-03-12T09:00:00.000Z'),
      decision('b', '2026-03-10T09:00:00.000Z'),
      decision('a', '2026-03-10T09:00:00.000Z'),
    ],
    [{ at: '2026-03-13T09:00:00.000Z', by: 'Mina', fields: ['stage', 'age_band', 'origin_admin1'] }],
    { at: '2026-03-10T09:00:00.000Z', by: 'Mina' },
  );
  expect(story.map(({ kind }) => kind)).toEqual(['change', 'consent', 'contact', 'consent', 'registered']);
  expect(story[0]).toMatchObject({ fields: ['stage', 'originAdmin1'] });
  expect(story[3]).toMatchObject({ decisions: [{ purpose: 'a' }, { purpose: 'b' }] });
});

test('columns and sealed fields go by the names of the form', () => {
  expect(formFieldName('staff_sex_preference')).toBe('staffSexPreference');
  expect(formFieldName('names')).toBe('names');
});
