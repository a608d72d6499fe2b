/** Where a computer's time zone tells the country; for what the set-up proposes first. */
const countryOfZone: Record<string, string> = {
  'Asia/Kabul': 'AF',
  'Asia/Dhaka': 'BD',
  'Asia/Baghdad': 'IQ',
  'Asia/Karachi': 'PK',
  'Asia/Dushanbe': 'TJ',
  'Asia/Beirut': 'LB',
  'Asia/Amman': 'JO',
  'Asia/Singapore': 'SG',
  'Asia/Seoul': 'KR',
  'Asia/Kuala_Lumpur': 'MY',
  'Asia/Taipei': 'TW',
  'Asia/Bangkok': 'TH',
  'Africa/Khartoum': 'SD',
  'Africa/Addis_Ababa': 'ET',
  'Africa/Nairobi': 'KE',
  'Africa/Cairo': 'EG',
  'Asia/Kathmandu': 'NP',
  'Asia/Katmandu': 'NP',
  'Asia/Colombo': 'LK',
  'Asia/Manila': 'PH',
  'Asia/Jakarta': 'ID',
  'Asia/Kuwait': 'KW',
  'Asia/Riyadh': 'SA',
  'Asia/Dubai': 'AE',
  'Asia/Qatar': 'QA',
  'Asia/Tashkent': 'UZ',
  'Asia/Bishkek': 'KG',
  'Asia/Almaty': 'KZ',
  'Europe/Istanbul': 'TR',
  'Europe/Vienna': 'AT',
  'Europe/Rome': 'IT',
  'Europe/Athens': 'GR',
  'Africa/Tunis': 'TN',
  'Africa/Casablanca': 'MA',
  'Asia/Tehran': 'IR',
};

/** What this computer is set to: an office's own clock is usually right. */
export function guessPlace(): { timeZone: string; country: string | undefined } {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { timeZone: zone, country: countryOfZone[zone] };
}
