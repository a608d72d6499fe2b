import { expect, test } from 'vitest';
import { compareFiles, joinedFile, restoredFile } from './joined-file.ts';
import type { WholeFile } from './whole-file.ts';

const file = (facts: object = {}, identity: object = {}, assignedTo: string | null = null): WholeFile => ({
  facts: {
    sex: 'female',
    birth_year: null,
    birth_precision: 'unknown',
    age_band: 'unknown',
    minor: false,
    nationalities: ['AF'],
    origin_country: null,
    origin_admin1: null,
    destinations: [],
    stage: 'intending',
    purpose: null,
    categories: [],
    languages: ['prs'],
    literacy: null,
    education: null,
    employment: null,
    sector: null,
    dependants: null,
    heard_via: null,
    staff_sex_preference: null,
    ...facts,
  },
  identity: { names: [{ given: 'Gul', kind: 'main' }], phones: [], ...identity },
  assignedTo,
});
const differing = (one: WholeFile, other: WholeFile) =>
  Object.fromEntries(
    compareFiles(one, other).flatMap(({ field, suggested }) => (suggested ? [[field, suggested]] : [])),
  );

test('where both say the same nothing is chosen; what says something is suggested over what does not', () => {
  expect(differing(file(), file())).toEqual({});
  const other = file({ sex: 'unknown', purpose: 'work' }, { note: 'late', legalStatus: 'regular' }, 'ada');
  expect(differing(file({ literacy: 'reads' }), other)).toEqual({
    sex: 'kept',
    purpose: 'other',
    literacy: 'kept',
    note: 'other',
    legalStatus: 'other',
    assignedTo: 'other',
  });
});

test('a choice that was not made, or cannot be, is asked for', () => {
  const [one, other] = [file({ purpose: 'study' }), file({ purpose: 'work' })];
  for (const choices of [{}, { purpose: 'both' as const }])
    expect(() => joinedFile(one, other, choices)).toThrow(
      expect.objectContaining({ fields: [{ path: 'choices.purpose', code: 'choose-one' }] }),
    );
});

test('what is chosen stands with all that belongs to it', () => {
  const birth = { year: 1994, precision: 'year' };
  const other = file(
    {
      birth_year: 1994,
      birth_precision: 'year',
      age_band: '25_34',
      origin_country: 'AF',
      origin_admin1: 'Kabul',
    },
    { birth, originPlace: 'Paghman' },
  );
  const joined = joinedFile(file(), other, { birth: 'other', origin: 'other' });
  expect(joined.facts).toMatchObject({ birth_year: 1994, age_band: '25_34', origin_admin1: 'Kabul' });
  expect(joined.identity).toMatchObject({ birth, originPlace: 'Paghman' });
});

test('both names are kept, the kept file’s first; delicate categories stay sealed', () => {
  const one = file({ categories: ['labour_migrant'] });
  const other = file({}, { names: [{ given: 'گل', kind: 'main' }], delicateCategories: ['refugee'] });
  const joined = joinedFile(one, other, { names: 'both', categories: 'both' });
  expect(joined.identity.names).toEqual([
    { given: 'Gul', kind: 'main' },
    { given: 'گل', kind: 'alias' },
  ]);
  expect([joined.facts.categories, joined.identity.delicateCategories]).toEqual([
    ['labour_migrant'],
    ['refugee'],
  ]);
});

test('an e-mail that one file calls unsafe is unsafe', () => {
  const mail = (safe: boolean) => file({}, { email: { address: 'a@people.example', safe } });
  expect(joinedFile(mail(true), mail(false), { email: 'kept' }).identity.email?.safe).toBe(false);
});

test('undoing gives the file back as it was, but for what was changed since', () => {
  const [before, after] = [file({ purpose: 'study' }), file({ purpose: 'work', literacy: 'reads' })];
  const now = file({ purpose: 'work', literacy: 'reads', stage: 'in_transit' });
  const { file: restored, changedSince } = restoredFile(before, after, now);
  expect(changedSince).toEqual(['stage']);
  expect(restored.facts).toMatchObject({ purpose: 'study', literacy: null, stage: 'in_transit' });
});
