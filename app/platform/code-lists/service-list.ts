import { groupedList } from './code-list.ts';

/** What a centre does for people. The groups are also the reasons for a visit. */
export const service = groupedList({
  info: [
    'information_desk', 'one_to_one_counselling', 'group_information', 'document_help',
    'translation_interpreting', 'internet_access', 'hotline',
  ],
  legal: [
    'legal_advice', 'legal_representation', 'mediation_support', 'complaint_filing',
    'court_accompaniment', 'consular_liaison', 'regularisation_help', 'detention_visit',
    'power_of_attorney',
  ],
  protection: [
    'screening', 'case_management', 'safety_planning', 'safe_transport', 'child_protection',
    'family_tracing', 'best_interest', 'gbv_response',
  ],
  health: [
    'medical_triage', 'medical_consultation', 'medicines', 'laboratory', 'hospital_accompaniment',
    'reproductive_health', 'vaccination', 'health_education', 'medical_examination_for_travel',
    'fit_to_travel',
  ],
  mhpss: [
    'pfa', 'individual_psychosocial', 'group_psychosocial', 'psychological_therapy',
    'psychiatric_referral',
  ],
  basic_needs: [
    'cash', 'voucher', 'food', 'hygiene_kit', 'clothing', 'baby_kit', 'sim_phone_credit',
    'transport_ticket', 'rent_support', 'shelter', 'emergency_accommodation',
  ],
  training: [
    'language', 'literacy', 'computer', 'vocational', 'skills', 'financial_literacy', 'soft_skills',
    'pre_employment', 'pre_departure', 'post_arrival', 'cultural_orientation', 'advocacy',
    'communication', 'reproductive_health_training', 'training_of_trainers',
  ],
  employment: [
    'job_counselling', 'job_matching', 'cv_help', 'vacancy_check', 'skills_test',
    'qualification_recognition', 'entrepreneurship',
  ],
  finance_development: [
    'remittance_advice', 'savings_advice', 'investment_information', 'diaspora_project',
  ],
  return: [
    'return_counselling', 'travel_document', 'avrr_travel', 'reception_at_arrival',
    'reintegration_grant_in_kind', 'reintegration_cash', 'reintegration_monitoring',
  ],
  community: [
    'event', 'festival', 'sport_dance', 'room_use', 'community_group_support', 'pastoral',
    'membership', 'volunteering',
  ],
  advocacy: [
    'campaign', 'policy_input', 'research', 'collective_negotiation_support', 'stakeholder_briefing',
  ],
});
