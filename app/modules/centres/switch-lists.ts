import { type CodeListName, codeLists } from '#platform/code-lists/code-lists.ts';
import { notStated } from '#platform/code-lists/code-list.ts';

/** Fields that a centre may leave out of its forms, by form. What is not here is always asked. */
export const switchableFields = {
  'client-field': [
    'aliases',
    'gender',
    'nationalities',
    'origin',
    'residence',
    'destinations',
    'purpose',
    'categories',
    'heard_via',
    'literacy',
    'education',
    'employment',
    'sector',
    'dependants',
    'marital',
    'staff_sex_preference',
    'message_app',
    'email',
    'address',
    'emergency_contact',
    'legal_status',
    'disability',
    'id_documents',
    'note',
  ],
  'contact-field': [
    'corridor',
    'interpreter',
    'options_explained',
    'risk_information',
    'documents_given',
    'third_party_present',
    'private_space',
    'intention',
    'likelihood',
    'knowledge',
    'knows_whom_to_contact',
    'satisfaction',
    'district',
    'note',
  ],
  'arrival-field': ['language', 'party_size', 'note'],
} as const;

export type FieldList = keyof typeof switchableFields;

/** Asked only where a service depends on it: the centre is told so where it switches them. */
const delicate: ReadonlySet<string> = new Set([
  'gender',
  'legal_status',
  'disability',
  'id_documents',
  'note',
]);

/**
 * What a centre may insist on. Not: status, health, papers, ways to be reached, and what a conversation need not touch;
 * nobody may be sent away for keeping those to themselves.
 */
const requirable: Record<FieldList, readonly string[]> = {
  'client-field': [
    'nationalities',
    'origin',
    'residence',
    'destinations',
    'purpose',
    'categories',
    'heard_via',
    'literacy',
    'education',
    'employment',
    'sector',
    'dependants',
    'marital',
    'staff_sex_preference',
  ],
  'contact-field': [],
  'arrival-field': ['language', 'party_size'],
};

export const isDelicateField = (field: string): boolean => delicate.has(field);

/** Lists whose values a centre may switch off one by one, in the order in which they are offered. */
export const switchableLists = [
  'topic',
  'channel',
  'visitReason',
  'stage',
  'purpose',
  'clientCategory',
  'referredBy',
  'callerRole',
  'counsellingResult',
  'decisionAfter',
  'gender',
  'marital',
  'literacy',
  'education',
  'employment',
  'sector',
  'legalStatus',
  'idType',
] as const satisfies readonly CodeListName[];

export interface SwitchList {
  name: string;
  kind: 'fields' | 'codes';
  /** Codes in groups where the list has groups, else in one group without a name. */
  groups: { group: string | undefined; codes: readonly string[] }[];
  codes: readonly string[];
  /** Never off: not knowing, not telling and "other" are always possible answers, and rules rest on some codes. */
  fixed: ReadonlySet<string>;
  /** Fields that a centre may insist on. */
  requirable: ReadonlySet<string>;
}

/** What the program itself decides by. */
const ruled: Partial<Record<CodeListName, readonly string[]>> = {
  topic: ['suicidal_thoughts'],
  channel: ['in_person_centre'],
  callerRole: ['self'],
  counsellingResult: ['information_given'],
};

const lists = new Map<string, SwitchList>();
for (const [name, codes] of Object.entries(switchableFields)) {
  lists.set(name, {
    name,
    kind: 'fields',
    codes,
    groups: [{ group: undefined, codes }],
    fixed: new Set(),
    requirable: new Set(requirable[name as FieldList]),
  });
}
for (const name of switchableLists) {
  const list = codeLists[name];
  const { codes } = list;
  const always = [...notStated, 'other', 'not_asked', ...(ruled[name] ?? [])];
  const groups =
    'groups' in list
      ? list.groups.map((group) => ({
          group,
          codes: (list.codesIn as (group: string) => readonly string[])(group),
        }))
      : [{ group: undefined, codes }];
  lists.set(name, {
    name,
    kind: 'codes',
    codes,
    groups,
    fixed: new Set(always.filter((code) => codes.includes(code as never))),
    requirable: new Set(),
  });
}

/** Everything that can be switched, by the name of its list. */
export const switchLists: ReadonlyMap<string, SwitchList> = lists;
