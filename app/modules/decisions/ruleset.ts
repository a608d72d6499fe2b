import { z } from 'zod';
import { aspects, answerLists } from './decision.ts';

/*
 * The shape of `content/decisions/*.json`. A rule without a basis does not load: either it cites facts of the hub, or it
 * names its own source, or it says of itself that it is a caution and no law.
 */
const code = z.string().regex(/^[a-z][a-z0-9_-]{1,60}$/);
const country = z.string().regex(/^[A-Z]{2}$/);
const condition = z.strictObject({ answer: z.string(), in: z.array(z.string()).min(1) });
const conditions = z.array(condition).default([]);
const basis = z
  .strictObject({
    facts: z.array(code).default([]),
    source: z
      .strictObject({ title: z.string().min(3), url: z.url().optional(), date: z.string() })
      .optional(),
    caution: z.boolean().default(false),
  })
  .refine((given) => given.facts.length > 0 || given.source !== undefined || given.caution, 'no basis');
const pages = z.array(code).default([]);
const goal = z.enum(answerLists.goal);

const rule = { id: code, when: conditions, basis, pages };

const signal = z
  .strictObject({
    ...rule,
    check: z.enum(['pathway', 'offer', 'wellbeing', 'warning']),
    level: z.enum(['good', 'note', 'attention', 'flag', 'stop']),
  })
  .refine((given) => given.check !== 'wellbeing' || given.level !== 'stop', 'wellbeing only prompts');

const option = z.strictObject({
  id: z.enum(['go', 'stay_and_train', 'wait_and_save', 'other_way']),
  /** Rough marks from 0 (weak in this) to 4 (strong); those of going come from the checks. */
  marks: z.partialRecord(z.enum(aspects), z.int().min(0).max(4)).default({}),
  pages,
});

export const rulesetSchema = z.strictObject({
  id: code,
  version: z.string().regex(/^\d{4}\.\d+$/),
  note: z.string(),
  from: country.optional(),
  to: country.optional(),
  currencies: z.array(z.string().regex(/^[A-Z]{3}$/)).default([]),
  /** Goals of which all lawful ways of this corridor stand here: only for these may it be said that there is none. */
  covers: z.array(goal).default([]),
  pathways: z
    .array(
      z.strictObject({
        id: z.enum(['promoter', 'direct', 'state']),
        goals: z.array(goal).min(1),
        requirements: z
          .array(z.strictObject({ ...rule, met: condition, obtainable: z.boolean().default(true) }))
          .default([]),
        basis,
        pages,
      }),
    )
    .default([]),
  documents: z
    .array(
      z.strictObject({
        ...rule,
        /** What the paper is called in answers; its words stand under `decide:paper.<code>`. */
        code: code,
        step: z.string(),
        /** Days until it is there, where a source says so. */
        leadDays: z.int().positive().optional(),
      }),
    )
    .default([]),
  notNeeded: z.array(z.strictObject(rule)).default([]),
  signals: z.array(signal).default([]),
  /** What a worker may be asked for at most, as a fact with a value in the currency of the answers. */
  usualWage: code.optional(),
  contrast: code.optional(),
  questions: z.array(z.strictObject(rule)).default([]),
  steps: z.array(z.strictObject({ id: code, reasons: z.array(z.string()).default([]), pages })).default([]),
  options: z.array(option).default([]),
  thresholds: z
    .strictObject({
      paybackGreen: z.int(),
      paybackRed: z.int(),
      signs: z.int().min(1),
      flags: z.int().min(1),
      horizonMonths: z.int(),
      lessWagePercent: z.int().min(0).max(100),
      unpaidMonths: z.int().min(0),
      earlyReturnMonth: z.int().min(1),
      costWarnMonths: z.int(),
      costRedMonths: z.int(),
    })
    .optional(),
});

export type Ruleset = z.output<typeof rulesetSchema>;
export type Basis = z.output<typeof basis>;
export type Thresholds = NonNullable<Ruleset['thresholds']>;
export type Signal = Ruleset['signals'][number];
export type Pathway = Ruleset['pathways'][number];

/** The rules for one question: the general ones with those of the corridor, if it has any. */
export interface Rules extends Omit<Ruleset, 'thresholds'> {
  thresholds: Thresholds;
  /** Goes with every result, such as `general@2026.1 pk-sa@2026.1`. */
  versions: string;
  hasCorridor: boolean;
}

/**
 * Lays the rules of a corridor over the general ones. A signal of the same id adds its facts to the general one
 * and may not make it milder.
 */
export function mergeRulesets(general: Ruleset, corridor?: Ruleset): Rules {
  if (!general.thresholds) throw new Error('the general ruleset has no thresholds');
  const base = { ...general, thresholds: general.thresholds, hasCorridor: corridor !== undefined };
  if (!corridor) return { ...base, versions: `${general.id}@${general.version}` };
  const more = new Map(corridor.signals.map((own) => [own.id, own]));
  const signals = general.signals.map((given) => {
    const own = more.get(given.id);
    more.delete(given.id);
    return own
      ? { ...given, basis: joinBasis(own.basis, given.basis), pages: own.pages.concat(given.pages) }
      : given;
  });
  return {
    ...base,
    ...corridor,
    thresholds: corridor.thresholds ?? general.thresholds,
    versions: `${general.id}@${general.version} ${corridor.id}@${corridor.version}`,
    documents: corridor.documents.length > 0 ? corridor.documents : general.documents,
    signals: [...signals, ...more.values()],
    questions: [...corridor.questions, ...general.questions],
    steps: [...corridor.steps, ...general.steps],
    options: general.options.map((given) => ({
      ...given,
      pages: [...(corridor.options.find((own) => own.id === given.id)?.pages ?? []), ...given.pages],
    })),
  };
}

const joinBasis = (first: Basis, second: Basis): Basis => ({
  facts: [...new Set([...first.facts, ...second.facts])],
  source: first.source ?? second.source,
  caution: first.caution || second.caution,
});

/** The rules for somebody of this nationality who thinks of this country. */
export function chooseRules(
  rulesets: readonly Ruleset[],
  { nationality, destination }: { nationality?: string; destination?: string },
): Rules {
  const general = rulesets.find((ruleset) => ruleset.id === 'general');
  if (!general) throw new Error('there is no general ruleset');
  return mergeRulesets(
    general,
    rulesets.find(({ from, to }) => from !== undefined && from === nationality && to === destination),
  );
}
