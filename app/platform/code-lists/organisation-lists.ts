import { codeList } from './code-list.ts';

export const operator = codeList([
  'government_agency',
  'government_ministry',
  'local_government',
  'trade_union',
  'employer_organisation',
  'tripartite_body',
  'ngo',
  'faith_based',
  'international_organisation',
  'diaspora_association',
  'coalition',
  'private',
  'other',
]);

export const centreKind = codeList([
  'mrc',
  'mrrc',
  'mwrc',
  'workers_centre',
  'community_centre',
  'migrant_desk',
  'counselling_centre',
]);

export const siteType = codeList([
  'main',
  'branch',
  'desk_in_other_office',
  'mobile_unit',
  'kiosk',
  'outreach_point',
  'shelter',
  'virtual',
]);

export const migrationContext = codeList(['origin', 'transit', 'destination', 'mixed']);

/** The job a person does in the centre. What they may see and do is decided by permissions, not here. */
export const staffRole = codeList([
  'coordinator',
  'counsellor',
  'caseworker',
  'lawyer',
  'paralegal',
  'psychologist',
  'nurse',
  'doctor',
  'hotline_operator',
  'shelter_worker',
  'trainer',
  'interpreter',
  'outreach_officer',
  'community_mobiliser',
  'data_officer',
  'meal_officer',
  'finance_officer',
  'psea_focal_point',
  'data_protection_focal_point',
  'receptionist',
  'volunteer',
  'board_member',
  'donor_viewer',
  'government_viewer',
  'auditor',
  'administrator',
]);
