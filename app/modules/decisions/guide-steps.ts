import {
  type Answers,
  answerLists,
  answerSets,
  type AmountName,
  type ListName,
  type SetName,
} from './decision.ts';
import type { Rules } from './ruleset.ts';

/** What is asked, in the order of the talk: safety first, money late, weights last. */
export const stepIds = [
  'safety',
  'plan',
  'signs',
  'way',
  'papers',
  'offer',
  'money',
  'ready',
  'weights',
] as const;
export type StepId = (typeof stepIds)[number];

export type FieldName =
  | ListName
  | SetName
  | AmountName
  | 'nationality'
  | 'destination'
  | 'documents'
  | 'currency'
  | 'contractMonths'
  | 'weights'
  | 'confidence';

const fieldsOfStep: Record<StepId, readonly FieldName[]> = {
  safety: ['danger', 'ageBand'],
  plan: ['place', 'nationality', 'goal', 'destination'],
  signs: ['signs', 'pressure'],
  way: ['way', 'work'],
  papers: ['documents', 'served', 'police', 'sex'],
  offer: ['offer', 'agency', 'permission', 'contract', 'visa', 'feeAsked', 'flags'],
  money: ['currency', 'cost', 'wage', 'living', 'homeNeed', 'loan', 'repay', 'contractMonths'],
  ready: ['prepared'],
  weights: ['weights', 'confidence', 'intention', 'hide'],
};

/** Asked only where a rule for this plan needs the answer: what nobody needs is not asked. */
const onlyIfRuled = new Set<FieldName>(['served', 'police', 'sex', 'permission']);

/** The steps for what somebody wants: who looks for safety is not asked about offers and wages. */
export function stepsFor({ goal }: Answers): readonly StepId[] {
  const earns = goal === undefined || goal === 'earn';
  return stepIds.filter((step) => {
    if (step === 'way' || step === 'offer') return earns;
    return goal !== 'safety' || !(step === 'papers' || step === 'money');
  });
}

export function fieldsFor(step: StepId, rules: Rules): readonly FieldName[] {
  return fieldsOfStep[step].filter((field) => !onlyIfRuled.has(field) || isRuled(rules, field));
}

function isRuled(rules: Rules, answer: string): boolean {
  const ruled = [...rules.signals, ...rules.documents, ...rules.notNeeded, ...rules.questions];
  return (
    ruled.some(({ when }) => when.some((condition) => condition.answer === answer)) ||
    rules.pathways.some(({ requirements }) =>
      requirements.some(({ met, when }) => [met, ...when].some((condition) => condition.answer === answer)),
    )
  );
}

export const isListField = (field: FieldName): field is ListName => field in answerLists;
export const isSetField = (field: FieldName): field is SetName => field in answerSets;
