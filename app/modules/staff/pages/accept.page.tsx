import { type ActionFunctionArgs, data, redirectDocument, useActionData } from 'react-router';
import { fieldProblem, isProblem, Problem } from '#platform/problem.ts';
import { describeProblem } from '#platform/web/describe-problem.server.ts';
import { readFormData, typedValues } from '#platform/web/form-data.server.ts';
import { useText } from '#platform/web/page-texts.ts';
import { refuseForm } from '#platform/web/submit-form.server.ts';
import { type Web, webContext } from '#platform/web/web-context.ts';
import { acceptLink, findInvitation } from '../accept-link.server.ts';
import { deviceTokenOf, enterBrowser, requireSafeLine } from '../browser-session.server.ts';
import { deviceClass } from '../device-class.ts';
import { AcceptForm, type AcceptFormProps } from '../components/accept-form.tsx';
import { samePassphrase } from '../passphrase-form.ts';
import { offerSecondFactor } from '../second-factor.server.ts';
import { vouchLink } from '../vouch-link.server.ts';

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  const token = params['token'] ?? '';
  const form = await request.formData();
  try {
    if (form.get('intent') === 'accept') await accept(web, token, form, request.headers.get('user-agent'));
    if (form.get('intent') === 'vouch') await vouch(web, token, form);
    return { ok: undefined, ...(await opened(web, token, form)) };
  } catch (error) {
    if (error instanceof Response) throw error;
    const refused = refuse(web, error, form);
    if (isProblem(error) && error.code === 'staff.invitation-invalid')
      return data({ ...refused, isVoid: true }, refused.problem.status);
    const shown = await opened(web, token, form).catch(() => undefined);
    return data({ ...refused, ...shown }, refused.problem.status);
  }
}

/** A colleague's wrong secrets keep the page, as at sign-in; every other refusal is that of any form. */
function refuse(web: Web, error: unknown, form: FormData) {
  if (!isProblem(error) || error.code !== 'session.refused') return refuseForm(web, error, typedValues(form));
  const problem = describeProblem(web.house.translators, web.language, error, web.requestId);
  const email = form.get('email');
  const values: Record<string, string> = { email: typeof email === 'string' ? email.slice(0, 200) : '' };
  return { ok: false as const, problem, values };
}

/** What the holder of a valid link sees: whose it is, and a second factor to set up. */
async function opened(web: Web, token: string, form: FormData) {
  const invitation = await findInvitation(web.house, token);
  if (!invitation) throw new Problem('staff.invitation-invalid', 410);
  return { invitation, factor: offerSecondFactor(invitation.email, form.get('seed')) };
}

/** A colleague's word, typed on the page of the link; it signs nobody in. */
async function vouch(web: Web, token: string, form: FormData): Promise<void> {
  requireSafeLine(web);
  const { input } = readFormData(form);
  const answer = (name: string) => {
    const typed = input[name];
    if (typeof typed !== 'string') throw fieldProblem(name, 'required');
    return typed;
  };
  const typed = { email: answer('email'), passphrase: answer('passphrase'), code: answer('code') };
  await vouchLink(web.house, { token, ...typed }, web.address);
}

async function accept(web: Web, token: string, form: FormData, userAgent: string | null): Promise<never> {
  requireSafeLine(web);
  const { input } = readFormData(form);
  const invitation = await findInvitation(web.house, token);
  if (invitation?.kind === 'join') samePassphrase(input);
  if (!input['code']) throw fieldProblem('code', 'required');
  const deviceToken = deviceTokenOf(web);
  const device = deviceClass(userAgent);
  const { passphrase, seed, code } = input;
  const session = await acceptLink(web.house, { token, passphrase, seed, code, deviceToken, device });
  enterBrowser(web, session, deviceToken);
  // A whole new document: the workspace may speak another language than this page.
  throw redirectDocument('/staff');
}

/** A link opens nothing by being looked at: link previews and scanners see this page and no name. */
export default function AcceptPage() {
  const t = useText('staff');
  const submitted: AcceptFormProps['submitted'] = useActionData<typeof action>();
  return (
    <main className="door-card" data-wide={submitted?.invitation ? true : undefined}>
      <title>{t('accept.title')}</title>
      <AcceptForm submitted={submitted} />
    </main>
  );
}
