import { groupedList } from './code-list.ts';

/** What people ask about, in the order of a migrant's road. */
export const topic = groupedList({
  before_migration: [
    'decision_to_migrate',
    'options_at_home',
    'domestic_training',
    'domestic_job',
    'regular_pathways_work',
    'regular_pathways_study',
    'scholarships',
    'family_reunification',
    'humanitarian_programmes',
    'visa_procedure',
    'passport_and_id',
    'attestation',
    'recruitment_agency_check',
    'job_offer_check',
    'contract_check',
    'recruitment_costs',
    'debt_and_loans',
    'medical_test',
    'skills_test',
    'insurance_welfare_fund',
    'irregular_migration_risks',
    'trafficking_smuggling',
    'fraud_scam',
  ],
  travel: ['travel_preparation', 'airport_procedure', 'luggage_customs', 'transit'],
  living_abroad: [
    'arrival_first_steps',
    'status_and_permits',
    'work_and_living_conditions',
    'labour_rights',
    'obligations_and_laws',
    'culture_and_customs',
    'language',
    'housing',
    'health_access',
    'pregnancy_maternity',
    'education_of_children',
    'banking',
    'remittances',
    'savings_budget',
    'embassy_services',
    'change_employer',
    'exit_permit',
    'regularisation',
    'asylum_protection',
    'integration',
    'voting_abroad',
    'tax_social_security',
  ],
  problem: [
    'unpaid_wages',
    'passport_withheld',
    'contract_broken',
    'overwork',
    'work_injury',
    'abuse_violence',
    'sexual_harassment',
    'detention',
    'absconding_report',
    'missing_family_member',
    'death_and_repatriation',
    'discrimination',
    'industrial_action_law',
    'housing_conditions',
    'scam_victim',
  ],
  return: [
    'return_options',
    'avrr',
    'documents_for_return',
    'changes_at_home',
    'reintegration_support',
    'job_after_return',
    'business_start',
    'skills_recognition_home',
    'health_after_return',
    'debt_after_return',
    'family_and_community',
  ],
  wellbeing: ['stress', 'loneliness', 'family_conflict', 'addiction', 'grief', 'suicidal_thoughts'],
  development: ['investment', 'diaspora_projects', 'business_from_abroad'],
  crisis_information: ['pandemic_rules', 'conflict_evacuation', 'natural_disaster', 'border_closure'],
  centre: ['services_information', 'membership', 'volunteering', 'event'],
});

export type Topic = (typeof topic.codes)[number];
export type TopicGroup = (typeof topic.groups)[number];

const urgentByItself: ReadonlySet<Topic> = new Set<Topic>(['suicidal_thoughts']);

const asksForSafety: ReadonlySet<Topic> = new Set<Topic>([
  'trafficking_smuggling',
  'passport_withheld',
  'abuse_violence',
  'sexual_harassment',
  'detention',
  'absconding_report',
  'missing_family_member',
  'conflict_evacuation',
  'suicidal_thoughts',
]);

/** A contact with such a topic is urgent whatever else was ticked. */
export function isAutoUrgent(code: Topic): boolean {
  return urgentByItself.has(code);
}

/** With such a topic the counsellor is asked whether the person is safe now, before going on. */
export function needsSafetyPrompt(code: Topic): boolean {
  return asksForSafety.has(code);
}
