import type { DocumentData, DocumentName } from './document-data.ts';
import { leafletSample } from './leaflet-sample.testing.ts';

/** One filled document of each kind: what goes in, how many pages come out, what must be readable on them. */
export const documentSamples: {
  [N in DocumentName]: { data: DocumentData[N]; pages: number; shows: string[] };
} = {
  'recovery-sheet': {
    data: {
      centreName: 'Riverside Centre',
      date: '2026-11-22',
      houseId: '7f3a-19c2',
      recoveryKey: 'K7QMF-2XW9D-PB4TR-0ZHN6-VJ3CY-8AESG-5K1QM-D9R2X-HT4WB-N7PF0-Y6ZJC-3VA8E-GS5K1',
      headsKey: 'q83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJq80=',
    },
    pages: 1,
    shows: ['Riverside Centre', '7f3a-19c2', 'K7QMF', '8AESG', 'GS5K1', 'serai restore'],
  },
  'client-card': {
    data: { cardNumber: '4827-1930-56', neutralName: 'Riverside House', phone: '+93 700 555 012' },
    pages: 2,
    shows: ['4827-1930-56', 'Riverside House', '+93 700 555 012'],
  },
  'queue-ticket': {
    data: { number: 'A 042', date: '2026-11-22', time: '09:35', neutralName: 'Riverside House' },
    pages: 1,
    shows: ['A 042', 'Riverside House'],
  },
  'consent-form': {
    data: {
      centreName: 'Riverside Centre',
      fileNumber: 'F-2026-00317',
      date: '2026-11-22',
      decisions: { service_and_record: 'given', contact_by_phone: 'refused' },
      form: 'thumbprint',
      retentionYears: 5,
    },
    pages: 1,
    shows: ['Riverside Centre', 'F-2026-00317'],
  },
  'privacy-notice': {
    data: {
      centreName: 'Riverside Centre',
      address: '12 Mill Road',
      phone: '+93 700 555 012',
      hours: 'Sun–Thu 8–16',
      dataAuthority: 'Data Protection Office',
      counsellingYears: 2,
      caseYears: 5,
    },
    pages: 2,
    shows: ['Riverside Centre', '12 Mill Road', '+93 700 555 012', 'Data Protection Office'],
  },
  'access-list': {
    data: {
      centreName: 'Riverside Centre',
      fileNumber: 'F-2026-00317',
      date: '2026-11-22',
      from: '2026-01-01',
      rows: [
        {
          date: '2026-10-30',
          time: '09:31',
          role: 'Counsellor',
          what: 'Opened the file',
          purpose: 'Appointment',
        },
        { date: '2026-10-29', role: 'Coordinator', what: 'Changed phone', purpose: 'Correction' },
      ],
    },
    pages: 1,
    shows: ['F-2026-00317', 'Counsellor', 'Opened the file', 'Appointment', 'Coordinator'],
  },
  'guide-leaflet': {
    data: leafletSample,
    pages: 1,
    shows: ['Riverside Centre', 'PKR 500', '+92 21 111 222', 'Checked on 1 November 2026', 'Identity card'],
  },
  'statistics-report': {
    data: {
      title: 'Statistics',
      centreName: 'Riverside Centre',
      facts: [
        { label: 'Period', value: 'March 2026' },
        { label: 'For', value: 'Partners and donors' },
      ],
      tables: [
        {
          title: 'People by sex and age',
          definition: 'Different people with at least one conversation.',
          unit: 'people',
          head: ['Age', 'Female', 'Male', 'All'],
          rows: [
            { label: 'Young adults', isTotal: false, cells: ['31', '*', '*'] },
            { label: 'All', isTotal: true, cells: ['52', '47', '99'] },
          ],
        },
      ],
      notes: ['A number of fewer than five people is not shown.'],
      labels: { notes: 'How to read this', mark: 'Release', unit: 'Unit' },
      mark: '0f3a9c11d2be',
    },
    pages: 1,
    shows: ['Riverside Centre', 'Young adults', '99', '0f3a9c11d2be'],
  },
  'daily-sheet': {
    data: {
      centreName: 'Riverside Centre',
      siteName: 'Main site',
      date: '2026-11-22',
      opening: '09:00–13:00, 14:00–17:00',
      head: '12345:3f2a-91bc-07de',
      headsKey: 'q83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJq80=',
    },
    pages: 1,
    shows: ['Riverside Centre', 'Main site', '12345:3f2a-91bc-07de', '14:00–17:00'],
  },
};

export const documentNames: readonly DocumentName[] = [
  'recovery-sheet',
  'client-card',
  'queue-ticket',
  'consent-form',
  'privacy-notice',
  'access-list',
  'guide-leaflet',
  'statistics-report',
  'daily-sheet',
];
