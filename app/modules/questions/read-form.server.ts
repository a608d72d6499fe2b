import { isProblem } from '#platform/problem.ts';
import { type FormInput, readFormData, typedValues } from '#platform/web/form-data.server.ts';
import { refuseForm, type RefusedForm } from '#platform/web/submit-form.server.ts';
import type { Web } from '#platform/web/web-context.ts';

/** The form that was sent, or why it cannot be read together with what was typed. */
export async function readForm(
  web: Web,
  request: Request,
): Promise<{ form: FormInput; unreadable?: RefusedForm['problem'] }> {
  const sent = await request.formData();
  try {
    return { form: readFormData(sent) };
  } catch (error) {
    if (!isProblem(error)) throw error;
    const values = typedValues(sent);
    return {
      form: { input: {}, values, files: new Map(), idempotencyKey: undefined },
      unreadable: refuseForm(web, error, values).problem,
    };
  }
}
