import type { z } from 'zod';
import { isStaff } from '#platform/actor.ts';
import type { Operation } from '#platform/operations/operation.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import { type FormInput, typedValues } from '#platform/web/form-data.server.ts';
import {
  refuseForm,
  type RefusedForm,
  submitForm,
  type Submitted,
} from '#platform/web/submit-form.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import { stepUpByPasskey } from './passkey-session.server.ts';
import { passkeyProof } from './passkey-web.server.ts';
import { stepUp } from './screen.server.ts';
import { isSteppedUp } from './staff.ts';

/** Must this form ask for a code? One from the last ten minutes is enough. */
export function needsCode(web: Web): boolean {
  return !isStaff(web.actor) || !isSteppedUp(web.actor.steppedUpAt, web.house.clock.now());
}

/**
 * As `submitForm`, for operations that ask for the second factor anew: the form's `code` or passkey proves it first,
 * where it is needed. A code that was right counts for ten minutes, so a form refused for another reason need not ask again.
 */
export async function submitSteppedUp<Tables, Schema extends z.ZodType, Subject, Result>(
  web: Web,
  request: Request,
  operation: Operation<Tables, Schema, Subject, Result>,
  shape?: (form: FormInput) => unknown,
): Promise<Submitted<Result>> {
  const form = await request.clone().formData();
  try {
    return await submitForm(await provenWeb(web, form), request, operation, shape);
  } catch (error) {
    return refuseForm(web, error, typedValues(form));
  }
}

/** Proves the second factor by the form's `code` where it is needed. @returns the refused form, or nothing when all is well */
export async function proveStepUp(web: Web, request: Request): Promise<RefusedForm | undefined> {
  const form = await request.clone().formData();
  try {
    await provenWeb(web, form);
    return undefined;
  } catch (error) {
    return refuseForm(web, error, typedValues(form));
  }
}

/** As the form's own passkey proves it, or else its code. */
async function provenWeb(web: Web, form: FormData): Promise<Web> {
  if (!isStaff(web.actor) || !needsCode(web)) return web;
  const passkey = form.get('provenBy');
  const code = form.get('code');
  const typed = typeof code === 'string' ? code.trim() : '';
  const byPasskey = typeof passkey === 'string' && passkey !== '';
  if (!byPasskey && typed === '') throw fieldProblem('code', 'required');
  const actor = byPasskey
    ? await stepUpByPasskey(web.house, web.actor, passkeyProof(web, passkey))
    : await stepUp(web.house, web.actor, typed);
  return {
    ...web,
    actor,
    read: (query, params) => read(web.house, query, actor, params),
    execute: (operation, input, options) => execute(web.house, operation, actor, input, options),
  };
}
