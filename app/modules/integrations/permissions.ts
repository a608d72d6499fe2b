import type { PermissionTable } from '#platform/policy/policy.ts';

const keeper = { coordinator: ['centre'] } as const;

/** Who opens the house to other programs: the coordinator, who answers for it. What is open is seen by whoever watches over data. */
export const integrationPermissions = {
  'token.create': keeper,
  'token.revoke': keeper,
  'token.list': { ...keeper, data_protection_officer: ['centre'] },
  'webhook.add': keeper,
  'webhook.stop': keeper,
  'webhook.resume': keeper,
  'webhook.try': keeper,
  'webhook.list': { ...keeper, data_protection_officer: ['centre'] },
  'webhook.take-due': { job: ['centre'] },
  'webhook.settle': { job: ['centre'] },
} satisfies PermissionTable;
