/** What a fact is about; decides how its value is written and how soon it is read again. */
export const factKinds = ['fee', 'wage', 'time_limit', 'amount', 'count', 'rule', 'phone', 'web'] as const;
export type FactKind = (typeof factKinds)[number];

/** What the number counts, where it is no money: money has its ISO 4217 code as unit. */
export const factUnits = [
  'minutes',
  'hours',
  'hours_per_day',
  'hours_per_week',
  'days',
  'working_days',
  'months',
  'years',
  'percent',
  'people',
  'places',
  'days_per_week',
] as const;

/** How far to trust it. `official`: the authority itself says so; `secondary`: others report what it says. */
export const confidences = ['official', 'secondary', 'reported'] as const;
export type Confidence = (typeof confidences)[number];

/** Items of what a journey costs (CL-COST-BEARER-ITEM), for the cost sheet. */
export const costItems = [
  'agency_fee',
  'sub_agent_fee',
  'visa_price',
  'medical_test',
  'skills_test',
  'passport',
  'attestation',
  'insurance',
  'welfare_fund',
  'registration_fee',
  'stamp',
  'training',
  'ticket',
  'local_travel',
  'police_certificate',
  'loan_interest',
  'informal_payment',
  'contract_translation',
  'other',
] as const;
export type CostItem = (typeof costItems)[number];

export const payers = ['worker', 'employer', 'agency', 'government', 'third_party'] as const;
export type Payer = (typeof payers)[number];

/** Which setting of the centre says after how many days a kind is read again; fees move fastest. */
export const reviewSetting = {
  fee: 'content.fee-days',
  wage: 'content.fee-days',
  amount: 'content.fee-days',
  time_limit: 'content.rights-days',
  count: 'content.rights-days',
  rule: 'content.rights-days',
  phone: 'content.fee-days',
  web: 'content.fee-days',
} as const satisfies Record<FactKind, string>;

/** A fact that says nothing of where it comes from is not published, on any page. */
export const hasSource = (fact: { source_title: string | null; source_date: string | null }): boolean =>
  Boolean(fact.source_title && fact.source_date);

/** A fee or wage is money; a phone number and an address are texts; a rule may have no number at all. */
export function valueFault(fact: {
  kind: FactKind;
  value?: string;
  valueTo?: string;
  unit?: string;
  text?: string;
}): { path: 'value' | 'valueTo' | 'unit' | 'text'; code: string } | undefined {
  const isText = fact.kind === 'phone' || fact.kind === 'web';
  if (isText !== (fact.text !== undefined)) return { path: 'text', code: isText ? 'required' : 'not-valid' };
  if (isText) return fact.value === undefined ? undefined : { path: 'value', code: 'not-valid' };
  if (fact.value === undefined) return fact.kind === 'rule' ? undefined : { path: 'value', code: 'required' };
  if (fact.unit === undefined) return { path: 'unit', code: 'required' };
  const isMoney = /^[A-Z]{3}$/.test(fact.unit);
  if ((fact.kind === 'fee' || fact.kind === 'wage') && !isMoney) return { path: 'unit', code: 'not-money' };
  if (fact.kind === 'time_limit' && isMoney) return { path: 'unit', code: 'not-valid' };
  if (fact.valueTo !== undefined && Number(fact.valueTo) <= Number(fact.value))
    return { path: 'valueTo', code: 'too-small' };
  return undefined;
}

/** A fact as one reads it in one language: what pages, leaflets, calculators and machines show. */
export interface FactView {
  code: string;
  kind: FactKind;
  /** The sentence, in `statementLanguage`: that of the reader, or the source where no translation stands. */
  statement: string;
  statementLanguage: string;
  /** The translation is older than the fact, or nobody has checked it yet. */
  statementIsDraft: boolean;
  /** Decimal strings; `to` for a range. */
  value?: string;
  valueTo?: string;
  /** ISO 4217 currency or one of `factUnits`. */
  unit?: string;
  /** Phone number or web address, for these two kinds. */
  text?: string;
  corridorFrom?: string;
  corridorTo?: string;
  country?: string;
  sector?: string;
  sex?: string;
  costItem?: CostItem;
  payer?: Payer;
  /** The way of migrating it holds for, where ways differ: see `checklistConditions.route`. */
  route?: string;
  source: { title: string; url?: string; date: string; retrievedOn?: string };
  confidence: Confidence;
  /** Undefined until someone of this centre has confirmed it: "check before you rely on it". */
  checkedOn?: string;
  reviewDue?: string;
  isOverdue: boolean;
  conflicts: { code: string; note: string }[];
  version: number;
}
