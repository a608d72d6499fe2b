import type { ImportFieldName } from './import-fields.ts';

const words = (...lines: string[]): readonly string[] => lines.join('').split('|');

/** What columns are called in registers: English, Arabic, Dari and Persian, Urdu, Bengali, French. Compared by `wordKey`. */
export const columnWords: Record<ImportFieldName, readonly string[]> = {
  oldNumber: words(
    'reg no|registration no|registration number|register no|file no|file number|case no|client no|',
    'client id|id|serial|serial no|s no|sr no|no|number|#|رقم|الرقم|رقم الملف|رقم التسجيل|م|شماره|',
    'شماره ثبت|شماره دوسیه|نمبر|نمبر شمار|رجسٹریشن نمبر|فائل نمبر|ক্রমিক|ক্রমিক নং|নিবন্ধন নং|',
    'ফাইল নং|numero|numéro de dossier|n°',
  ),
  name: words(
    'name|full name|client name|name of client|migrant name|beneficiary name|names|الاسم|',
    'الاسم الكامل|اسم المستفيد|اسم|نام|نام کامل|نام و تخلص|نام مراجعه کننده|پورا نام|নাম|পূর্ণ নাম|',
    'nom|nom complet|nom et prénom',
  ),
  given: words('first name|given name|forename|الاسم الأول|نام کوچک|پہلا نام|নামের প্রথম অংশ|prénom'),
  family: words(
    "last name|surname|family name|father name|father's name|f name|اللقب|اسم العائلة|الكنية|تخلص|",
    'نام خانوادگی|نام پدر|ولد|خاندانی نام|والد کا نام|পদবি|পিতার নাম|nom de famille',
  ),
  alias: words(
    'alias|nickname|also known as|other name|name in english|english name|اسم الشهرة|نام دیگر|لقب|',
    'عرفیت|ডাকনাম|surnom',
  ),
  sex: words('sex|gender|m f|الجنس|النوع|جنس|جنسیت|جنسیت جنس|صنف|লিঙ্গ|sexe'),
  birth: words(
    'date of birth|birth date|dob|d o b|birth|birth year|year of birth|تاريخ الميلاد|تاریخ تولد|',
    'سال تولد|تولد|سنة الميلاد|تاریخ پیدائش|سن پیدائش|জন্ম তারিখ|জন্মতারিখ|জন্ম সাল|',
    'date de naissance|année de naissance',
  ),
  age: words('age|age years|العمر|السن|سن|عمر|বয়স|âge'),
  phone: words(
    'phone|phone no|phone number|mobile|mobile no|mobile number|cell|cell no|contact no|',
    'contact number|telephone|tel|whatsapp|الهاتف|رقم الهاتف|الجوال|رقم الجوال|موبايل|شماره تلفن|',
    'شماره تماس|تلفن|تلیفون|موبایل|نمبر تماس|فون|فون نمبر|موبائل|موبائل نمبر|رابطہ نمبر|ফোন|',
    'ফোন নম্বর|মোবাইল|মোবাইল নম্বর|téléphone|numéro de téléphone|portable',
  ),
  secondPhone: words(
    'phone 2|second phone|other phone|alternate phone|alternative number|هاتف آخر|شماره دوم|',
    'دوسرا فون|অন্য ফোন|autre téléphone',
  ),
  email: words('email|e mail|mail|البريد الإلكتروني|ایمیل|ایمیل آدرس|ای میل|ইমেইল|courriel'),
  nationality: words('nationality|citizenship|الجنسية|تابعیت|ملیت|قومیت|شہریت|জাতীয়তা|nationalité'),
  originCountry: words(
    'country of origin|origin|origin country|home country|بلد المنشأ|بلد الأصل|کشور اصلی|کشور مبدا|',
    'اصل ملک|মূল দেশ|pays d origine',
  ),
  district: words(
    'district|province|governorate|division|state|region|المحافظة|المنطقة|ولایت|استان|ولسوالی|ضلع|',
    'صوبہ|জেলা|বিভাগ|province d origine|région',
  ),
  originPlace: words(
    'village|town|city|tehsil|upazila|القرية|المدينة|قریه|قریہ|شهر|گاؤں|تحصیل|شہر|গ্রাম|উপজেলা|ville|',
    'village d origine',
  ),
  currentPlace: words(
    'current location|current address|current residence|place of residence|مكان الإقامة|محل سکونت|',
    'محل سکونت فعلی|موجودہ رہائش|বর্তমান ঠিকানা|résidence actuelle',
  ),
  address: words('address|home address|permanent address|العنوان|آدرس|پته|پتہ|ঠিকানা|স্থায়ী ঠিকানা|adresse'),
  destination: words(
    'destination|destination country|country of destination|intended destination|going to|بلد الوجهة|',
    'الوجهة|کشور مقصد|مقصد|منزل|منزل ملک|গন্তব্য|গন্তব্য দেশ|pays de destination',
  ),
  stage: words('stage|migration stage|migrant type|type of migrant|مرحلة الهجرة|مرحله|مرحلہ|পর্যায়|étape'),
  purpose: words(
    'purpose|purpose of migration|reason for migration|الغرض|سبب الهجرة|هدف مهاجرت|هدف|ہجرت کا مقصد|',
    'অভিবাসনের উদ্দেশ্য|motif',
  ),
  language: words('language|mother tongue|languages|اللغة|زبان|زبان مادری|مادری زبان|ভাষা|langue'),
  education: words(
    'education|education level|qualification|التعليم|المستوى التعليمي|تحصیلات|سطح تحصیل|تعلیم|শিক্ষা|',
    'শিক্ষাগত যোগ্যতা|éducation|niveau d études',
  ),
  employment: words(
    'employment|employment status|occupation|job|المهنة|العمل|شغل|وظیفه|وضعیت شغلی|پیشہ|পেশা|',
    'profession|emploi',
  ),
  marital: words(
    'marital status|marital|الحالة الاجتماعية|حالت مدنی|وضعیت تاهل|ازدواجی حیثیت|বৈবাহিক অবস্থা|',
    'état civil',
  ),
  heardVia: words(
    'heard via|how heard|referred by|source of information|كيف سمعت عنا|از کجا شنیدید|معرفی شده توسط|',
    'کیسے پتہ چلا|কীভাবে জানলেন|orienté par',
  ),
  dependants: words(
    'dependants|dependents|no of dependents|children|عدد المعالين|تعداد افراد تحت تکفل|زیر کفالت|',
    'নির্ভরশীল|personnes à charge',
  ),
  idNumber: words(
    'cnic|nid|national id|id number|id card|id card no|passport|passport no|tazkira|tazkera|',
    'رقم الهوية|الرقم الوطني|رقم الجواز|شماره تذکره|تذکره|نمبر تذکره|شناختی کارڈ|شناختی کارڈ نمبر|',
    'জাতীয় পরিচয়পত্র|এনআইডি|পাসপোর্ট নং|numéro de passeport|pièce d identité',
  ),
  registeredOn: words(
    'date of registration|registration date|registered on|date registered|reg date|entry date|',
    'تاريخ التسجيل|تاریخ ثبت|تاریخ ثبت نام|رجسٹریشن کی تاریخ|تاریخ اندراج|নিবন্ধনের তারিখ|',
    'date d enregistrement',
  ),
  consent: words(
    'consent|consent given|consent signed|consent form|الموافقة|موافقة|رضایت|رضایت نامه|رضامندی|',
    'সম্মতি|consentement',
  ),
  consentOn: words(
    'consent date|date of consent|تاريخ الموافقة|تاریخ رضایت|رضامندی کی تاریخ|সম্মতির তারিখ|',
    'date du consentement',
  ),
  note: words(
    'note|notes|remarks|remark|comments|comment|ملاحظات|ملاحظة|ملاحظات عامة|یادداشت|کیفیت|تبصرہ|',
    'মন্তব্য|remarques|observations',
  ),
  visitOn: words(
    'date|visit date|date of visit|contact date|date of contact|counselling date|date of counselling|',
    'service date|تاريخ|التاريخ|تاريخ الزيارة|تاریخ|تاریخ مراجعه|تاریخ ملاقات|ملاقات کی تاریخ|তারিখ|',
    'সাক্ষাতের তারিখ|date de visite',
  ),
  channel: words(
    'channel|mode|mode of contact|contact type|type of contact|means|طريقة التواصل|القناة|نوع تماس|',
    'طریقه تماس|رابطے کا ذریعہ|মাধ্যম|canal',
  ),
  topic: words(
    'topic|topics|subject|service|services|service provided|issue|query|question|الموضوع|الخدمة|',
    'الخدمات|موضوع|خدمات|نوع خدمات|خدمت|مسئلہ|বিষয়|সেবা|sujet|service rendu',
  ),
  result: words('result|outcome|action|action taken|النتيجة|نتیجه|نتیجہ|اقدام|ফলাফল|résultat'),
  minutes: words('minutes|duration|time spent|المدة|مدت|دورانیہ|সময়কাল|durée'),
  visitNote: words(
    'visit notes|counselling notes|details|details of visit|تفاصيل|تفاصيل الزيارة|جزئیات|تفصیل|',
    'বিস্তারিত|détails',
  ),
};
