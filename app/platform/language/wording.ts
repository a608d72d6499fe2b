/** A person is never "illegal": the situation is irregular. */
const avoided: Record<string, RegExp> = {
  en: /\billegal\s+(im)?migra|\billegals\b|\bmaids?\b|\brunaways?\b|\baliens?\b/i,
  ar: /(مهاجر\S*|الهجرة|هجرة) (ال)?غير (ال)?(شرعي|قانوني)/,
  'fa-AF': /(مهاجر\S*|مهاجرت) غیر[\s\u200C]?قانونی/,
  ur: /غیر[\s\u200C]?قانونی (مہاجر|تارک|ہجرت)/,
  bn: /অবৈধ (অভিবাস|প্রবাস)/,
  fr: /migr\S* (illéga|clandestin)|\bles clandestins\b|\bbonnes? à tout faire\b/i,
  am: /[ሕህ]ገ[\s-]?ወጥ (ስደ|ተሰዳ|ፍልሰ|ተጓ[ዥዦ])/,
  ps: /(غیر|نا)[\s\u200C]?قانوني?ه? (مهاجر|کډوال|کډوالۍ|مهاجرت)/,
  tg: /(муҳоҷир\S*|муҳоҷират\S*) ғайриқонунӣ|муҳоҷири \S*қонуншикан/i,
  ckb: /کۆچ(بەر)?\S* (نایاسایی|ناقانوونی)/,
};

export function avoidedWords(language: string, text: string): boolean {
  return avoided[language]?.test(text) ?? false;
}

/** Names that are written in Latin letters everywhere. */
const names = new Set([
  'Serai',
  'WhatsApp',
  'Telegram',
  'Viber',
  'imo',
  'Messenger',
  'Instagram',
  'Facebook',
  'TikTok',
  'YouTube',
  'PDF',
  'CSV',
  'SMS',
  'QR',
  'PIN',
  'API',
  'URL',
  'English',
]);

/** Text without words of its own: names, numbers, addresses, bare placeholders. */
export function mayEqualEnglish(text: string): boolean {
  const words = text
    .replaceAll(/\{\{[^}]*\}\}/g, '')
    .replaceAll(/https?:\/\/\S*|\S+@\S+/g, '')
    .trim();
  return names.has(words) || !/\p{L}{2}/u.test(words);
}
