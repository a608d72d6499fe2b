import { attributeList, codeList } from './code-list.ts';

/** As registered in a document. */
export const sex = attributeList(['female', 'male', 'intersex_other']);

/** Asked only where it is safe and useful. Terms follow the Human Trafficking Case Data Standard 2.0 (IOM, CC BY 4.0). */
export const gender = attributeList([
  'feminine',
  'masculine',
  'transgender_feminine',
  'transgender_masculine',
  'non_conforming',
]);

export const ageBand = attributeList([
  '0_4',
  '5_11',
  '12_14',
  '15_17',
  '18_24',
  '25_34',
  '35_44',
  '45_59',
  '60_plus',
]);

export const agePrecision = codeList(['exact', 'month', 'year', 'estimated']);

/** Where the person stands on the road of migration. */
export const stage = attributeList([
  'potential',
  'intending',
  'outgoing',
  'in_transit',
  'at_destination',
  'returned',
  'host_community',
  'family_of_migrant',
  'professional_stakeholder',
]);

export const clientCategory = attributeList([
  'labour_migrant',
  'domestic_worker',
  'seasonal_worker',
  'student',
  'trainee',
  'family_reunification',
  'resettled_refugee',
  'immigrant_seeking_integration',
  'refugee',
  'asylum_seeker',
  'internally_displaced',
  'stateless',
  'stranded_migrant',
  'irregular_migrant',
  'victim_of_trafficking',
  'smuggled_migrant',
  'qualified_national_returnee',
  'voluntary_returnee',
  'forced_returnee',
  'ex_combatant',
  'tourist_visitor',
  'family_member',
  'official',
  'general_public',
]);

export const purpose = attributeList([
  'work',
  'study',
  'training',
  'family',
  'protection',
  'return',
  'visit',
  'health_care',
  'other',
]);

/** Restricted: collected only when a service depends on it, hence `not_asked`. */
export const legalStatus = attributeList([
  'regular_resident',
  'regular_temporary_work',
  'regular_student',
  'regular_visitor',
  'pending_application',
  'asylum_applicant',
  'recognised_protection',
  'expired_document',
  'irregular_entry',
  'irregular_stay',
  'irregular_work_only',
  'national',
  'not_asked',
]);

export const education = attributeList([
  'none',
  'primary_incomplete',
  'primary',
  'lower_secondary',
  'upper_secondary',
  'vocational',
  'short_cycle_tertiary',
  'bachelor',
  'master_plus',
  'religious_school',
]);

export const literacy = attributeList(['reads_easily', 'reads_with_help', 'cannot_read']);

export const employment = attributeList([
  'unemployed_seeking',
  'not_seeking',
  'employed_formal',
  'employed_informal',
  'self_employed',
  'unpaid_family_worker',
  'student',
  'unable_to_work',
]);

/** Sections of ISIC, with domestic work and care in homes kept apart. */
export const sector = attributeList([
  'agriculture_forestry_fishing',
  'mining',
  'manufacturing',
  'garment_textile',
  'utilities',
  'construction',
  'trade_repair',
  'transport_storage',
  'accommodation_food',
  'ict',
  'finance_real_estate',
  'professional_technical',
  'security_cleaning_support',
  'public_education',
  'health_care',
  'domestic_work',
  'care_in_home',
  'entertainment',
  'seafaring',
  'other',
]);

export const skillLevel = attributeList([
  'elementary',
  'semi_skilled',
  'skilled',
  'technician',
  'professional',
]);

export const marital = attributeList([
  'single',
  'married',
  'widowed',
  'divorced',
  'separated',
  'registered_partnership',
]);

/** The six questions of the Washington Group's short set, each answered with a `disabilityLevel`. */
export const disability = codeList([
  'seeing',
  'hearing',
  'walking',
  'remembering',
  'self_care',
  'communicating',
]);

/** `a_lot` or `cannot` in any one question counts as a disability in figures. */
export const disabilityLevel = attributeList(['none', 'some', 'a_lot', 'cannot']);

export const idType = attributeList([
  'passport',
  'national_id',
  'residence_card',
  'work_permit',
  'consular_card',
  'refugee_card',
  'birth_certificate',
  'seafarer_book',
  'travel_document',
  'none',
]);

export const referredBy = attributeList([
  'walk_by',
  'friend_family',
  'former_client',
  'community_leader',
  'faith_organisation',
  'volunteer',
  'school_university',
  'training_institute',
  'government_office',
  'embassy_consulate',
  'recruitment_agency',
  'employer',
  'union',
  'ngo',
  'un_agency',
  'police_labour_inspection',
  'hospital',
  'radio',
  'tv',
  'newspaper',
  'sms',
  'facebook',
  'whatsapp',
  'telegram',
  'tiktok',
  'youtube',
  'website',
  'poster_leaflet',
  'event',
  'airport_desk',
  'hotline_other',
  'other',
]);

/** Whose phone it is decides what may be said on it. */
export const phoneOwner = attributeList(['own', 'shared', 'family', 'employer']);

/** Answers to "Which nationality?" that are not a country. */
export const noNationality = attributeList(['stateless', 'not_recognised']);
