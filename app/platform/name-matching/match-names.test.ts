import { describe, expect, it } from 'vitest';
import { matchNames } from './match-names.ts';

/** One threshold for all scripts; the bench finds the best one near it. */
const same = 0.6;

describe('names that are not the same', () => {
  it.each([
    ['Hasan Ali', 'Husain Ali'],
    ['Abdul Karim', 'عبد الرحيم'],
    ['Fatima Begum', 'ফরিদা বেগম'],
    ['Karim', 'Nasir'],
    ['Nasir', 'Basir'],
    ['Rahim', 'রহমান'],
    ['Каримов', 'رحیمی'],
    ['Mohammad Khan', 'محمد حسینی'],
    ['राहुल शर्मा', 'Deepak Sharma'],
  ])('%s and %s stay apart', (a, b) => {
    expect(matchNames(a, b).score).toBeLessThan(same);
  });

  it('says nothing of an empty name', () => {
    for (const nothing of ['', '   ', '123', '!?', '\u200f', '😀']) {
      expect(matchNames(nothing, 'Karim')).toEqual({ score: 0, reasons: [] });
      expect(matchNames(nothing, nothing)).toEqual({ score: 0, reasons: [] });
    }
  });

  it('gives 1 to equal names only', () => {
    expect(matchNames('Karīm  AHMADI', 'karim ahmadi').score).toBe(1);
    expect(matchNames('كريم', 'کریم').score).toBe(1);
    for (const [a, b] of [
      ['Karim Ahmadi', 'Kareem Ahmadi'],
      ['Karim Ahmadi', 'Ahmadi Karim'],
      ['Karim', 'كريم'],
      ['Mohammed', 'Muhammad'],
      ['Müller', 'Muller'],
    ] as const) {
      expect(matchNames(a, b).score).toBeLessThan(1);
    }
  });
});

describe('one name in two scripts', () => {
  it.each([
    ['Muhammad Karimi', 'محمد کریمی'],
    ['Yusuf Qahtani', 'يوسف القحطاني'],
    ['Shahrukh Durrani', 'شاہ رخ درانی'],
    ['Gulalai Zadran', 'ګلالۍ ځدران'],
    ['Gulnora Rahimova', 'Гульнора Рахимова'],
    ['Фатима Каримова', 'فاطمه کریموا'],
    ['Rafiqul Islam Talukdar', 'রফিকুল ইসলাম তালুকদার'],
    ['Anirban Mukherjee', 'অনির্বাণ মুখোপাধ্যায়'],
    ['Shyamal Ghosh', 'শ্যামল ঘোষ'],
    ['Sanjay Chowdhury', 'সঞ্জয় চৌধুরী'],
    ['Rajendra Yadav', 'राजेंद्र यादव'],
    ['Zeeshan Qureshi', 'ज़ीशान क़ुरैशी'],
    ['রহিম', 'रहीम'],
    ['يوسف', 'ইউসুফ'],
    ['Карим', 'করিম'],
  ])('%s is %s', (a, b) => {
    expect(matchNames(a, b).score).toBeGreaterThan(same);
  });

  it('knows the spellings of the most common name', () => {
    const spellings = ['Muhammad', 'Mohamed', 'Md.', 'محمد', 'Мухаммад', 'মোহাম্মদ', 'मोहम्मद'];
    for (const a of spellings) for (const b of spellings) expect(matchNames(a, b).score).toBeGreaterThan(0.9);
  });
});

