import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { isStaff } from '#platform/actor.ts';
import { fieldProblem, isProblem } from '#platform/problem.ts';
import { describeProblem } from '#platform/web/describe-problem.server.ts';
import { readFormData } from '#platform/web/form-data.server.ts';
import { localPath } from '#platform/web/local-path.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { webContext } from '#platform/web/web-context.ts';
import { loadPublicCentre } from '#modules/centres/index.server.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Notice } from '#ui/notice.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { deviceTokenOf, enterBrowser, requireSafeLine } from '../browser-session.server.ts';
import { CodeField } from '../components/code-field.tsx';
import { PasskeyDoor } from '../components/passkey-door.tsx';
import { PeopleHere } from '../components/people-here.tsx';
import { deskOf, joinInBrowser } from '../desk-web.server.ts';
import { deviceClass } from '../device-class.ts';
import { startPasskeySession } from '../passkey-session.server.ts';
import { passkeyProof, passkeysAt } from '../passkey-web.server.ts';
import { providerOffer } from '../provider-web.server.ts';
import { unreadNotices } from '../unread-notices.server.ts';
import { startSession } from '../start-session.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const search = new URL(request.url).searchParams;
  if (isStaff(web.actor)) throw redirect(localPath(search.get('next'), '/staff'));
  const centre = await loadPublicCentre(web.house, web.language);
  const at = passkeysAt(web);
  return {
    centre: centre?.name,
    next: localPath(search.get('next'), '/staff'),
    from: search.get('from'),
    desk: await deskOf(web),
    provider: providerOffer(web),
    withoutPasskeys: 'why' in at ? at.why : undefined,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  const form = await request.formData();
  try {
    requireSafeLine(web);
    const { input } = readFormData(form);
    const deviceToken = deviceTokenOf(web);
    const device = deviceClass(request.headers.get('user-agent'));
    const enter = async (session: { token: string; expiresAt: string }) => {
      enterBrowser(web, session, deviceToken);
      await joinInBrowser(web, session.token);
      const told = await unreadNotices(web.house, session.token);
      throw redirect(told ? '/staff/account' : localPath(form.get('next'), '/staff'));
    };
    const passkey = form.get('passkey');
    if (typeof passkey === 'string' && passkey !== '') {
      const proof = passkeyProof(web, passkey);
      await enter(await startPasskeySession(web.house, proof, { token: deviceToken, device }));
    }
    const answer = (name: string) => {
      const typed = input[name];
      if (typeof typed !== 'string') throw fieldProblem(name, 'required');
      return typed;
    };
    const typed = { email: answer('email'), passphrase: answer('passphrase'), code: answer('code') };
    return await enter(await startSession(web.house, typed, { address: web.address, deviceToken, device }));
  } catch (error) {
    if (!isProblem(error) || error.status >= 500) throw error;
    const problem = describeProblem(web.house.translators, web.language, error, web.requestId);
    const email = form.get('email');
    return data(
      {
        ok: false as const,
        problem,
        values: { email: typeof email === 'string' ? email.slice(0, 200) : '' },
      },
      {
        status: problem.status,
        headers: error.retryAfter ? { 'Retry-After': String(error.retryAfter) } : undefined,
      },
    );
  }
}

/** E-mail, passphrase and code on one page, or a passkey. Whatever is wrong, the answer is the same. */
export default function SignInPage() {
  const t = useText('staff');
  const { centre, next, from, provider, withoutPasskeys, desk } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  return (
    <main className="door-card">
      <title>{t('sign-in.title')}</title>
      <h1>{t('sign-in.title')}</h1>
      {centre === undefined ? (
        <Notice tone="attention" title={t('sign-in.empty.title')}>
          <p>{t('sign-in.empty.text')}</p>
        </Notice>
      ) : (
        <>
          <p className="text-ink-soft">
            <Bdi>{centre}</Bdi>
          </p>
          {(from === 'set-up' || from === 'unlocked') && (
            <div className="mb-5">
              <Notice tone="success" title={t(`sign-in.${from}.title`)}>
                <p>{t(`sign-in.${from}.text`)}</p>
              </Notice>
            </div>
          )}
          {/* A whole new document: the workspace may speak another language than this page. */}
          <PageForm submitted={submitted} reloadDocument>
            <input type="hidden" name="next" value={next} />
            <TextField
              name="email"
              type="email"
              label={t('sign-in.email')}
              autoComplete="username"
              maxLength={200}
              required
              autoFocus
            />
            <TextField
              name="passphrase"
              type="password"
              label={t('sign-in.passphrase')}
              autoComplete="current-password"
              dir="ltr"
              maxLength={200}
              required
            />
            <CodeField />
            <SubmitButton>{t('sign-in.do')}</SubmitButton>
          </PageForm>
          <PasskeyDoor address="/staff/sign-in/passkey" next={next} why={withoutPasskeys}>
            {t('passkey.sign-in')}
          </PasskeyDoor>
          {provider && (
            <form method="post" action="/staff/sign-in/provider" className="mt-5">
              <button type="submit" className="button w-full" data-tone="secondary">
                {t('provider.sign-in', { name: provider.name })}
              </button>
            </form>
          )}
          {desk && <PeopleHere desk={desk} atDoor />}
          <details className="fold mt-5">
            <summary>{t('sign-in.help.title')}</summary>
            <div className="fold-body">
              <p>{t('sign-in.help.phone')}</p>
              <p>{t('sign-in.help.passphrase')}</p>
            </div>
          </details>
        </>
      )}
    </main>
  );
}
