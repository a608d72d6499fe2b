import type { z } from 'zod';
import type { recordContactInput } from '#modules/contacts/contact.schemas.ts';
import type { Topic } from '#platform/code-lists/topic-list.ts';
import { noteFor } from './notes.ts';
import type { InventedPerson } from './plan-person.ts';
import type { SeededRandom } from './seeded-random.ts';
import { type Tradition, type TraditionName, traditionShares, traditions } from './traditions.ts';

export type RecordInput = z.input<typeof recordContactInput>;
type Channel = RecordInput['channel'];

const channels: Partial<Record<Channel, number>> = {
  in_person_centre: 56,
  hotline_inbound: 15,
  whatsapp: 9,
  phone_outbound: 6,
  in_person_outreach: 5,
  in_person_mobile: 3,
  web_chat: 2,
  facebook_comment: 1,
  home_visit: 1,
  workplace_visit: 1,
  video_call: 1,
};

/** What people ask about, by where they stand on the road. */
const topicsByStage: Record<string, Partial<Record<Topic, number>>> = {
  intending: {
    visa_procedure: 14,
    recruitment_agency_check: 13,
    contract_check: 12,
    job_offer_check: 9,
    regular_pathways_work: 12,
    recruitment_costs: 8,
    passport_and_id: 9,
    irregular_migration_risks: 8,
    attestation: 5,
    skills_test: 3,
    decision_to_migrate: 5,
    medical_test: 3,
  },
  potential: {
    decision_to_migrate: 18,
    options_at_home: 15,
    domestic_training: 12,
    regular_pathways_work: 14,
    regular_pathways_study: 9,
    scholarships: 6,
    irregular_migration_risks: 14,
    debt_and_loans: 5,
    services_information: 7,
  },
  outgoing: {
    travel_preparation: 18,
    contract_check: 16,
    airport_procedure: 10,
    insurance_welfare_fund: 10,
    medical_test: 8,
    savings_budget: 8,
    remittances: 8,
    obligations_and_laws: 7,
  },
  in_transit: {
    asylum_protection: 20,
    status_and_permits: 18,
    family_reunification: 14,
    irregular_migration_risks: 12,
    humanitarian_programmes: 12,
    health_access: 8,
    passport_and_id: 8,
    stress: 4,
    missing_family_member: 4,
  },
  at_destination: {
    status_and_permits: 20,
    education_of_children: 12,
    health_access: 13,
    work_and_living_conditions: 11,
    labour_rights: 9,
    housing: 8,
    unpaid_wages: 8,
    regularisation: 7,
    banking: 5,
    pregnancy_maternity: 3,
    passport_withheld: 2,
    detention: 2,
  },
  returned: {
    job_after_return: 20,
    reintegration_support: 20,
    business_start: 14,
    debt_after_return: 12,
    skills_recognition_home: 10,
    unpaid_wages: 8,
    health_after_return: 6,
    family_and_community: 5,
    stress: 5,
  },
  family_of_migrant: {
    remittances: 16,
    unpaid_wages: 14,
    missing_family_member: 11,
    detention: 9,
    death_and_repatriation: 4,
    embassy_services: 12,
    family_reunification: 16,
    passport_withheld: 6,
    loneliness: 6,
    family_conflict: 6,
  },
};
const otherTopics: Partial<Record<Topic, number>> = {
  services_information: 6,
  stress: 3,
  language: 4,
  fraud_scam: 5,
  trafficking_smuggling: 2,
  banking: 3,
  overwork: 3,
  work_injury: 2,
  abuse_violence: 1,
  grief: 1,
};

const results: Partial<Record<RecordInput['result'], number>> = {
  information_given: 40,
  options_explained: 20,
  document_checklist_given: 14,
  referred: 11,
  appointment_made: 6,
  follow_up_planned: 6,
  case_opened: 1,
  no_answer_available: 2,
  out_of_scope: 2,
  client_disconnected: 1,
};

interface Talking {
  /** Undefined: somebody who did not give a name. */
  person?: InventedPerson;
  tradition?: TraditionName;
  withNote: number;
}

