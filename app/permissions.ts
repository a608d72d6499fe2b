import type { PermissionTable } from '#platform/policy/policy.ts';
import { setupPermissions } from '#modules/setup/permissions.ts';
import { staffPermissions } from '#modules/staff/permissions.ts';

/** Every module's permissions, composed into the one policy of the house. */
export const permissions: PermissionTable[] = [setupPermissions, staffPermissions];
