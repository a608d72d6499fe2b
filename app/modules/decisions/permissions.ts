import type { PermissionTable } from '#platform/policy/policy.ts';

/** Counselling is for counsellors: whoever may read what was said may keep what was thought through. */
export const decisionPermissions = {
  'decision.keep': { coordinator: ['centre'], counsellor: ['centre'], caseworker: ['centre'] },
  'decision.list': { coordinator: ['centre'], counsellor: ['centre'], caseworker: ['centre'] },
  'decision.prepare': { coordinator: ['centre'], counsellor: ['centre'], caseworker: ['centre'] },
  'decision.view': { coordinator: ['centre'], counsellor: ['centre'], caseworker: ['centre'] },
} satisfies PermissionTable;
