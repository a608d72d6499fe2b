import { codeList } from './code-list.ts';

export const contactDirection = codeList(['inbound', 'outbound', 'scheduled']);

/** Who is speaking with us: often not the person the question is about. */
export const callerRole = codeList([
  'self',
  'family_member',
  'friend',
  'employer',
  'official',
  'media',
  'other',
]);

export const counsellingResult = codeList([
  'information_given',
  'document_checklist_given',
  'options_explained',
  'referred',
  'case_opened',
  'appointment_made',
  'follow_up_planned',
  'client_disconnected',
  'no_answer_available',
  'out_of_scope',
]);

/** Asked right after counselling and again at follow-up. */
export const decisionAfter = codeList([
  'will_migrate_regularly',
  'will_wait_and_prepare',
  'will_train_first',
  'will_stay',
  'will_return',
  'still_intends_irregular',
  'undecided',
]);

export const urgency = codeList(['info', 'follow_up', 'urgent', 'emergency']);

/** How soon somebody must act: within 24 hours, 72 hours, or two weeks. */
export const triagePriority = codeList(['emergency_24h', 'urgent_72h', 'normal_2_weeks']);
