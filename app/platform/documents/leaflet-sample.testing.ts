import type { DocumentData } from './document-data.ts';

/** A leaflet that holds every kind of block once. */
export const leafletSample: DocumentData['guide-leaflet'] = {
  title: 'What the papers cost',
  summary: 'Pay at the bank, keep each receipt, and pay nobody for a promise.',
  url: 'https://centre.example/en/guides/papers',
  centreName: 'Riverside Centre',
  phone: '+93 700 555 012',
  address: '12 Mill Road',
  hours: 'Sun–Thu 8–16',
  notes: ['Draft translation.'],
  checked: 'Read through on 1 November 2026',
  labels: {
    short: 'In short',
    newest: 'This page may change. Read it as it stands today:',
    qrAlt: 'Address of this page as a QR code',
    askUs: 'Ask us. Advice is free of charge.',
  },
  blocks: [
    { kind: 'heading', level: 2, runs: [{ text: 'What you pay' }] },
    {
      kind: 'paragraph',
      runs: [
        { text: 'The stamp costs ' },
        { text: 'PKR 500', strong: true, fence: 'own' },
        { text: ' and ' },
        { text: 'only', emphasis: true },
        { text: ' that.' },
      ],
    },
    {
      kind: 'fact',
      value: 'PKR 500',
      isAddress: false,
      statement: 'The stamp of the office.',
      source: { label: 'Source', title: 'Office of Stamps', date: '2021' },
      checked: 'Checked on 1 November 2026',
      marks: ['Sources differ: ask us.'],
    },
    {
      kind: 'steps',
      items: [
        [{ kind: 'paragraph', runs: [{ text: 'Go to the bank.' }] }],
        [
          { kind: 'paragraph', runs: [{ text: 'Keep:' }] },
          { kind: 'list', items: [[{ kind: 'paragraph', runs: [{ text: 'the receipt' }] }]] },
        ],
      ],
    },
    {
      kind: 'table',
      head: [[{ text: 'Paper' }], [{ text: 'Where' }]],
      rows: [[[{ text: 'Passport' }], [{ text: 'Passport office' }]]],
    },
    {
      kind: 'checklist',
      items: [{ runs: [{ text: 'Identity card' }], notes: ['Needed for: visa'] }],
    },
    {
      kind: 'warning',
      word: 'Take care',
      children: [{ kind: 'paragraph', runs: [{ text: 'Nobody may keep your passport.' }] }],
    },
    {
      kind: 'contact',
      title: [{ text: 'Protector of Emigrants' }],
      children: [
        {
          kind: 'fact',
          value: '+92 21 111 222',
          isAddress: true,
          statement: 'Call on working days.',
          source: { label: 'Source', title: 'The office', date: '2026' },
          marks: [],
        },
      ],
    },
  ],
};
