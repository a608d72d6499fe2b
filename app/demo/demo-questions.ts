/** What people asked the demo centre without a name, and what was answered. All of it is invented. */
export interface DemoQuestion {
  /** Seven words of the receipt; in the demo they stand in the source, so that a visitor can try one. */
  receipt: string;
  daysAgo: number;
  topic: 'before_migration' | 'living_abroad' | 'problem' | 'return' | 'wellbeing';
  language: string;
  text: string;
  answer?: { by: string; text: string; topic: string; guides: string[] };
}

export const demoQuestions: readonly DemoQuestion[] = [
  {
    receipt: 'garden lemon bridge window morning paper island',
    daysAgo: 9,
    topic: 'problem',
    language: 'en',
    text: 'My brother works in a workshop abroad. They took his passport on the first day "to keep it safe". He wants to visit our mother. What should he do first?',
    answer: {
      by: 'counsellor3',
      text: 'Ask him to stay calm and not to sign anything. He may ask for the passport back, best in writing, and keep a copy of the message. If he is afraid of the answer, he should speak with his embassy first. The two pages below say the steps and what to keep as proof. Write again with this receipt if they refuse.',
      topic: 'passport_withheld',
      guides: ['passport-taken', 'pk-sa-passport-taken'],
    },
  },
  {
    receipt: 'river candle orange valley pencil cousin travel',
    daysAgo: 6,
    topic: 'before_migration',
    language: 'ur',
    text: 'ایک ایجنٹ کہتا ہے کہ عمرہ ویزا پر جا کر وہاں کام کا ویزا مل جائے گا۔ کیا یہ درست ہے؟',
    answer: {
      by: 'counsellor1',
      text: 'کام کے لیے کام کا ویزا چاہیے۔ جو شخص کہے کہ عمرہ یا وزٹ ویزا بعد میں بدل جائے گا، اس سے لکھی ہوئی بات اور لائسنس نمبر مانگیں اور پیسے دینے سے پہلے ہم سے پوچھیں۔ نیچے کے صفحے پر خطرے کی نشانیاں ہیں۔ آپ انتظار بھی کر سکتے ہیں یا یہیں کوئی راستہ دیکھ سکتے ہیں۔',
      topic: 'fraud_scam',
      guides: ['pk-sa-warning-signs', 'pk-sa-check-agency'],
    },
  },
  {
    receipt: 'summer basket market pigeon ladder wisdom uncle',
    daysAgo: 4,
    topic: 'living_abroad',
    language: 'ar',
    text: 'هل يمكنني أن أنتقل إلى صاحب عمل آخر قبل نهاية العقد؟ أعمل في مطعم.',
  },
  {
    receipt: 'bamboo mother copper school silver rabbit family',
    daysAgo: 2,
    topic: 'return',
    language: 'bn',
    text: 'দুই মাসের বেতন পাইনি। দেশে ফিরে গেলে কি সেই টাকা পাওয়ার কোনো উপায় থাকে?',
  },
  {
    receipt: 'velvet harvest ocean kitchen fabric spring lucky',
    daysAgo: 1,
    topic: 'wellbeing',
    language: 'en',
    text: 'My husband has been abroad for a year. The children do not sleep well since he left, and I do not know whom to ask.',
  },
  {
    receipt: 'honey bronze violin meadow cotton energy parent',
    daysAgo: 0,
    topic: 'before_migration',
    language: 'ur',
    text: 'ویلڈر کے ٹیسٹ کے لیے کیا کاغذ لے کر جانے ہیں؟ کیا فیس واپس ملتی ہے؟',
  },
];
