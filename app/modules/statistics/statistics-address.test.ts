import { expect, test } from 'vitest';
import { contactFilterSchema } from '#modules/contacts/contact-filter.ts';
import { recordsAddress, type Shown, viewAddress } from './statistics-address.ts';
import { dimensions, notRecorded } from './tables.ts';

const shown: Shown = {
  period: { kind: 'month', calendar: 'persian', firstDay: '2026-02-20', nextDay: '2026-03-21' },
  site: null,
  own: false,
  compare: 'before',
};

test('a view names its period by a day of it and its calendar, own dates by both ends', () => {
  expect(viewAddress(shown)).toBe('?kind=month&day=2026-02-20&calendar=persian&whose=all');
  expect(viewAddress(shown, { kind: 'own' })).toBe(
    '?kind=own&from=2026-02-20&to=2026-03-20&calendar=persian&whose=all',
  );
});

test('the records behind a number are those of its days, its place and its category', () => {
  const all = { ...shown, site: 'the-site' };
  expect(recordsAddress(all, 'contacts', { dimension: 'topic', code: 'housing' })).toBe(
    '/staff/contacts?from=2026-02-20&to=2026-03-20&whose=all&site=the-site&topic=housing',
  );
  expect(recordsAddress({ ...shown, own: true }, 'firstTime', { dimension: 'corridor', code: 'AF>' })).toBe(
    '/staff/contacts?from=2026-02-20&to=2026-03-20&whose=mine&who=client&firstTime=yes&corridorFrom=AF&corridorTo=unknown',
  );
});

test('the list of contacts understands every address that it is given', () => {
  const read = (address: string) =>
    contactFilterSchema.safeParse(Object.fromEntries(new URLSearchParams(address.split('?')[1]))).success;
  const codes = {
    channelGroup: 'online',
    topic: 'housing',
    sex: 'female',
    ageBand: '25_34',
    stage: 'returned',
    nationality: notRecorded,
    district: 'Herat',
    corridor: 'AF>IR',
    language: 'prs',
    site: 'd2c5a1de-9f0f-4c8e-8a57-6a6f1f6d3a10',
    counsellor: 'd2c5a1de-9f0f-4c8e-8a57-6a6f1f6d3a11',
  };
  for (const dimension of dimensions)
    for (const unit of ['contacts', 'anonymous', 'people', 'firstTime', 'heads'] as const)
      expect(read(recordsAddress(shown, unit, { dimension, code: codes[dimension] })), dimension).toBe(true);
});
