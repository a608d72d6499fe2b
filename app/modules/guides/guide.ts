/** Sections of the hub: the first level of the topic tree. */
export const sections = [
  'thinking_about_leaving',
  'legal_ways',
  'get_ready',
  'dangers',
  'living_abroad',
  'problems',
  'coming_home',
  'money',
  'health',
  'rights',
  'our_centre',
  'notices',
  'partners',
] as const;
export type Section = (typeof sections)[number];

/** The four doors of the first screen, and the sections behind each. */
export const doors = {
  before: ['thinking_about_leaving', 'legal_ways', 'get_ready', 'dangers', 'money', 'health'],
  abroad: ['living_abroad', 'rights', 'money', 'health', 'dangers', 'problems'],
  home: ['coming_home', 'money', 'health'],
  help: ['problems', 'our_centre'],
} as const satisfies Record<string, readonly Section[]>;
export type Door = keyof typeof doors;

/** Behind which doors a section is found. */
export const doorsOf = (section: Section): Door[] =>
  (Object.keys(doors) as Door[]).filter((door) => doors[door].some((each) => each === section));

export const guideTypes = [
  'overview',
  'pathway',
  'procedure',
  'document_checklist',
  'cost_sheet',
  'rights',
  'obligations',
  'risk',
  'problem_solver',
  'service_contact',
  'culture_guide',
  'health',
  'story',
  'notice',
  'faq',
] as const;
export type GuideType = (typeof guideTypes)[number];

/** Pages on danger are read by two others before they go out. */
export const riskClasses = ['normal', 'risk'] as const;
export type RiskClass = (typeof riskClasses)[number];

/** Steps at which a paper is needed, in their order. */
export const checklistSteps = ['registration', 'medical', 'skills', 'visa', 'protector', 'travel'] as const;

/** What a case may depend on; the reader chooses, the checklist shows only what is theirs. */
export const checklistConditions = {
  route: ['promoter', 'direct', 'state'],
  work: ['listed_trade', 'professional', 'health_staff', 'domestic', 'other'],
  served: ['yes'],
  police: ['yes'],
} as const;
export type ChecklistCase = { [K in keyof typeof checklistConditions]?: string };

/** A pair of countries, written `pk-sa` in addresses. */
export interface Corridor {
  from: string;
  to: string;
}

export const corridorSlug = ({ from, to }: Corridor): string => `${from}-${to}`.toLowerCase();
