import type { PermissionTable } from '#platform/policy/policy.ts';
import { clientPermissions } from '#modules/clients/permissions.ts';
import { contactPermissions } from '#modules/contacts/permissions.ts';
import { draftPermissions } from '#modules/drafts/permissions.ts';
import { setupPermissions } from '#modules/setup/permissions.ts';
import { staffPermissions } from '#modules/staff/permissions.ts';

/** Every module's permissions, composed into the one policy of the house. */
export const permissions: PermissionTable[] = [clientPermissions, contactPermissions, draftPermissions, setupPermissions, staffPermissions];
