import { type Topic, type TopicGroup, topic } from '#platform/code-lists/topic-list.ts';
import type { SeededRandom } from './seeded-random.ts';

interface About {
  topic: Topic;
  /** What was spoken: counsellors write in that language now and then. */
  language: string;
  /** Where somebody wants to go, or is. */
  country: string;
}

/** A counsellor's note: a few plain sentences about an invented conversation. */
export function noteFor(random: SeededRandom, about: About): string {
  const inTongue = notesInTongue[about.language];
  const sentences =
    inTongue && random.chance(0.3)
      ? inTongue
      : (notesByGroup[topic.group(about.topic)] ?? notesByGroup.centre);
  return fill(random, random.pick(sentences), about.country);
}

const countryNames: Record<string, string> = {
  SA: 'Saudi Arabia',
  AE: 'the Emirates',
  OM: 'Oman',
  QA: 'Qatar',
  KW: 'Kuwait',
  MY: 'Malaysia',
  IT: 'Italy',
  GB: 'Britain',
  DE: 'Germany',
  GR: 'Greece',
  CA: 'Canada',
  AU: 'Australia',
  US: 'the United States',
  PK: 'Pakistan',
  SE: 'Sweden',
  FR: 'France',
  NL: 'the Netherlands',
  TR: 'Türkiye',
  RU: 'Russia',
  KZ: 'Kazakhstan',
  KR: 'Korea',
};

const fillings: Record<string, readonly string[]> = {
  relative: ['brother', 'cousin', 'sister', 'uncle', 'husband', 'son', 'neighbour'],
  trade: [
    'driver',
    'mason',
    'tailor',
    'welder',
    'cook',
    'electrician',
    'nurse aide',
    'farm worker',
    'security guard',
  ],
  months: ['two', 'three', 'four', 'five', 'eight'],
  amount: ['80,000', '150,000', '240,000', '320,000', '450,000'],
  day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday'],
};

const fill = (random: SeededRandom, text: string, country: string): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    name === 'country' ? (countryNames[country] ?? 'another country') : random.pick(fillings[name] ?? ['']),
  );

const notesByGroup: Record<TopicGroup, readonly string[]> = {
  before_migration: [
    'Has an offer as a {trade} in {country} through an agent who asks {amount} rupees up front. Read the paper together: no employer named, no wage. Will not pay before the licence is checked.',
    'Came with the contract for {country}. Working hours and the end-of-service payment were new to them. Copied the pages, explained what the attestation is for.',
    'Wants to follow a {relative} to {country}. Went through the regular ways and what each costs and takes. Staying and training as a {trade} first was not an idea they had met before; took the leaflet home.',
    'The family would sell the shop to pay an agent. Talked about the debt more than about the journey. They want to come back with the father.',
    'Asked for the list of papers for the visa to {country}. Passport expires in {months} months; renewal first. Checklist given.',
    'A {relative} was told the sea is short and safe. Told what is known of the route, without frightening. Asked what they would need in order to wait half a year.',
    'Compared two offers. The cheaper one has no insurance. Showed how to look up whether an agency has a licence, then they did it alone.',
    'Interested in studying in {country}. Marks are good, English is weak. Suggested the evening course; will return with certificates.',
  ],
  travel: [
    'Leaves on {day}. Went through the airport step by step, what to keep in the hand and whom to call on arrival. Photographed the papers onto their own phone.',
    'First flight of their life. Drew the halls of the airport on paper. The {relative} will be called from there.',
    "Asked about medicines in the luggage. Gave the list for {country} and the doctor's letter form.",
  ],
  living_abroad: [
    'Card expires in {months} months and the office sends them from desk to desk. Wrote down which paper is missing and from whom. Appointment for {day}.',
    'Two children are not in school because of the birth papers. Called the school with the mother beside me; they can start as guests.',
    'Pays rent without any paper. Explained what a receipt changes. Wants to ask the landlord alone first.',
    'Works as a {trade} six days for half of what others get. Knows it. Afraid to lose the room that comes with the work. We listed what would have to be in place first.',
    "Clinic turned her away for a card she does not need. Gave the paper that says so, with the telephone of the patients' desk.",
    'Wants to send money home without the man at the corner. Compared three ways and what arrives in the end.',
  ],
  problem: [
    'No wages for {months} months as a {trade}. Has messages that admit it. Sorted them by date; explained complaint and mediation. Thinks it over until {day}.',
    'The employer in {country} keeps the passport. Family is afraid that asking makes it worse. Explained what the embassy can do quietly. Nothing is done without his word.',
    'The {relative} was held at the border {months} days ago; no call since. Tracing form filled in together. Tea, and time.',
    'Fell from a scaffold, hand not healed. Hospital papers are complete, the report of the accident is missing. Referred to the legal clinic, with consent.',
    'The contract here and the contract there are two different papers. Kept copies of both. Very tired; agreed to speak again on {day} rather than decide today.',
    'Paid {amount} rupees to somebody who cannot be reached any more. Ashamed. Told that most who come here were not careless, only trusting. Complaint prepared.',
  ],
  return: [
    'Back from {country} since {months} months. Good {trade}, no paper that says so. Booked the skills test.',
    'Wants to open a small workshop. We wrote down what it earns in a bad month. Will ask the {relative} about the back room.',
    'The debt for the journey is larger than what was earned. Made a list of whom to talk to first. Left calmer than they came.',
    'Asked about support after return. Explained what exists and what does not, so that nobody waits for it in vain.',
  ],
  wellbeing: [
    'Sleeps badly since the journey. Did not want a referral today. Agreed on a second talk on {day}, same room.',
    'Misses the children, says the phone makes it worse and better. Mostly listened.',
    'Quarrel in the family about the money that comes from {country}. Spoke with both, apart, then together.',
  ],
  development: [
    'Wants to put savings from {country} into a well for the village. Explained who in the district gives permission.',
  ],
  crisis_information: [
    'Asked whether the border is open. Gave what is known this morning and where to ask again before leaving.',
  ],
  centre: [
    'Asked what we do and what it costs. Nothing, we said, and showed the rooms.',
    'Wanted the opening hours for a {relative} who works until five.',
    'Would like to help as an interpreter. Passed on to the coordinator.',
  ],
};

