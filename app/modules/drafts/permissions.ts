import type { PermissionTable } from '#platform/policy/policy.ts';

const own = {
  coordinator: ['self'],
  counsellor: ['self'],
  receptionist: ['self'],
  volunteer: ['self'],
} as const;

/** Drafts belong to whoever types them; nobody else can open one, in no role. */
export const draftPermissions = {
  'draft.save': own,
  'draft.discard': own,
  'draft.open': own,
} satisfies PermissionTable;
