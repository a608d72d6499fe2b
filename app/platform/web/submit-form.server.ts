import type { z } from 'zod';
import type { Operation } from '../operations/operation.server.ts';
import { isProblem } from '../problem.ts';
import { type DescribedProblem, describeProblem } from './describe-problem.server.ts';
import { type FormInput, readFormData, typedValues } from './form-data.server.ts';
import type { Web } from './web-context.ts';

/** A refused form: what is wrong, and all that was typed. Passwords and codes are not sent back. */
export interface RefusedForm {
  ok: false;
  problem: DescribedProblem;
  values: Record<string, string | string[]>;
}
export type Submitted<Result> = { ok: true; result: Result } | RefusedForm;

/** Fields that never travel back into a page. */
const secret = /pass(word|phrase)|secret|recovery|^(otp|totp|pin|code)$/i;

/**
 * Sends a form to an operation. The idempotency key is the form's hidden `_key`, so a form sent twice is
 * written once. `shape` turns the fields into the operation's input where their shapes differ; it may throw a Problem.
 * Returning the refused form from an action answers with the problem's status; success is yours to redirect.
 * @throws what is no problem of the form: `database.unavailable`, `storage.full`, unexpected errors
 */
export async function submitForm<Tables, Schema extends z.ZodType, Subject, Result>(
  web: Web,
  request: Request,
  operation: Operation<Tables, Schema, Subject, Result>,
  shape: (form: FormInput) => unknown = (form) => form.input,
): Promise<Submitted<Result>> {
  const data = await request.formData();
  let form: FormInput | undefined;
  try {
    form = readFormData(data);
    const { idempotencyKey } = form;
    const result = await web.execute(operation, shape(form), { idempotencyKey });
    return { ok: true, result };
  } catch (error) {
    return refuseForm(web, error, form?.values ?? typedValues(data));
  }
}

/** The refused form for a problem. @throws the error itself when it is not about the form (5xx, not a problem) */
export function refuseForm(web: Web, error: unknown, values: RefusedForm['values']): RefusedForm {
  if (!isProblem(error) || error.status >= 500 || error.status === 401) throw error;
  const shown = Object.entries(values).filter(([name]) => !secret.test(name));
  return {
    ok: false,
    problem: describeProblem(web.house.translators, web.language, error, web.requestId),
    values: Object.fromEntries(shown),
  };
}
