const workdays = [1, 2, 3, 4, 5];
const hours = (days: readonly number[], from: string, to: string) => days.map((day) => ({ day, from, to }));

/**
 * The demo's centre. The city and its streets are invented; the country gives it a time zone, holidays and corridors.
 * Telephone numbers are drawn from +92 399, a mobile code that no network has been given.
 */
export const demoCentre = {
  name: {
    en: 'Mehrdara Migrant Resource Centre',
    ar: 'مركز مهردره لموارد المهاجرين',
    'fa-AF': 'مرکز منابع مهاجران مهردره',
    ur: 'مہردرہ مائیگرنٹ ریسورس سینٹر',
    bn: 'মেহেরদারা অভিবাসী সহায়তা কেন্দ্র',
    ps: 'د مهردرې د کډوالو د مرستې مرکز',
    tg: 'Маркази кумаки муҳоҷирони Меҳрдара',
  },
  kind: 'mrc',
  context: 'mixed',
  country: 'PK',
  timeZone: 'Asia/Karachi',
  defaultLanguage: 'en',
  languages: ['en', 'ur', 'ps', 'fa-AF', 'ar', 'bn', 'tg'],
  clientLanguages: ['ur', 'ps', 'prs', 'pnb', 'haz', 'bn', 'ar', 'tg', 'uz', 'en'],
  calendar: 'gregory',
  phone: '+92 399 0000100',
  email: 'welcome@mehrdara.example',
  address: {
    en: '12 Lantern Gate, Old Bazaar, Mehrdara',
    ar: '12 بوابة الفوانيس، السوق القديم، مهردره',
    'fa-AF': 'شماره ۱۲، دروازهٔ فانوس، بازار کهنه، مهردره',
    ur: '۱۲ لالٹین گیٹ، پرانا بازار، مہردرہ',
    bn: '১২ লণ্ঠন গেট, পুরাতন বাজার, মেহেরদারা',
  },
  services: [
    'information_desk',
    'one_to_one_counselling',
    'group_information',
    'document_help',
    'translation_interpreting',
    'hotline',
    'legal_advice',
    'mediation_support',
    'consular_liaison',
    'screening',
    'case_management',
    'pfa',
    'individual_psychosocial',
    'pre_departure',
    'financial_literacy',
    'job_counselling',
    'vacancy_check',
    'cv_help',
    'return_counselling',
  ],
  filePrefix: 'M',
};

export const demoSites = [
  {
    name: {
      en: 'Old Bazaar office',
      ar: 'مكتب السوق القديم',
      'fa-AF': 'دفتر بازار کهنه',
      ur: 'پرانا بازار دفتر',
      bn: 'পুরাতন বাজার অফিস',
    },
    type: 'main',
    address: demoCentre.address,
    phone: '+92 399 0000100',
    hours: [
      ...hours(workdays, '09:00', '13:00'),
      ...hours([1, 2, 3, 4], '14:00', '17:00'),
      ...hours([6], '10:00', '13:00'),
    ],
    languages: ['ur', 'ps', 'prs', 'pnb', 'bn', 'ar', 'en'],
    accessible: true,
  },
  {
    name: {
      en: 'Orchard Road branch',
      ar: 'فرع طريق البستان',
      'fa-AF': 'شعبهٔ سرک باغ',
      ur: 'باغ روڈ شاخ',
      bn: 'অর্চার্ড রোড শাখা',
    },
    type: 'branch',
    address: {
      en: '3 Orchard Road, Almond Quarter, Mehrdara',
      'fa-AF': 'شماره ۳، سرک باغ، محلهٔ بادام، مهردره',
      ur: '۳ باغ روڈ، بادام محلہ، مہردرہ',
    },
    phone: '+92 399 0000200',
    hours: hours(workdays, '09:00', '15:00'),
    languages: ['prs', 'ps', 'haz', 'tg', 'uz', 'ur'],
    accessible: false,
  },
  {
    name: {
      en: 'Station desk',
      ar: 'مكتب المحطة',
      'fa-AF': 'میز ایستگاه',
      ur: 'اسٹیشن ڈیسک',
      bn: 'স্টেশন ডেস্ক',
    },
    type: 'desk_in_other_office',
    address: { en: 'Bus station, hall B, Mehrdara', ur: 'بس اڈہ، ہال بی، مہردرہ' },
    hours: hours([1, 3, 5], '10:00', '14:00'),
    languages: ['ur', 'pnb', 'ps', 'en'],
    accessible: true,
  },
] as const;

/** Topics and fields that this centre does not use: every centre switches some off. */
export const demoSwitchedOff = [
  { list: 'topic', code: 'voting_abroad' },
  { list: 'topic', code: 'diaspora_projects' },
  { list: 'topic', code: 'business_from_abroad' },
];
