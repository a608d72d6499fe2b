import type { PermissionTable } from '#platform/policy/policy.ts';

const serving = { coordinator: ['centre'], counsellor: ['centre'], caseworker: ['centre'] } as const;

/** Whoever serves people lets a file go; a coordinator takes one on. */
export const transferPermissions = {
  'transfer.list': serving,
  'transfer.view': serving,
  'transfer.of-client': serving,
  'transfer.propose': serving,
  'transfer.send': serving,
  'transfer.revoke': serving,
  'transfer.clarify': serving,
  'transfer.accept': { coordinator: ['centre'] },
  'transfer.reject': { coordinator: ['centre'] },
  'transfer.ask-back': { coordinator: ['centre'] },
  'transfer.confirm': serving,
  'transfer.close': { coordinator: ['centre'] },
  'transfer.note': { job: ['centre'] },
} satisfies PermissionTable;
