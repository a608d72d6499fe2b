import { foldedWords } from './search-words.ts';

/**
 * What people type and what pages say: words of the street and of the office for one thing, as they are written in
 * Latin letters on phones and in the scripts of the languages we serve. One line, one thing.
 */
const sameThing = [
  'wage wages salary pay paid payment tankhwah tankha tankhah maash ratib beton تنخواہ معاش راتب اجور مزد বেতন মজুরি маош',
  'sponsor sponsorship employer kafeel kafil kafala kafalat کفیل کفالت كفيل كفالة কফিল',
  'agency agent promoter recruiter broker dalal ایجنٹ ایجنسی وكالة مكتب کارگزار দালাল এজেন্সি এজেন্ট',
  'residence permit iqama iqamah اقامہ إقامة اقامه ইকামা',
  'passport pasport pasaporte گذرنامه پاسپورٹ جواز পাসপোর্ট шиноснома',
  'contract agreement muahida aqd عقد قرارداد معاہدہ চুক্তি',
  'loan debt qarz karz dain قرض دين وام ঋণ ধার қарз',
  'smuggler smuggling agent dunki donkey قاچاقبر مهرب اسمگلر পাচারকারী',
  'violence beaten hit abuse zulm تشدد عنف خشونت নির্যাতন মারধর',
  'fee fees cost costs price money kharcha kharch fees خرچہ فیس رسوم هزینه খরচ ফি',
  'doctor hospital ill sick health daktar ڈاکٹر طبيب داکتر ডাক্তার হাসপাতাল',
  'embassy consulate mission sifarat safarat سفارت سفارة قنصلية দূতাবাস сафорат',
  'prison jail detained arrested giraftar گرفتار سجن زندان গ্রেপ্তার জেল',
  'send money remittance transfer hundi hawala حوالہ حواله تحويل রেমিট্যান্স হুন্ডি',
  'return home back wapsi واپسی عودة بازگشت ফেরত',
].map((line) => foldedWords(line));

const groups = new Map<string, number[]>();
for (const [group, words] of sameThing.entries()) {
  for (const each of words) groups.set(each, [...(groups.get(each) ?? []), group]);
}

/** Other words for the same thing, folded; none for most words. */
export function synonymsOf(folded: string): string[] {
  const found = (groups.get(folded) ?? []).flatMap((group) => sameThing[group] ?? []);
  return [...new Set(found)].filter((each) => each !== folded);
}
