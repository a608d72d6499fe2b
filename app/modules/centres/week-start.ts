/** Where the week begins on Saturday or Sunday; elsewhere on Monday. */
const saturday = new Set([
  'AF',
  'BD',
  'IR',
  'IQ',
  'JO',
  'EG',
  'KW',
  'QA',
  'BH',
  'SD',
  'SY',
  'YE',
  'DZ',
  'LY',
  'DJ',
]);
const sunday = new Set([
  'SA',
  'IN',
  'PK',
  'NP',
  'PH',
  'ID',
  'TH',
  'KR',
  'TW',
  'JP',
  'SG',
  'ET',
  'KE',
  'US',
  'CA',
  'IL',
]);

/** The first day of the week in a country, 0 Sunday … 6 Saturday. */
export const weekStartOf = (country: string | undefined): number =>
  country === undefined ? 1 : saturday.has(country) ? 6 : sunday.has(country) ? 0 : 1;
