import type { PermissionTable } from '#platform/policy/policy.ts';

const serving = { coordinator: ['centre'], counsellor: ['centre'], caseworker: ['centre'] } as const;

/**
 * Who may find two files of one person and make them one. Whoever advises the person may: they can tell two people apart.
 * A data officer does not see people in this house, so it is not theirs. Who proposed a merge does not confirm it.
 */
export const duplicatePermissions = {
  'duplicate.compare': { ...serving },
  'duplicate.confirm-merge': { ...serving },
  'duplicate.decline-merge': { ...serving },
  'duplicate.forget-merges': { job: ['centre'] },
  'duplicate.keep-scanned': { job: ['centre'] },
  'duplicate.list': { ...serving },
  'duplicate.look-again': { job: ['centre'] },
  'duplicate.merge': { ...serving },
  'duplicate.merged': { ...serving },
  'duplicate.propose-merge': { ...serving },
  'duplicate.proposals': { ...serving },
  'duplicate.review-merge': { ...serving },
  'duplicate.running-scan': { job: ['centre'] },
  'duplicate.start-scan': { coordinator: ['centre'], job: ['centre'] },
  'duplicate.tell-apart': { ...serving },
  'duplicate.undo-merge': { ...serving },
} satisfies PermissionTable;
