import { isStaff } from '#platform/actor.ts';
import { typedValues } from '#platform/web/form-data.server.ts';
import { refuseForm, submitForm, type Submitted } from '#platform/web/submit-form.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import { tellProven } from '#platform/vault/proven-secret.server.ts';
import { limitGuesses } from './guess-limit.server.ts';
import { changePassphrase } from './operations/change-passphrase.server.ts';
import { readNotices } from './operations/read-notices.server.ts';
import { updateProfile } from './operations/update-profile.server.ts';
import { samePassphrase } from './passphrase-form.ts';

const oneYear = 365 * 24 * 3600;
const guessesAtPassphrase = 5;

/** Sends one part of the account's page to its operation. */
export async function submitAccount(
  web: Web,
  request: Request,
): Promise<{ part: string; submitted: Submitted<unknown> }> {
  const form = await request.clone().formData();
  const part = form.get('part');
  if (part === 'notices') return { part, submitted: await submitForm(web, request, readNotices) };
  if (part === 'passphrase') return { part, submitted: await submitPassphrase(web, request, form) };
  const submitted = await submitForm(web, request, updateProfile);
  if (submitted.ok) web.cookies.set('serai-language', submitted.result.language, oneYear);
  return { part: 'profile', submitted };
}

/** Somebody at a borrowed screen must not be able to guess the present passphrase. */
async function submitPassphrase(web: Web, request: Request, form: FormData): Promise<Submitted<unknown>> {
  const staffId = isStaff(web.actor) ? web.actor.staffId : '';
  const bucket = {
    mac: web.house.vault.mac('guess', `passphrase/${staffId}`),
    limit: guessesAtPassphrase,
    clears: true,
  };
  const limited: Web = {
    ...web,
    execute: (operation, input, options) =>
      limitGuesses(web.house, [bucket], () => web.execute(operation, input, options)),
  };
  try {
    const submitted = await submitForm(limited, request, changePassphrase, ({ input }) =>
      samePassphrase(input),
    );
    const passphrase = form.get('passphrase');
    if (submitted.ok && typeof passphrase === 'string') await tellProven(web.house, { staffId, passphrase });
    return submitted;
  } catch (error) {
    return refuseForm(web, error, typedValues(form));
  }
}
