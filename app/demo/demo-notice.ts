/** A notice of the centre about itself: the one thing on the demo's public pages that nobody outside could have said. */
export const demoNotice = {
  slug: 'orchard-road-door',
  type: 'notice',
  section: 'notices',
  stages: [],
  topics: ['services_information'],
  pictogram: 'house',
  texts: {
    en: {
      title: 'Orchard Road: come in by the garden gate',
      summary: 'The front door of the Orchard Road branch is being repaired. The garden gate is open.',
      blocks: ['The gate is to the left of the door, and has no steps. Opening hours stay the same.'],
    },
    ar: {
      title: 'طريق البستان: الدخول من بوابة الحديقة',
      summary: 'باب فرع طريق البستان قيد الإصلاح. بوابة الحديقة مفتوحة.',
      blocks: ['البوابة على يسار الباب، وليس فيها درج. ساعات العمل كما هي.'],
    },
    'fa-AF': {
      title: 'سرک باغ: از دروازهٔ باغ داخل شوید',
      summary: 'دروازهٔ شعبهٔ سرک باغ ترمیم می‌شود. دروازهٔ باغ باز است.',
      blocks: ['این دروازه سمت چپ است و زینه ندارد. ساعت‌های کار همان است.'],
    },
    ur: {
      title: 'باغ روڈ: باغ کے گیٹ سے آئیں',
      summary: 'باغ روڈ شاخ کے دروازے کی مرمت ہو رہی ہے۔ باغ کا گیٹ کھلا ہے۔',
      blocks: ['گیٹ دروازے کے بائیں طرف ہے اور وہاں سیڑھیاں نہیں ہیں۔ اوقات وہی ہیں۔'],
    },
    bn: {
      title: 'অর্চার্ড রোড: বাগানের গেট দিয়ে আসুন',
      summary: 'অর্চার্ড রোড শাখার সামনের দরজা মেরামত হচ্ছে। বাগানের গেট খোলা আছে।',
      blocks: ['গেটটি দরজার বাঁ দিকে, সেখানে সিঁড়ি নেই। খোলার সময় আগের মতোই।'],
    },
  },
} as const;
