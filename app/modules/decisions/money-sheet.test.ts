import { expect, test } from 'vitest';
import { testFact, starterFacts } from './decisions.testing.ts';
import { listRulesets } from './list-rulesets.server.ts';
import { costSheet, type SheetQuestion } from './money-sheet.ts';
import { chooseRules } from './ruleset.ts';

const { thresholds } = chooseRules(listRulesets(), { nationality: 'PK', destination: 'SA' });
const facts = [...starterFacts('general', 'pk-sa').values()];
const sheet = (asks: Partial<SheetQuestion> = {}, from = facts) =>
  costSheet(from, { from: 'PK', to: 'SA', ...asks }, thresholds);
const line = (result: ReturnType<typeof sheet>, item: string) => {
  const found = result.lines.find((each) => each.item === item);
  if (!found) throw new Error(`no line ${item}`);
  return found;
};

test('facts of another corridor, another sex or without a currency are no costs of this one', () => {
  const other = [
    testFact('bd', {
      kind: 'fee',
      value: '1',
      unit: 'BDT',
      costItem: 'stamp',
      payer: 'worker',
      country: 'BD',
    }),
    testFact('of-women', {
      kind: 'fee',
      value: '1',
      unit: 'PKR',
      costItem: 'stamp',
      payer: 'worker',
      sex: 'female',
    }),
    testFact('of-days', { kind: 'fee', value: '1', unit: 'days', costItem: 'stamp', payer: 'worker' }),
  ];
  expect(sheet({}, other).lines).toEqual([]);
  expect(sheet({ sex: 'female' }, other).lines[0]?.key).toBe('of-women');
});

test('two sources that differ make one line with the whole range, and it says so', () => {
  const medical = line(sheet(), 'medical_test');
  expect(medical.official).toEqual({ from: '12500', to: '20000' });
  expect(medical.isConflict).toBe(true);
  expect(medical.facts.map(({ code }) => code)).toEqual(['pk-medical-test-2026', 'pk-medical-test-2022']);
});

test('the way decides the price, and while it is open both prices stand', () => {
  expect(line(sheet(), 'registration_fee')).toMatchObject({
    official: { from: '500', to: '2500' },
    isRouteOpen: true,
  });
  expect(line(sheet({ route: 'direct' }), 'registration_fee')).toMatchObject({
    official: { from: '2500', to: '2500' },
    isRouteOpen: false,
  });
});

test('what the worker pays is added per currency, and the visa, which is not the worker’s to pay, is not', () => {
  const { official } = sheet({ route: 'promoter' });
  // 3000–9000 passport, 500 registration, 2000 fund, 2500 insurance, 200 stamp, 12500–20000 medical.
  expect(official).toEqual([{ currency: 'PKR', from: '20700', to: '34200' }]);
});

test('what was asked is held against the official amount', () => {
  const result = sheet({
    route: 'promoter',
    asked: {
      'pk-medical-test-2026': '35000',
      'pk-welfare-fund': '2000',
      'sa-visa-price-worker': '100',
      agency_fee: '250000',
    },
  });
  expect(line(result, 'medical_test').difference).toEqual({ kind: 'above', from: '15000', to: '22500' });
  expect(line(result, 'welfare_fund').difference).toEqual({ kind: 'within' });
  expect(line(result, 'visa_price')).toMatchObject({
    payer: 'employer',
    difference: { kind: 'above', from: '100' },
  });
  expect(line(result, 'agency_fee')).toMatchObject({ asked: '250000', facts: [] });
  expect(result.expected).toEqual([
    { currency: 'PKR', from: '293200', to: '299200' },
    { currency: 'SAR', from: '100', to: '100' },
  ]);
  expect(result.assumptions).toContain('currencies-apart');
});

test('more than a month’s wage warns and more than three are red, to the rupee', () => {
  const one = [
    testFact('x', { kind: 'fee', value: '3000', unit: 'PKR', costItem: 'stamp', payer: 'worker' }),
  ];
  const level = (wage: string) => sheet({ wage, currency: 'PKR' }, one).wages?.level;
  expect(level('3000')).toBe('fine');
  expect(level('2999.99')).toBe('warn');
  expect(level('1000')).toBe('warn');
  expect(level('999.99')).toBe('red');
});

test('a wage in another currency counts at the rate that was told, and without one not at all', () => {
  const one = [
    testFact('x', { kind: 'fee', value: '75000', unit: 'PKR', costItem: 'stamp', payer: 'worker' }),
  ];
  expect(sheet({ wage: '1000', currency: 'SAR' }, one).wages).toBeUndefined();
  const told = sheet({ wage: '1000', currency: 'SAR', rate: '75', living: '400', homeNeed: '500' }, one);
  expect(told.wages).toEqual({ from: 1, to: 1, level: 'fine' });
  expect(told.payback).toEqual({ from: 10, to: 10 });
  expect(told.assumptions).toEqual(expect.arrayContaining(['rate-as-told', 'wage-as-told']));
  expect(sheet({ wage: '1000', currency: 'SAR', rate: '75', living: '1000' }, one).payback).toBe('never');
});

test('interest of a loan is shown and paid back with the rest', () => {
  const one = [
    testFact('x', { kind: 'fee', value: '1000', unit: 'PKR', costItem: 'stamp', payer: 'worker' }),
  ];
  const result = sheet({ wage: '1000', currency: 'PKR', loan: '1000', repay: '1500' }, one);
  expect(result.interest).toBe('500');
  expect(result.wages).toEqual({ from: 1.5, to: 1.5, level: 'warn' });
  expect(sheet({ wage: '1000', currency: 'PKR', loan: '1000' }, one).assumptions).toContain('no-interest');
});

test('every figure can be traced, and what is assumed stands there', () => {
  const result = sheet();
  for (const { official, facts: behind } of result.lines)
    expect(official === undefined).toBe(behind.length === 0);
  expect(result.assumptions).toEqual([
    'as-published',
    'not-checked',
    'not-official',
    'sources-differ',
    'route-open',
    'only-listed',
  ]);
});
