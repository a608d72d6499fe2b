import { expect, test } from 'vitest';
import { recordsAddress, type Shown, viewAddress } from './statistics-address.ts';

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
  expect(recordsAddress(all, 'contacts', { dimension: 'topic', code: 'housing' }, 'me')).toBe(
    '/staff/contacts?from=2026-02-20&to=2026-03-20&whose=all&who=client%2Canonymous&site=the-site&topic=housing',
  );
  expect(
    recordsAddress({ ...shown, own: true }, 'firstTime', { dimension: 'corridor', code: 'AF>' }, 'me'),
  ).toBe(
    '/staff/people?from=2026-02-20&to=2026-03-20&counsellor=me&firstTime=1&corridorFrom=AF&corridorTo=not_recorded',
  );
});
