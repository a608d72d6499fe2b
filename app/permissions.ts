import type { PermissionTable } from '#platform/policy/policy.ts';
import { advicePermissions } from '#modules/advice/permissions.ts';
import { auditPermissions } from '#modules/audit/permissions.ts';
import { backupPermissions } from '#modules/backups/permissions.ts';
import { centrePermissions } from '#modules/centres/permissions.ts';
import { clientPermissions } from '#modules/clients/permissions.ts';
import { contactPermissions } from '#modules/contacts/permissions.ts';
import { decisionPermissions } from '#modules/decisions/permissions.ts';
import { disclosureRequestPermissions } from '#modules/disclosure-requests/permissions.ts';
import { doctorPermissions } from '#modules/doctor/permissions.ts';
import { draftPermissions } from '#modules/drafts/permissions.ts';
import { duplicatePermissions } from '#modules/duplicates/permissions.ts';
import { erasurePermissions } from '#modules/erasures/permissions.ts';
import { factPermissions } from '#modules/facts/permissions.ts';
import { frontDeskPermissions } from '#modules/front-desk/permissions.ts';
import { guidePermissions } from '#modules/guides/permissions.ts';
import { integrationPermissions } from '#modules/integrations/permissions.ts';
import { listPermissions } from '#modules/lists/permissions.ts';
import { householdPermissions } from '#modules/households/permissions.ts';
import { importPermissions } from '#modules/imports/permissions.ts';
import { messagePermissions } from '#modules/messages/permissions.ts';
import { networkPermissions } from '#modules/network/permissions.ts';
import { oversightPermissions } from '#modules/oversight/permissions.ts';
import { privacyImpactPermissions } from '#modules/privacy-impact/permissions.ts';
import { questionPermissions } from '#modules/questions/permissions.ts';
import { releasePermissions } from '#modules/releases/permissions.ts';
import { sealingPermissions } from '#modules/sealing/permissions.ts';
import { retentionPermissions } from '#modules/retention/permissions.ts';
import { setupPermissions } from '#modules/setup/permissions.ts';
import { staffPermissions } from '#modules/staff/permissions.ts';
import { transferPermissions } from '#modules/transfers/permissions.ts';
import { statisticsPermissions } from '#modules/statistics/permissions.ts';

/** Every module's permissions, composed into the one policy of the house. */
export const permissions: PermissionTable[] = [
  advicePermissions,
  auditPermissions,
  backupPermissions,
  centrePermissions,
  clientPermissions,
  contactPermissions,
  decisionPermissions,
  disclosureRequestPermissions,
  doctorPermissions,
  draftPermissions,
  duplicatePermissions,
  erasurePermissions,
  factPermissions,
  frontDeskPermissions,
  guidePermissions,
  integrationPermissions,
  listPermissions,
  householdPermissions,
  importPermissions,
  messagePermissions,
  networkPermissions,
  oversightPermissions,
  privacyImpactPermissions,
  questionPermissions,
  releasePermissions,
  sealingPermissions,
  retentionPermissions,
  setupPermissions,
  staffPermissions,
  statisticsPermissions,
  transferPermissions,
];
