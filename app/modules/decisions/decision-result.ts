import type { Aspect } from './decision.ts';

export type Colour = 'green' | 'amber' | 'grey' | 'red';
export const checkNames = ['pathway', 'documents', 'offer', 'money', 'wellbeing'] as const;
export type CheckName = (typeof checkNames)[number];

/** Why a check says what it says. The words stand under `decide:reason.<code>`. */
export interface Reason {
  code: string;
  level: 'good' | 'note' | 'attention' | 'flag' | 'stop' | 'unknown';
  values?: Record<string, string | number>;
  /** Ids of entries in `sources`. */
  sources: string[];
  pages: string[];
}

export interface Check {
  name: CheckName;
  colour: Colour;
  reasons: Reason[];
}

export interface Source {
  /** Code of a fact, or id of the rule that brings its own source; `caution` for advice that is no rule of law. */
  id: string;
  kind: 'fact' | 'source' | 'caution';
  title: string;
  url?: string;
  date: string;
  statement?: string;
  statementLanguage?: string;
  value?: string;
  valueTo?: string;
  unit?: string;
  confidence?: string;
  /** Somebody of this centre has looked at it, and it is not yet to be looked at again. */
  isChecked: boolean;
  isOverdue: boolean;
  conflicts: string[];
}

export interface MoneyCase {
  id: 'promised' | 'less' | 'worst';
  /** Earned less living, costs and interest, at the end of `months`; decimal string, may be below nothing. */
  balance: string;
  months: number;
}

export interface MoneyView {
  currency: string;
  /** What is left of a month's wage while the loan is paid back; decimal string. */
  net: string;
  cost: string;
  interest: string;
  /** Whole months, rounded up; undefined: never. */
  paybackMonths?: number;
  cases: MoneyCase[];
  /** What the harder cases take for granted. */
  lessPercent: number;
  unpaidMonths: number;
}

export interface MissingPaper {
  code: string;
  step: string;
  leadDays?: number;
  sources: string[];
}

export interface Option {
  id: 'go' | 'stay_and_train' | 'wait_and_save' | 'other_way';
  /** 0 weak to 4 strong in what may matter. */
  marks: Record<Aspect, number>;
  /** What speaks for and against it, of that which matters most to the person. */
  strong: Aspect[];
  weak: Aspect[];
  /** Codes of red reasons; they stand above every order. */
  alerts: string[];
  pages: string[];
}

export interface Decision {
  /** Set when nothing else counts now: no checks and no options are shown. */
  gate?: 'emergency' | 'child';
  checks: Check[];
  options: Option[];
  /** True when the order follows what the person said matters. */
  isOrdered: boolean;
  warnings: Reason[];
  unknowns: string[];
  money?: MoneyView;
  missing: MissingPaper[];
  notNeeded: { code: string; sources: string[] }[];
  questions: string[];
  steps: { id: string; pages: string[] }[];
  sources: Source[];
  rulesetVersion: string;
  factVersions: Record<string, number>;
  day: string;
}
