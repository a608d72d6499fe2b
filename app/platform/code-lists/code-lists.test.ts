import { expect, test } from 'vitest';
import arabic from '../../../locales/ar/code-lists.json' with { type: 'json' };
import bengali from '../../../locales/bn/code-lists.json' with { type: 'json' };
import english from '../../../locales/en/code-lists.json' with { type: 'json' };
import dari from '../../../locales/fa-AF/code-lists.json' with { type: 'json' };
import urdu from '../../../locales/ur/code-lists.json' with { type: 'json' };
import { channelGroupOf } from './channel-list.ts';
import { codeListNames, codeLists, codeSchema, isCode } from './code-lists.ts';
import { isAutoUrgent, needsSafetyPrompt } from './topic-list.ts';

test('a code of another list is refused', () => {
  expect(isCode('topic', 'whatsapp')).toBe(false);
  expect(isCode('sex', undefined)).toBe(false);
  expect(codeSchema('topic').safeParse('whatsapp').success).toBe(false);
  expect(() => codeLists.topic.group('whatsapp' as never)).toThrow(RangeError);
});

test('codes are lower snake case and appear once in their list', () => {
  for (const name of codeListNames) {
    const codes: readonly string[] = codeLists[name].codes;
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/);
  }
});

test('whoever describes a person may always say nothing', () => {
  for (const list of Object.values(codeLists)) {
    expect(list.has('prefer_not_to_say')).toBe(list.isAttribute);
  }
  expect(codeLists.sex.isAttribute).toBe(true);
});

test('every code has a label in every language', () => {
  const languages: Record<string, Record<string, string>>[] = [english, arabic, dari, urdu, bengali];
  for (const labels of languages) {
    for (const name of codeListNames.filter((list) => list !== 'visitReason')) {
      expect(Object.keys(labels[name] ?? {})).toEqual(codeLists[name].codes);
    }
  }
});

test('"other" asks for words', () => {
  expect(codeLists.sector.needsText('other')).toBe(true);
  expect(codeLists.sector.needsText('mining')).toBe(false);
});

test('groups are known both ways', () => {
  expect(codeLists.topic.group('unpaid_wages')).toBe('problem');
  expect(codeLists.topic.codesIn('travel')).toContain('transit');
  expect(channelGroupOf('whatsapp')).toBe('online');
  expect(codeSchema('topic').parse('grief')).toBe('grief');
});

test('some topics are urgent by themselves, more ask whether the person is safe', () => {
  expect(isAutoUrgent('suicidal_thoughts')).toBe(true);
  expect(isAutoUrgent('unpaid_wages')).toBe(false);
  expect(needsSafetyPrompt('passport_withheld')).toBe(true);
  expect(needsSafetyPrompt('banking')).toBe(false);
});
