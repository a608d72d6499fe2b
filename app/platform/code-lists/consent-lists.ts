import { codeList } from './code-list.ts';

/** One decision per purpose: agreeing to one never means agreeing to another. */
export const consentPurpose = codeList([
  'service_and_record',
  'contact_by_phone',
  'contact_by_message',
  'share_for_referral',
  'share_for_transfer',
  'share_with_authority',
  'share_with_donor_audit',
  'photo_video',
  'story_publication',
  'research_follow_up',
  'recording_of_call',
  'family_contact',
]);

export const consentForm = codeList([
  'written_signature',
  'thumbprint',
  'verbal_witnessed',
  'audio',
  'electronic_tick',
  'guardian_plus_assent',
]);

export const consentStatus = codeList([
  'given',
  'refused',
  'withdrawn',
  'expired',
  'not_possible_vital_interest',
]);

export const legalBasis = codeList([
  'consent',
  'vital_interest',
  'public_interest_mandate',
  'legitimate_interest',
  'contract',
  'legal_obligation',
]);

export const clientFileStatus = codeList(['active', 'inactive', 'archived', 'pseudonymised', 'erased']);

export const deleteReason = codeList([
  'retention_expired',
  'client_request',
  'consent_withdrawn',
  'wrong_person',
  'legal_order',
]);
