/**
 * What the guide may be told. These closed lists are all that it knows of a person: there is no place in them for a name,
 * nor for how, where or with whom somebody would travel without papers.
 */
export const answerLists = {
  danger: ['no', 'yes'],
  ageBand: ['under_18', '18_24', '25_34', '35_44', '45_plus'],
  sex: ['female', 'male', 'other'],
  place: ['home', 'on_the_way', 'abroad'],
  goal: ['earn', 'study', 'family', 'safety', 'other'],
  pressure: ['no', 'yes'],
  way: ['promoter', 'direct', 'state', 'unsure', 'without_papers'],
  work: ['listed_trade', 'professional', 'health_staff', 'domestic', 'other'],
  served: ['yes', 'no'],
  police: ['yes', 'no'],
  offer: ['none', 'spoken', 'written'],
  agency: ['on_list', 'not_checked', 'not_on_list', 'none'],
  permission: ['seen', 'not_seen'],
  contract: ['understood', 'not_understood', 'not_seen'],
  visa: ['work', 'visit', 'free', 'unknown'],
  feeAsked: ['no', 'yes'],
  intention: [
    'will_migrate_regularly',
    'will_wait_and_prepare',
    'will_train_first',
    'will_stay',
    'undecided',
  ],
  hide: ['yes'],
} as const satisfies Record<string, readonly string[]>;
export type ListName = keyof typeof answerLists;

/** Of these any number may be said; a list that is there but empty means "none of them". */
export const answerSets = {
  signs: ['debt', 'papers_held', 'threats', 'not_free', 'lied_to', 'not_paid', 'speaks_for_me'],
  flags: ['cash_no_receipt', 'hurry', 'land_loan', 'parcel', 'keeps_passport', 'second_contract'],
  prepared: ['health_cover', 'family_care', 'contact_plan', 'language', 'support_abroad', 'return_plan'],
} as const satisfies Record<string, readonly string[]>;
export type SetName = keyof typeof answerSets;

/** What may matter to somebody, each from 0 to 5. */
export const aspects = ['income', 'safety', 'family', 'debt', 'speed', 'reversible'] as const;
export type Aspect = (typeof aspects)[number];

/** Decimal strings in the one currency of `currency`; wage, living and home need are for a month. */
export const amountNames = ['cost', 'wage', 'living', 'homeNeed', 'loan', 'repay'] as const;
export type AmountName = (typeof amountNames)[number];

export type Answers = { [K in ListName]?: (typeof answerLists)[K][number] } & {
  [K in SetName]?: (typeof answerSets)[K][number][];
} & { [K in AmountName]?: string } & {
  /** ISO 3166-1 alpha-2, or `other`: a country of which the guide knows nothing. */
  nationality?: string;
  /** As nationality, or `not_sure`. */
  destination?: string;
  /** Codes of the papers that the ruleset names. */
  documents?: string[];
  /** ISO 4217. */
  currency?: string;
  contractMonths?: number;
  weights?: { [K in Aspect]?: number };
  /** How sure somebody is of their plan, 0 to 10. */
  confidence?: number;
};

/** A rule looks at one answer; several conditions must all hold. */
export interface Condition {
  answer: string;
  in: string[];
}

/** Whether a condition holds; undefined when nothing was said. */
export function holds(condition: Condition, answers: Answers): boolean | undefined {
  const said = (answers as Record<string, unknown>)[condition.answer];
  if (said === undefined) return undefined;
  return (Array.isArray(said) ? said : [said]).some((value) => condition.in.includes(String(value)));
}

/** All hold, one does not, or it cannot be told. */
export function allHold(conditions: readonly Condition[], answers: Answers): boolean | undefined {
  const each = conditions.map((condition) => holds(condition, answers));
  if (each.includes(false)) return false;
  return each.includes(undefined) ? undefined : true;
}

/**
 * What may be kept with a contact. Whether somebody thinks of a way without papers stays in the room: kept, it could
 * hurt the person, and nobody needs it to help.
 */
export function answersToKeep(answers: Answers): Answers {
  const { way, hide: _, intention, ...rest } = answers;
  return {
    ...rest,
    ...(way !== undefined && way !== 'without_papers' && { way }),
    ...(intention !== undefined && { intention }),
  };
}
