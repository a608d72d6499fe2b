import { expect, test } from 'vitest';
import { switchesFrom } from './centre-switches.ts';
import { switchesOfForm } from './switch-form.ts';
import { switchLists } from './switch-lists.ts';

const everything = () => ({
  on: Object.fromEntries(
    [...switchLists.values()]
      .filter(({ kind }) => kind === 'codes')
      .map(({ name, codes }) => [name, [...codes]]),
  ),
});

test('a form in which everything is ticked switches nothing off', () => {
  expect(switchesOfForm(everything()).flatMap(({ off }) => off)).toEqual([]);
});

test('what is not ticked is off, except what may never be', () => {
  const form = everything();
  form.on['stage'] = ['potential'];
  const stage = switchesOfForm(form).find(({ list }) => list === 'stage');
  expect(stage?.off).toContain('returned');
  expect(stage?.off).not.toContain('unknown');
});

test('a field is off, on or required', () => {
  const choices = switchesOfForm({
    ...everything(),
    field: { 'client-field': { gender: 'off', origin: 'required', sector: 'on' } },
  });
  const { off, required } = choices.find(({ list }) => list === 'client-field') ?? { off: [], required: [] };
  expect(off).toEqual(['gender']);
  expect(required).toEqual(['origin']);
  expect(switchesFrom([]).isOn('client-field', 'sector')).toBe(true);
});
