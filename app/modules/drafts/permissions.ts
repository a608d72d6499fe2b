import type { PermissionTable } from '#platform/policy/policy.ts';

const own = {
  coordinator: ['self'],
  counsellor: ['self'],
  caseworker: ['self'],
  receptionist: ['self'],
  hotline_operator: ['self'],
  trainer: ['self'],
  outreach_officer: ['self'],
  volunteer: ['self'],
} as const;

/** Drafts belong to whoever types them; nobody else can open one, in no role. */
export const draftPermissions = {
  'draft.save': own,
  'draft.discard': own,
  'draft.open': own,
} satisfies PermissionTable;
