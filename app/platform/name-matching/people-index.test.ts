import { beforeEach, describe, expect, it } from 'vitest';
import { createPeopleIndex, type IndexedPerson, type PeopleIndex } from './people-index.ts';

const scope = 'centre-one';
let index: PeopleIndex;

function person(id: string, names: string[], more: Partial<IndexedPerson> = {}): IndexedPerson {
  return { id, scope, names, phones: [], references: [], ...more };
}

function found(text: string, limit = 10): string[] {
  return index.search(scope, text, { limit }).map((hit) => hit.id);
}

beforeEach(() => {
  index = createPeopleIndex();
  index.put(
    person('karim', ['Mohammed Karim Talukdar', 'محمد كريم تالوكدار'], {
      birthYear: 1990,
      phones: ['+962 79 123 4567'],
      references: ['K-2026-00123', '8841-2250-7713'],
      sex: 'male',
      origin: 'bd',
    }),
  );
  index.put(person('fatema', ['Fatema Begum', 'ফাতেমা বেগম'], { birthYear: 1985, phones: ['8801711000222'] }));
  index.put(person('zohra', ['Зухра Рахимова'], { birthYear: 2001 }));
  index.put(person('abd', ['عبد الرحمن القحطاني']));
  index.put(person('rahul', ['राहुल शर्मा']));
});

describe('what is not found', () => {
  it('people of another centre', () => {
    expect(index.search('centre-two', 'Fatema', { limit: 10 })).toEqual([]);
    expect(index.search('centre-two', '4567', { limit: 10 })).toEqual([]);
    expect(index.similar('centre-two', person('new', ['Fatema Begum']), { limit: 10 })).toEqual([]);
  });

  it('nothing, one letter, too few digits, and names that nobody has', () => {
    for (const text of ['', ' ', 'k', 'م', '45', 'Wolfgang Schmitz', '9999']) expect(found(text)).toEqual([]);
  });

  it('people who were removed, and what a replaced person had before', () => {
    index.remove('fatema');
    index.remove('fatema');
    index.remove('unknown');
    expect(found('Fatema')).toEqual([]);
    index.put(person('karim', ['Selim Reza']));
    expect(found('Talukdar')).toEqual([]);
    expect(found('4567')).toEqual([]);
    expect(found('Selim')).toEqual(['karim']);
    expect(index.size).toBe(4);
  });

  it('does not break on hostile text', () => {
    const hostile = [
      'a'.repeat(10_000),
      '\ud800',
      'Ka\u0000rim',
      '😀',
      '__proto__',
      '9'.repeat(500),
      'م '.repeat(900),
      '%_*',
      '০'.repeat(40),
    ];
    for (const text of hostile) {
      expect(() => found(text)).not.toThrow();
      expect(() => index.put(person('odd', [text], { phones: [text], references: [text] }))).not.toThrow();
      expect(() =>
        index.similar(scope, person('new', [text], { phones: [text], references: [text] }), { limit: 5 }),
      ).not.toThrow();
    }
  });
});

describe('search as you type', () => {
  it.each([
    ['moh', 'karim'],
    ['Mohammed Kar', 'karim'],
    ['محم', 'karim'],
    ['মোহা', 'karim'],
    ['talukd', 'karim'],
    ['karim mohamed', 'karim'],
    ['Muhammad Kareem', 'karim'],
    ['كريم', 'karim'],
    ['fat', 'fatema'],
    ['ফাতে', 'fatema'],
    ['فاطمة', 'fatema'],
    ['fatima begom', 'fatema'],
    ['zuhr', 'zohra'],
    ['Zuhra Rahimova', 'zohra'],
    ['رحیموا', 'zohra'],
    ['Abdurrahman', 'abd'],
    ['abdul rahman', 'abd'],
    ['qahtani', 'abd'],
    ['Al-Qahtani', 'abd'],
    ['rahul', 'rahul'],
    ['Sharma Rahul', 'rahul'],
  ])('%s finds %s', (text, id) => {
    expect(found(text)[0]).toBe(id);
  });

  it('says why', () => {
    expect(index.search(scope, 'فاطمة', { limit: 1 })[0]?.reasons).toContain('known-variant');
    expect(index.search(scope, 'Zuhra ', { limit: 1 })[0]?.reasons).toContain('same-sound');
    expect(index.search(scope, 'taluk', { limit: 1 })[0]?.reasons).toContain('prefix');
  });

  it('moves people of the birth year up and leaves nobody out', () => {
    index.put(person('younger', ['Mohammed Karim Talukdar'], { birthYear: 2004 }));
    const hits = index.search(scope, 'Mohammed Karim', { limit: 5, birthYear: 2005 });
    expect(hits.map((hit) => hit.id)).toEqual(['younger', 'karim']);
    expect(hits[0]?.reasons).toContain('birth-year-one-apart');
  });

  it('keeps to the limit', () => {
    for (let i = 0; i < 50; i++) index.put(person(`m${i}`, ['Mohammed Ali']));
    expect(found('Mohammed', 7)).toHaveLength(7);
    expect(found('Mohammed', 0)).toEqual([]);
  });
});

