import type { PermissionTable } from '#platform/policy/policy.ts';

const advisers = { coordinator: ['centre'], counsellor: ['centre'], caseworker: ['centre'] } as const;

/**
 * Who may do what with questions. Outsiders act with their receipt, which opens one thread; jobs do what must not wait
 * for a person. Nobody but those who advise reads what was asked.
 */
export const questionPermissions = {
  'question.ask': { public: ['centre'] },
  'question.ask-again': { public: ['centre'] },
  'question.delete': { public: ['centre'] },
  'question.own-thread': { public: ['centre'] },
  'question.list': advisers,
  'question.view': advisers,
  'question.list-calls': { ...advisers, hotline_operator: ['centre'] },
  'question.assign': advisers,
  'question.answer': advisers,
  'question.close': advisers,
  'question.open-task': advisers,
  'question.count': { ...advisers, receptionist: ['centre'], hotline_operator: ['centre'] },
  'question.receive': { job: ['centre'] },
  'question.remind': { job: ['centre'] },
  'question.expire': { job: ['centre'] },
  'intake-key.make': { job: ['centre'], coordinator: ['centre'] },
  'intake-key.discard': { job: ['centre'] },
} satisfies PermissionTable;
