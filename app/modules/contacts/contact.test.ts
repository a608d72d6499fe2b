import { expect, test } from 'vitest';
import { dayProblem, followUpPile, isUrgent, mustExplainStaying, safetyTopics } from './contact.ts';

test('advice about going must say that staying is an option', () => {
  expect(mustExplainStaying(['visa_procedure'], 'information_given')).toBe(true);
  expect(mustExplainStaying(['unpaid_wages', 'contract_check'], 'options_explained')).toBe(true);
});

test('no advice, no such duty: the line broke, or the question was another', () => {
  expect(mustExplainStaying(['visa_procedure'], 'client_disconnected')).toBe(false);
  expect(mustExplainStaying(['unpaid_wages'], 'information_given')).toBe(false);
});

test('thoughts of suicide are urgent whatever was ticked', () => {
  expect(isUrgent(['suicidal_thoughts'], false)).toBe(true);
  expect(isUrgent(['visa_procedure'], false)).toBe(false);
  expect(isUrgent(['visa_procedure'], true)).toBe(true);
});

test('violence and withheld passports bring up the question of safety', () => {
  expect(safetyTopics(['visa_procedure', 'abuse_violence', 'passport_withheld'])).toEqual([
    'abuse_violence',
    'passport_withheld',
  ]);
});

test('a contact cannot be tomorrow, nor longer ago than paper is kept', () => {
  expect(dayProblem('2026-03-11', '2026-03-10', 31)).toBe('in-the-future');
  expect(dayProblem('2026-02-06', '2026-03-10', 31)).toBe('too-long-ago');
  expect(dayProblem('2026-02-07', '2026-03-10', 31)).toBeUndefined();
  expect(dayProblem('2026-03-10', '2026-03-10', 31)).toBeUndefined();
});

test('follow-ups fall into overdue, today and later', () => {
  expect(['2026-03-09', '2026-03-10', '2026-03-11'].map((day) => followUpPile(day, '2026-03-10'))).toEqual([
    'overdue',
    'today',
    'later',
  ]);
});
