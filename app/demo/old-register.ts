import { addDays } from '#platform/language/local-day.ts';

const headings = [
  'Reg No',
  'Name',
  'Sex',
  'Age',
  'Mobile No.',
  'Nationality',
  'Visit date',
  'Service',
  'Remarks',
];

/** Name, sex, age, nationality, service, remark: as the clerk of a small office before this centre kept them. */
const kept = [
  ['Zarmina Stanekzai', 'F', '34', 'Afghan', 'Visa', 'came with her sister'],
  ['گل‌احمد نوری', 'مرد', '۴۱', 'افغان', 'پاسپورت', ''],
  ['Rukhsana Bibi', 'F', '29', 'Pakistani', 'Visa', 'husband in Muscat'],
  ['Sher Ali Hazara', 'M', '52', 'Afghan', 'Passport', ''],
  ['রহিমা খাতুন', 'মহিলা', '৩৮', 'বাংলাদেশী', 'Visa', ''],
  ['Bakht Zada', 'M', '26', 'Pakistani', 'Job', 'asks about a driver’s job'],
  ['فرشته کریمی', 'زن', '۲۳', 'افغان', 'Visa', ''],
  ['Ghulam Rasool', 'M', 'about 60', 'Pakistani', 'Return', ''],
  ['Shabana Kausar', 'F', '31', 'Pakistani', 'Job', ''],
  ['Nek Mohammad', 'M', '45', 'Afghan', 'Passport', 'second visit promised'],
  ['Zainab Rezai', 'F', '19', 'Afghan', 'Study', ''],
  ['Akbar Jan', 'M', '37', 'Pakistani', 'Visa', ''],
  ['Haleema Noor', 'F', '48', 'Pakistani', 'Passport', ''],
  ['Tariq Mehmood', 'M', '33', 'Pakistani', 'Job', ''],
  ['مرتضی حیدری', 'مرد', '۲۸', 'افغان', 'Visa', ''],
  ['Parwana Safi', 'F', '25', 'Afghan', 'Visa', 'reads Pashto only'],
] as const;

/** Lines that no register is without: a day that is none, a row without a name, somebody written down twice. */
const slips = [
  ['17', 'Idris Wardak', 'M', '27', '12', 'Afghan', '31/31/2024', 'Visa', ''],
  ['18', '', '', '', '', '', '', 'Visa', 'see above'],
  ['19', 'Sultan Khel', 'M', '190', '', 'Pakistani', '', 'Job', ''],
  ['2', 'گل‌احمد نوری', 'مرد', '۴۱', '', 'افغان', '', 'پاسپورت', ''],
];

/** The register of an office that the centre took over, as CSV: its visits lie in the months before the centre opened. */
export function oldRegister(firstDay: string): string {
  const rows = kept.map(([name, sex, age, nationality, service, remark], at) => {
    const [year, month, day] = addDays(firstDay, -150 + at * 7).split('-');
    const phone = at % 3 === 1 ? '' : `0398 ${String(7_100_000 + at * 137)}`;
    return [String(at + 1), name, sex, age, phone, nationality, `${day}/${month}/${year}`, service, remark];
  });
  return `${[headings, ...rows, ...slips].map((row) => row.join(',')).join('\n')}\n`;
}
