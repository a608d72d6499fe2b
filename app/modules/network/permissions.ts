import type { PermissionTable } from '#platform/policy/policy.ts';

const serving = { coordinator: ['centre'], counsellor: ['centre'], caseworker: ['centre'] } as const;
const arranging = { network_administrator: ['centre'] } as const;

/**
 * Whoever arranges centres sees centres and sums; whoever serves people may ask about the person before them. Neither
 * may do the other.
 */
export const networkPermissions = {
  'network.list-centres': arranging,
  'network.open-centre': arranging,
  'network.suspend-centre': arranging,
  'network.resume-centre': arranging,
  'network.invite-administrator': arranging,
  'network.remove-administrator': arranging,
  'network.figures': arranging,
  'network.other-centres': { ...serving, ...arranging },
  'network.ask': serving,
  'network.inquire': serving,
  'network.list-asks': serving,
  'network.answer-inquiry': serving,
  'network.note-ask': { job: ['centre'] },
} satisfies PermissionTable;
