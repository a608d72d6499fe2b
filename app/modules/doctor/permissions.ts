import type { PermissionTable } from '#platform/policy/policy.ts';

/** Those who answer for a centre and those who answer for the network: the findings are about the machine, not people. */
const answering = { coordinator: ['centre'], network_administrator: ['centre'] } as const;

export const doctorPermissions = {
  'doctor.ask': answering,
  'doctor.view': answering,
} satisfies PermissionTable;
