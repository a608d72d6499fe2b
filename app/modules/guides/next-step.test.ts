import { expect, test } from 'vitest';
import { nextStep, type StepQuestion } from './next-step.ts';

const page = {
  state: 'draft',
  isArchived: false,
  isOutline: false,
  isOverdue: false,
  editedBy: 'amal',
  submittedBy: 'amal',
  approvedBy: null,
  riskClass: 'normal',
} as const;
const ask = (more: Partial<StepQuestion['page']>, actorId = 'amal', editors = ['amal', 'noor'], may = true) =>
  nextStep({ page: { ...page, ...more }, actorId, editors, mayEver: () => may });

test('who may not by their role, or wrote it themselves, is told so', () => {
  expect(ask({}, 'amal', ['amal'], false)).toEqual({ step: 'submit', may: 'role' });
  expect(ask({ state: 'legal_check' })).toEqual({ step: 'approve', may: 'second-person' });
  expect(
    ask({ state: 'ready', riskClass: 'risk', approvedBy: 'noor' }, 'noor', ['amal', 'noor', 'omid']),
  ).toEqual({
    step: 'publish',
    may: 'second-person',
  });
});

test('each state has its step', () => {
  expect(ask({ isOutline: true }).step).toBe('write');
  expect(ask({ state: 'legal_check' }, 'noor')).toEqual({ step: 'approve', may: 'fine' });
  expect(ask({ state: 'ready' }, 'amal', ['amal'])).toEqual({ step: 'publish', may: 'alone' });
  expect(ask({ state: 'published' }).step).toBe('none');
  expect(ask({ state: 'published', isOverdue: true }).step).toBe('review');
  expect(ask({ isArchived: true }).step).toBe('reopen');
});