const notesInTongue: Record<string, readonly string[]> = {
  prs: [
    'در بارهٔ تمدید کارت اقامت پرسید. اسناد لازم را یکجا نوشتیم. روز {day} دوباره می‌آید.',
    'می‌خواهد نزد خویشاوندش برود، اما راه قانونی را نمی‌شناخت. راه‌ها، هزینه‌ها و امکان ماندن را توضیح دادم.',
    'سه ماه است معاش نگرفته. پیام‌های صاحب‌کار را به ترتیب تاریخ گذاشتیم. می‌خواهد اول با خانواده مشوره کند.',
    'اطفالش به مکتب نمی‌روند. با مدیر مکتب تماس گرفتیم؛ از هفتهٔ آینده مهمان صنف می‌شوند.',
  ],
  ur: [
    'ایجنٹ پہلے پیسے مانگ رہا ہے۔ لائسنس چیک کرنے کا طریقہ بتایا، انہوں نے خود فون پر دیکھ لیا۔',
    'معاہدہ ساتھ بیٹھ کر پڑھا۔ تنخواہ لکھی ہے، چھٹی نہیں۔ واپس جا کر پوچھیں گے۔',
    'بھائی سے کئی ہفتوں سے بات نہیں ہوئی۔ سفارت خانے کا طریقہ سمجھایا اور فارم ساتھ بھرا۔',
    'واپس آئے ہوئے کچھ مہینے ہوئے ہیں۔ ہنر کا ٹیسٹ بک کرا دیا، چھوٹی دکان کا خیال ہے۔',
  ],
  ar: [
    'سأل عن لمّ الشمل وما يلزم من أوراق. كتبنا القائمة معًا، وسيعود حين تصل شهادة الميلاد.',
    'انتهت الإقامة قبل شهرين. شرحت الطرق النظامية وما تستغرقه. يريد أن يفكّر قبل أي خطوة.',
  ],
  bn: [
    'তিন মাস বেতন পাননি। কাগজপত্র তারিখ অনুযায়ী সাজিয়ে দিয়েছি। পরিবারের সঙ্গে কথা বলে জানাবেন।',
    'দেশে ফেরার কাগজের নিয়ম জানতে চেয়েছেন। তালিকা দেওয়া হয়েছে, সোমবার আবার আসবেন।',
  ],
};
