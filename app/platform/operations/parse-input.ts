import type { z } from 'zod';
import { Problem, type ProblemField } from '../problem.ts';

/**
 * Parses by the schema. @throws Problem `input.invalid` with one field problem per wrong field.
 * A schema names its own codes through Zod's message when it starts with `field.`.
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new Problem('input.invalid', 422, { fields: fieldsOf(parsed.error.issues) });
}

function fieldsOf(issues: readonly z.core.$ZodIssue[]): ProblemField[] {
  const fields = new Map<string, ProblemField>();
  for (const issue of issues.slice(0, 50)) {
    const path = issue.path.map(String).join('.').slice(0, 120);
    if (!fields.has(path)) fields.set(path, { path, ...codeOf(issue) });
  }
  return [...fields.values()];
}

function codeOf(issue: z.core.$ZodIssue): Pick<ProblemField, 'code' | 'params'> {
  if (issue.message.startsWith('field.')) return { code: issue.message.slice('field.'.length) };
  switch (issue.code) {
    case 'invalid_type':
      return { code: issue.input === undefined ? 'required' : 'not-valid' };
    case 'too_small':
      return issue.origin === 'number'
        ? { code: 'number-min', params: { min: Number(issue.minimum) } }
        : {
            code: Number(issue.minimum) <= 1 ? 'required' : 'too-short',
            params: { min: Number(issue.minimum) },
          };
    case 'too_big':
      return issue.origin === 'number'
        ? { code: 'number-max', params: { max: Number(issue.maximum) } }
        : { code: 'too-long', params: { max: Number(issue.maximum) } };
    case 'invalid_format':
      return {
        code:
          issue.format === 'email' ? 'not-an-email' : issue.format === 'date' ? 'not-a-date' : 'not-valid',
      };
    case 'invalid_value':
      return { code: 'choose-one' };
    default:
      return { code: 'not-valid' };
  }
}
