import type { Answers } from './decision.ts';
import { aspects } from './decision.ts';
import { fieldsFor, type StepId, stepIds, stepsFor } from './guide-steps.ts';
import { type FormValues, readAnswers, type ReadAnswers } from './read-answers.ts';
import { chooseRules, type Rules, type Ruleset } from './ruleset.ts';

export interface GuidePlace {
  at: StepId | 'result' | 'sources';
  answers: Answers;
  rules: Rules;
  /** Only of the step that stays because something in it could not be read; with what was typed there. */
  errors: ReadAnswers['errors'];
  typed: Record<string, string>;
}

/**
 * Where the guide goes on after a form was sent. All that was said before travels in the form; nothing is kept here.
 * Danger and an age under 18 end the questions at once.
 */
export function walkGuide(values: FormValues, rulesets: readonly Ruleset[]): GuidePlace {
  const place = text(values['nationality']);
  const rules = chooseRules(rulesets, { nationality: place, destination: text(values['destination']) });
  const { answers, errors } = readAnswers(values, { papers: rules.documents.map(({ code }) => code) });
  const at = stepIds.find((step) => step === values['step']) ?? 'safety';
  const go = text(values['go']) ?? 'next';
  const isEnd = go === 'result' || go === 'sources';
  const here = fieldsFor(at, rules);

  if (go === 'skip') {
    for (const field of here) delete answers[field];
    return arrive(next(at, answers), answers);
  }
  const wrong = Object.entries(errors).filter(([field]) => (here as readonly string[]).includes(field));
  if (wrong.length > 0 && (go === 'next' || isEnd)) {
    const typed = Object.fromEntries(here.map((field) => [field, text(values[field]) ?? '']));
    return { at, answers, rules, errors: Object.fromEntries(wrong), typed };
  }
  if (answers.danger === 'yes' || answers.ageBand === 'under_18') {
    return arrive(go === 'next' || isEnd ? 'result' : target(go, at, answers), answers);
  }
  return arrive(target(go, at, answers), answers);

  function arrive(to: GuidePlace['at'], said: Answers): GuidePlace {
    const weighed = said.weights && aspects.some((aspect) => said.weights?.[aspect] !== undefined);
    const { weights: _, ...rest } = said;
    const kept = weighed ? said : rest;
    // The rules may be others now: a country was changed on this very step.
    return { at: to, answers: kept, rules: chooseRules(rulesets, kept), errors: {}, typed: {} };
  }
}

function target(go: string, at: StepId, answers: Answers): GuidePlace['at'] {
  if (go === 'result' || go === 'sources') return go;
  if (go === 'back') return before(at, answers);
  const asked = stepIds.find((step) => go === `to-${step}`);
  return asked ?? next(at, answers);
}

function next(at: StepId, answers: Answers): StepId | 'result' {
  const steps = stepsFor(answers);
  return steps.find((step) => stepIds.indexOf(step) > stepIds.indexOf(at)) ?? 'result';
}

function before(at: StepId, answers: Answers): StepId {
  return stepsFor(answers).findLast((step) => stepIds.indexOf(step) < stepIds.indexOf(at)) ?? 'safety';
}

const text = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value)?.trim() || undefined;
