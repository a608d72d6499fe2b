import type { GuideType, Section } from '#modules/guides/index.server.ts';

/** Parts of a corridor's page, in the order in which people ask. */
export const corridorGroups = [
  'start',
  'employment',
  'costs',
  'protection',
  'conditions',
  'rights',
  'problems',
  'home',
] as const;
export type CorridorGroup = (typeof corridorGroups)[number];

/** Stand on every corridor's page even when nothing is written yet: work, protection, conditions, rights and duties. */
export const mandatoryGroups: ReadonlySet<CorridorGroup> = new Set([
  'employment',
  'protection',
  'conditions',
  'rights',
]);

const byType: Partial<Record<GuideType, CorridorGroup>> = {
  overview: 'start',
  cost_sheet: 'costs',
  rights: 'rights',
  obligations: 'rights',
  risk: 'protection',
  problem_solver: 'problems',
};
const bySection: Record<Section, CorridorGroup> = {
  thinking_about_leaving: 'start',
  legal_ways: 'employment',
  get_ready: 'employment',
  dangers: 'protection',
  living_abroad: 'conditions',
  problems: 'problems',
  coming_home: 'home',
  money: 'costs',
  health: 'conditions',
  rights: 'rights',
  our_centre: 'start',
  notices: 'start',
  partners: 'start',
};
/** What the agency of the state and the check of an agency or a contract do for somebody is protection. */
const protecting = new Set(['recruitment_agency_check', 'contract_check', 'insurance_welfare_fund']);

/** Where a page stands on its corridor's page. */
export function corridorGroupOf(guide: {
  type: GuideType;
  section: Section;
  topics: readonly string[];
}): CorridorGroup {
  if (guide.section === 'coming_home') return 'home';
  const ofType = byType[guide.type];
  if (ofType) return ofType;
  if (guide.topics.includes('family_and_community')) return 'home';
  if (guide.type === 'procedure' && guide.topics.some((topic) => protecting.has(topic))) return 'protection';
  return bySection[guide.section];
}
