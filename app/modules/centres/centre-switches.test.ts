import { expect, test } from 'vitest';
import { findSwitchFault, switchesFrom } from './centre-switches.ts';
import { switchLists } from './switch-lists.ts';

const off = (list: string, code: string) => ({ list, code, enabled: false, required: false });

test('unknown lists, unknown codes and codes that are always on are refused', () => {
  expect(findSwitchFault({ list: 'consentStatus', off: ['given'], required: [] })).toBe('not-in-list');
  expect(findSwitchFault({ list: 'topic', off: ['no_such_topic'], required: [] })).toBe('not-in-list');
  expect(findSwitchFault({ list: 'stage', off: ['prefer_not_to_say'], required: [] })).toBe('always-on');
  expect(findSwitchFault({ list: 'topic', off: ['suicidal_thoughts'], required: [] })).toBe('always-on');
  expect(findSwitchFault({ list: 'topic', off: [], required: ['banking'] })).toBe('never-required');
  expect(
    findSwitchFault({ list: 'visitReason', off: switchLists.get('visitReason')?.codes ?? [], required: [] }),
  ).toBe('nothing-left');
});

test('nobody can be made to say what may harm them', () => {
  for (const field of ['legal_status', 'disability', 'id_documents', 'gender', 'email']) {
    expect(findSwitchFault({ list: 'client-field', off: [], required: [field] })).toBe('never-required');
    const forced = switchesFrom([{ list: 'client-field', code: field, enabled: true, required: true }]);
    expect(forced.isRequired('client-field', field)).toBe(false);
  }
});

test('everything is on until it is switched off', () => {
  const switches = switchesFrom([off('topic', 'voting_abroad'), off('client-field', 'gender')]);
  expect(switches.isOn('topic', 'banking')).toBe(true);
  expect(switches.isOn('topic', 'voting_abroad')).toBe(false);
  expect(switches.codesOf('topic')).not.toContain('voting_abroad');
  expect(switches.fieldsOf('client-field')).not.toContain('gender');
});

test('a row cannot switch off what must always be possible to answer', () => {
  const switches = switchesFrom([off('stage', 'unknown')]);
  expect(switches.codesOf('stage')).toContain('unknown');
});

test('a field that is off is never required', () => {
  const switches = switchesFrom([
    { list: 'client-field', code: 'education', enabled: false, required: true },
    { list: 'client-field', code: 'origin', enabled: true, required: true },
  ]);
  expect(switches.isRequired('client-field', 'education')).toBe(false);
  expect(switches.isRequired('client-field', 'origin')).toBe(true);
  expect(switches.isRequired('client-field', 'sector')).toBe(false);
});
