import { type Answers, type Aspect, aspects } from './decision.ts';
import type { Check, Colour, Option, Reason } from './decision-result.ts';
import type { Rules } from './ruleset.ts';

/**
 * Going beside staying, waiting and another way: always all of them. The person's own weights make the order, and only
 * if they gave any; red reasons are handed along, to stand above whatever order there is.
 */
export function compareOptions(
  rules: Rules,
  answers: Answers,
  checks: readonly Check[],
  warnings: readonly Reason[],
): { options: Option[]; isOrdered: boolean } {
  const weights = answers.weights ?? {};
  const isOrdered = aspects.some((aspect) => (weights[aspect] ?? 0) > 0);
  const options = rules.options.map(({ id, marks, pages }): Option => {
    const own = id === 'go' ? marksOfGoing(answers, checks) : fillMarks(marks);
    const matters = aspects
      .filter((aspect) => (weights[aspect] ?? 0) >= 3)
      .toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
    return {
      id,
      marks: own,
      strong: matters.filter((aspect) => own[aspect] >= 3).slice(0, 3),
      weak: matters.filter((aspect) => own[aspect] <= 1).slice(0, 3),
      alerts: id === 'go' ? alertsOf(checks, warnings) : [],
      pages,
    };
  });
  const points = (option: Option) =>
    aspects.reduce((sum, aspect) => sum + (weights[aspect] ?? 0) * option.marks[aspect], 0);
  return { options: isOrdered ? options.toSorted((a, b) => points(b) - points(a)) : options, isOrdered };
}

const alertsOf = (checks: readonly Check[], warnings: readonly Reason[]): string[] => [
  ...new Set(
    [...checks.flatMap(({ reasons }) => reasons), ...warnings]
      .filter(({ level }) => level === 'stop')
      .map(({ code }) => code),
  ),
];

const fillMarks = (marks: { [K in Aspect]?: number }): Record<Aspect, number> =>
  Object.fromEntries(aspects.map((aspect) => [aspect, marks[aspect] ?? 2])) as Record<Aspect, number>;

const byColour: Record<Colour, number> = { green: 4, amber: 2, grey: 2, red: 0 };

/** Rough marks of the plan itself, from what the checks found. What is not known is in the middle. */
function marksOfGoing(answers: Answers, checks: readonly Check[]): Record<Aspect, number> {
  const colour = (name: Check['name']) => checks.find((check) => check.name === name)?.colour ?? 'grey';
  const isSaid = (amount: string | undefined) => amount !== undefined && amount !== '0';
  return {
    income: byColour[colour('money')],
    safety: Math.min(byColour[colour('pathway')], byColour[colour('offer')]),
    family: answers.goal === 'family' ? 4 : 1,
    debt: isSaid(answers.loan) ? 0 : isSaid(answers.cost) ? 2 : 1,
    speed: colour('documents') === 'green' ? 3 : 2,
    reversible: 1,
  };
}