/** A talk with one person, or with somebody without a name; for whom and where is added by the plan. */
export function planTalk(random: SeededRandom, { person, withNote }: Talking): RecordInput {
  const tradition = person?.tradition ?? random.weighted(traditionShares);
  const its: Tradition = traditions[tradition];
  const stage = person?.stage ?? random.weighted(its.stages);
  const topics = [random.weighted(topicsByStage[stage] ?? otherTopics)];
  while (topics.length < 4 && random.chance(0.38)) {
    const more = random.chance(0.8)
      ? random.weighted(topicsByStage[stage] ?? otherTopics)
      : random.weighted(otherTopics);
    if (!topics.includes(more)) topics.push(more);
  }
  const channel = random.weighted(channels);
  const face = channel.startsWith('in_person') || channel.endsWith('_visit');
  const language = random.pick(person?.languages ?? random.pick(its.languages));
  const destination = person?.destination ?? random.weighted(its.destinations);
  const result = random.weighted(results);
  const early = ['intending', 'potential', 'outgoing', 'in_transit'].includes(stage);
  return {
    who: person ? 'client' : 'anonymous',
    channel,
    direction: channel === 'phone_outbound' ? 'outbound' : random.chance(0.08) ? 'scheduled' : 'inbound',
    minutes: face ? random.int(10, 55) : random.int(4, 25),
    language,
    interpreter: !['ur', 'ps', 'prs', 'en', 'ar', 'bn', 'pnb'].includes(language) && random.chance(0.7),
    topics,
    ...(destination !== its.country &&
      random.chance(0.8) && {
        corridorFrom: stage === 'in_transit' ? 'PK' : its.country,
        corridorTo: destination === 'PK' && stage === 'in_transit' ? 'DE' : destination,
      }),
    result,
    stayOptionExplained: true,
    riskInfoGiven: early && random.chance(0.6),
    optionsExplained: early
      ? random.sample(
          [
            'regular_pathways_work',
            'regular_pathways_study',
            'family_reunification',
            'domestic_training',
            'domestic_job',
          ] as const,
          random.int(0, 2),
        )
      : [],
    documentsGiven: face
      ? random.sample(
          [
            'information_sheet',
            'document_checklist',
            'leaflet',
            'referral_slip',
            'appointment_slip',
          ] as const,
          random.int(0, 2),
        )
      : [],
    thirdPartyPresent: random.chance(0.14),
    ...(face && random.chance(0.8) && { privateSpace: random.chance(0.85) }),
    urgent: random.chance(0.03),
    ...(early && random.chance(0.35) && measures(random)),
    ...(random.chance(0.3) && {
      knowsWhomToContact: random.chance(0.8),
      satisfaction: random.pick([3, 4, 4, 5, 5, 5]),
    }),
    ...(random.chance(withNote) && {
      note: noteFor(random, { topic: topics[0] ?? 'services_information', language, country: destination }),
    }),
    ...(!person && { facts: factsOf(random, its, stage) }),
    ...(person &&
      random.chance(0.055) && {
        asker: random.pick(['family_member', 'family_member', 'family_member', 'friend'] as const),
      }),
  };
}

function measures(random: SeededRandom) {
  const before = random.int(2, 9);
  const knowledge = random.int(1, 6);
  return {
    intentionBefore: random.weighted({
      undecided: 4,
      will_migrate_regularly: 3,
      still_intends_irregular: 2,
      will_stay: 1,
    }),
    intentionAfter: random.weighted({
      will_wait_and_prepare: 4,
      will_migrate_regularly: 4,
      will_train_first: 2,
      will_stay: 2,
      undecided: 2,
      still_intends_irregular: 1,
    }),
    likelihoodBefore: before,
    likelihoodAfter: Math.max(0, Math.min(10, before + random.int(-4, 1))),
    knowledgeBefore: knowledge,
    knowledgeAfter: Math.min(10, knowledge + random.int(1, 4)),
  } as const;
}

/** As much as somebody without a file cares to say. */
function factsOf(random: SeededRandom, its: Tradition, stage: string): RecordInput['facts'] {
  return {
    sex: random.weighted({ male: 52, female: 36, unknown: 12 }),
    ageBand: random.weighted({
      '15_17': 3,
      '18_24': 26,
      '25_34': 30,
      '35_44': 15,
      '45_59': 8,
      '60_plus': 2,
      unknown: 16,
    }),
    stage: stage as NonNullable<RecordInput['facts']>['stage'],
    ...(random.chance(0.75) && { nationality: its.country }),
    ...(random.chance(0.4) && { district: random.pick(its.provinces) }),
  };
}

const groupTopics: Topic[] = [
  'irregular_migration_risks',
  'recruitment_agency_check',
  'services_information',
  'labour_rights',
  'fraud_scam',
];

/** A group that was only counted: a village meeting, a queue at the station, a class. */
export function planHeadCount(random: SeededRandom): RecordInput {
  return {
    who: 'head_count',
    channel: random.pick(['in_person_outreach', 'in_person_mobile', 'in_person_outreach'] as const),
    minutes: random.int(30, 120),
    language: random.pick(['ur', 'ps', 'prs', 'pnb']),
    topics: random.sample(groupTopics, random.int(1, 2)),
    result: 'information_given',
    stayOptionExplained: true,
    riskInfoGiven: true,
    people: random.int(6, 60),
    facts: {},
    note: random.pick([
      'Talk after evening prayer; many questions about agents who ask for money first.',
      'Final-year class of a training institute. Leaflets were gone before the end.',
      'Waiting passengers at the bus station; three came to the desk afterwards.',
      "Women's savings group. They asked for a session on contracts next month.",
    ]),
  };
}