describe('numbers', () => {
  it.each([
    '4567',
    '1234567',
    '0791234567',
    '00962791234567',
    '+962 79 123 4567',
    '٤٥٦٧',
    '۱۲۳۴۵۶۷',
    '৪৫৬৭',
    'K-2026-00123',
    'k-2026-123',
    'k 2026 00123',
    'K202600123',
    '123',
    '00123',
    '2026-123',
    '8841-2250-7713',
    '884122507713',
  ])('%s finds the person', (text) => {
    expect(found(text)).toEqual(['karim']);
  });

  it('tells a phone from a file number and a card', () => {
    expect(index.search(scope, '0791234567', { limit: 1 })[0]?.reasons).toEqual(['same-phone']);
    expect(index.search(scope, '4567', { limit: 1 })[0]?.reasons).toEqual(['phone-ending']);
    expect(index.search(scope, 'K-2026-00123', { limit: 1 })[0]).toMatchObject({
      score: 1,
      reasons: ['same-file-number'],
    });
    expect(index.search(scope, '884122507713', { limit: 1 })[0]?.reasons).toEqual(['same-card']);
  });
});

describe('possible duplicates', () => {
  it('leaves out the person and whoever shares only a family name', () => {
    index.put(person('other', ['Selina Talukdar'], { birthYear: 1960 }));
    const hits = index.similar(scope, person('karim', ['Mohammed Karim Talukdar'], { birthYear: 1990 }), {
      limit: 5,
    });
    expect(hits.map((hit) => hit.id)).not.toContain('karim');
    expect(hits.find((hit) => hit.id === 'other')?.score ?? 0).toBeLessThan(0.4);
  });

  it('finds the same person in another script, with the reasons', () => {
    const hits = index.similar(
      scope,
      person('new', ['মোহাম্মদ করিম তালুকদার'], { birthYear: 1991, phones: ['0791234567'] }),
      { limit: 5 },
    );
    expect(hits[0]?.id).toBe('karim');
    expect(hits[0]?.score).toBeGreaterThan(0.9);
    expect(hits[0]?.reasons).toEqual(
      expect.arrayContaining(['same-sound', 'birth-year-one-apart', 'same-phone']),
    );
  });

  it('counts a birth year that is far off and another sex against it', () => {
    const like = (more: Partial<IndexedPerson>) =>
      index.similar(scope, person('new', ['Mohammed Karim Talukdar'], more), { limit: 1 })[0]?.score ?? 0;
    expect(like({ birthYear: 1990, sex: 'male' })).toBeGreaterThan(like({ birthYear: 1970, sex: 'male' }));
    expect(like({ birthYear: 1990, sex: 'male' })).toBeGreaterThan(like({ birthYear: 1990, sex: 'female' }));
    expect(like({ birthYear: 1985, birthYearPrecise: false })).toBeGreaterThan(like({ birthYear: 1985 }));
    expect(like({ birthYear: 1990 })).toBeGreaterThan(like({ birthYear: 1985, birthYearPrecise: false }));
  });

  it('a shared phone alone is shown, as a weak sign', () => {
    const hit = index.similar(scope, person('new', ['Selina Akter'], { phones: ['962791234567'] }), {
      limit: 5,
    })[0];
    expect(hit?.reasons ?? ['same-phone']).toContain('same-phone');
    expect(hit?.score ?? 0).toBeLessThan(0.5);
  });
});

describe('upkeep', () => {
  it('stays right when most people leave and others come', () => {
    for (let i = 0; i < 3000; i++)
      index.put(person(`p${i}`, [`Person${i} Talukdar`], { references: [`K-2025-${i}`] }));
    for (let i = 0; i < 2900; i++) index.remove(`p${i}`);
    expect(index.size).toBe(105);
    expect(found('K-2025-2950')).toEqual(['p2950']);
    expect(found('Mohammed Karim')[0]).toBe('karim');
    expect(found('K-2025-17')).toEqual([]);
    expect(index.memory()).toBeGreaterThan(0);
  });

  it('follows a person to another centre', () => {
    index.put({ ...person('fatema', ['Fatema Begum']), scope: 'centre-two' });
    expect(found('Fatema')).toEqual([]);
    expect(index.search('centre-two', 'fatima', { limit: 5 })).toHaveLength(1);
    expect(index.size).toBe(5);
  });
});
