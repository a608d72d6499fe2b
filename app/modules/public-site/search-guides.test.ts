import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { programDir } from '#platform/house.server.ts';
import { createTranslators } from '#platform/language/translators.server.ts';
import { searchGuides } from './search-guides.server.ts';
import { guideFixture, publishedFixture, starterSite } from './starter-site.testing.ts';

const translators = createTranslators({ dir: join(programDir, 'locales'), onMissing: () => {} });
const text = (title: string, body = '') => ({ title, summary: title, body });

const site = publishedFixture([
  guideFixture('passport', {
    en: text('My passport was taken', 'The employer keeps it. Ask for it back.'),
    ur: text('میرا پاسپورٹ لے لیا گیا', 'کفیل نے پاسپورٹ رکھ لیا ہے۔'),
    ar: text('أخذوا جواز سفري', 'صاحب العمل يحتفظ به في نظام الكفالة.'),
    bn: text('আমার পাসপোর্ট নিয়ে নিয়েছে', 'নিয়োগকর্তা রেখে দিয়েছেন।'),
    tg: text('Шиносномаи маро гирифтанд', 'Корфармо онро нигоҳ медорад.'),
  }),
  guideFixture('wages', {
    en: text('I was not paid', 'Write down what is owed. Count the hours.'),
    ur: text('میری تنخواہ نہیں ملی', 'جو باقی ہے وہ لکھ لیں۔'),
    ar: text('لم يدفعوا راتبي', 'اكتب ما لم يُدفع.'),
    bn: text('আমার বেতন দেয়নি', 'যা বাকি আছে লিখে রাখুন।'),
  }),
  guideFixture('heat', { en: text('Heat and work', 'Drink water. Rest in the shade.') }),
]);
const find = async (language: string, query: string) => searchGuides(site, translators, language, query);
const best = async (language: string, query: string) => (await find(language, query)).own[0]?.slug;

describe('what is not there', () => {
  test('finds nothing, in any language', async () => {
    expect(await find('en', 'zzzzqqqq')).toEqual({ own: [], others: [] });
    expect(await find('en', '   ')).toEqual({ own: [], others: [] });
  });

  test('is not invented for a hostile query', async () => {
    const { own } = await find('en', `${'a*'.repeat(5000)}\u0000\ud800<script>`);
    expect(own.length).toBeLessThan(4);
  });
});

describe('spelling is forgiven', () => {
  test.each([
    ['en', 'paspot', 'passport'],
    ['en', 'PASSPROT', 'passport'],
    ['en', 'salary', 'wages'],
    ['en', 'tankhwah', 'wages'],
    ['ur', 'tankhwah', 'wages'],
    ['ur', 'تنخوا', 'wages'],
    ['ur', 'kafeel', 'passport'],
    ['ar', 'kafalat', 'passport'],
    ['ar', 'كفاله', 'passport'],
    ['ar', 'الجواز', 'passport'],
    ['bn', 'pasport', 'passport'],
    ['bn', 'বেতণ', 'wages'],
    ['tg', 'шиноснома', 'passport'],
  ])('%s: %s', async (language, query, slug) => {
    expect(await best(language, query)).toBe(slug);
  });
});

test('pages of other languages are offered beneath, each once', async () => {
  const { own, others } = await find('tg', 'heat');
  expect(own).toEqual([]);
  expect(others).toEqual([{ slug: 'heat', language: 'en' }]);
});

test('pages with every word come before pages with some', async () => {
  expect(await best('en', 'employer passport')).toBe('passport');
});

test('every page that comes with the program is found by its own title', async () => {
  const whole = starterSite();
  for (const { slug, texts } of whole.pages) {
    const { own } = await searchGuides(whole, translators, 'en', texts.get('en')?.title ?? '');
    expect(own.slice(0, 5).map((found) => found.slug)).toContain(slug);
  }
});

describe('when pages change', () => {
  test('a new wording is found, the old one is not, and what is gone stays gone', async () => {
    const kite = guideFixture('kite', { en: text('Flying a kite', 'Hold the string.') });
    const before = publishedFixture([kite, guideFixture('drum', { en: text('Beating a drum') })]);
    expect((await searchGuides(before, translators, 'en', 'string')).own[0]?.slug).toBe('kite');
    const after = publishedFixture([guideFixture('kite', { en: text('Flying a kite', 'Mind the wires.') })]);
    expect((await searchGuides(after, translators, 'en', 'wires')).own[0]?.slug).toBe('kite');
    expect((await searchGuides(after, translators, 'en', 'string')).own).toEqual([]);
    expect((await searchGuides(after, translators, 'en', 'drum')).own).toEqual([]);
  });
});