describe('one name written in two ways', () => {
  it.each([
    ['Abd al-Rahman Saleh', 'عبدالرحمن صالح'],
    ['Abdurrahman Saleh', 'Abdul Rahman Saleh'],
    ['Nur al-Din', 'Noureddine'],
    ['Nuruddin Ahmadi', 'نور الدین احمدی'],
    ['Habibullah', 'حبیب الله'],
    ['Al-Khatib', 'Khatib'],
    ['Karim Ahmadi', 'AHMADI Karim'],
    ['Karim Reza Ahmadi', 'Karim Ahmadi'],
    ['Kareem Ahmady', 'Karim Ahmadi'],
    ['Hosain Rahmani', 'Hossein Rahmani'],
    ['R. Talukdar', 'Rafiq Talukdar'],
  ])('%s is %s', (a, b) => {
    expect(matchNames(a, b).score).toBeGreaterThan(same);
  });

  it('takes a second given name that differs for another person, a missing one not', () => {
    const missing = matchNames('Karim Ahmadi', 'Karim Reza Ahmadi').score;
    const other = matchNames('Karim Nabil Ahmadi', 'Karim Reza Ahmadi').score;
    expect(missing).toBeGreaterThan(other);
  });

  it('reads capitals behind a comma as initials', () => {
    const fitting = matchNames('Talukdar, RK', 'Rafiq Kabir Talukdar').score;
    expect(fitting).toBeGreaterThan(0.5);
    expect(matchNames('Talukdar, RK', 'Selim Nasir Talukdar').score).toBeLessThan(0.2);
  });

  it('lets a rare family name weigh more than a common one', () => {
    const rare = matchNames('Zohal Barmaki', 'Nargis Barmaki').score;
    const common = matchNames('Zohal Khan', 'Nargis Khan').score;
    expect(rare).toBeGreaterThan(common);
  });
});

describe('the reasons', () => {
  it.each([
    ['Karim Ahmadi', 'Karim Ahmadi', 'same-name'],
    ['Karim Ahmadi', 'کریم احمدی', 'same-sound'],
    ['Karim Ahmadi', 'Ahmadi Karim', 'same-words-other-order'],
    ['Karim', 'Kareem', 'dropped-vowels'],
    ['Ghulam', 'Gulam', 'close-spelling'],
    ['Md. Karim', 'Mohammed Karim', 'known-variant'],
    ['R. Talukdar', 'Rafiq Talukdar', 'initial'],
    ['Abdul Rahman Saleh', 'Abdurrahman Saleh', 'joined-words'],
    ['Karim Reza Ahmadi', 'Karim Ahmadi', 'missing-word'],
  ])('%s and %s: %s', (a, b, reason) => {
    expect(matchNames(a, b).reasons).toContain(reason);
  });
});

describe('symmetry', () => {
  const names = [
    'Karim Ahmadi',
    'کریم احمدی',
    'Ahmadi K.',
    'Абдурахман Каримов',
    'রফিকুল ইসলাম',
    'राहुल शर्मा',
    'Abd al-Rahman',
    'Md Karim',
    'Nuruddin',
    'Talukdar, RK',
    'عبد الله بن يوسف',
    'Jean-Pierre D’Arcy',
  ];
  it('the order of the two names changes nothing', () => {
    for (const a of names) for (const b of names) expect(matchNames(a, b)).toEqual(matchNames(b, a));
  });
});

describe('hostile text', () => {
  const hostile = [
    'a'.repeat(10_000),
    'ab '.repeat(5_000),
    'م'.repeat(10_000),
    'ক্'.repeat(5_000),
    '\ud800Karim\udfff',
    'Ka\u0000rim',
    '\u202eKarim\u2066',
    '😀 Karim 👩‍👩‍👧',
    'K\u0301\u0301\u0301\u0301arim',
    '__proto__',
    'constructor toString',
    '٣٤٥',
    'ﷺ ﷲ',
    '漢字 かな',
    '=1+1',
    '<b>Karim</b>',
    'ُُُ',
    '্্্',
    'ь ъ',
    'é'.repeat(3_000),
    'A B C D E F G H I J K L M N O P',
  ];
  it('never throws, and stays between 0 and 1', () => {
    for (const a of hostile) {
      for (const b of [...hostile, 'Karim', 'کریم', 'রহিম', 'Карим', 'करीम']) {
        const { score } = matchNames(a, b);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }
    }
  });

  it('ignores marks that cannot be seen', () => {
    expect(matchNames('\u202eKarim\u202c Ahmadi\u200f', 'Karim Ahmadi').score).toBe(1);
    expect(matchNames('كَرِيم', 'كريم').score).toBe(1);
    expect(matchNames('کـریم', 'کریم').score).toBe(1);
  });
});
