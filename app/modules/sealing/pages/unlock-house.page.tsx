import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { isProblem } from '#platform/problem.ts';
import { describeProblem } from '#platform/web/describe-problem.server.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { webContext } from '#platform/web/web-context.ts';
import { passkeysAt } from '#modules/staff/index.server.ts';
import { CodeField, PasskeyDoor } from '#modules/staff/index.tsx';
import { Notice } from '#ui/notice.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { peopleNeeded } from '../people-needed.server.ts';
import { partOf, submitUnlock } from '../submit-unlock.server.ts';
import { waitingKeeper, waitingMinutes } from '../waiting-keeper.server.ts';

export function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const { house } = web;
  if (!house.vault.isSealed) throw redirect('/staff/sign-in');
  const at = passkeysAt(web);
  return {
    people: peopleNeeded(house),
    waits: waitingKeeper(house) !== undefined,
    waitingMinutes,
    withoutPasskeys: 'why' in at ? at.why : undefined,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  const form = await request.formData();
  try {
    const next = await submitUnlock(web, request, form);
    if (next !== undefined) throw redirect(next);
    return data({ ok: true as const, part: partOf(form) });
  } catch (error) {
    if (!isProblem(error) || error.status >= 500) throw error;
    // Somebody else was quicker.
    if (error.code === 'house.is-open') throw redirect('/staff/sign-in');
    const problem = describeProblem(web.house.translators, web.language, error, web.requestId);
    const email = form.get('email');
    return data(
      {
        ok: false as const,
        part: partOf(form),
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

/** The first sign-in after a start: it opens the records for everybody. Works without script. */
export default function UnlockHousePage() {
  const t = useText('sealing');
  const staff = useText('staff');
  const { people, waits, waitingMinutes: minutes, withoutPasskeys } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const of = (part: string) => (submitted?.part === part ? submitted : undefined);
  return (
    <main className="door-card">
      <title>{t('unlock.title')}</title>
      <h1>{t('unlock.title')}</h1>
      <p className="text-ink-soft">{t(people === 2 ? 'unlock.text-two' : 'unlock.text')}</p>
      {waits && (
        <div className="mb-5">
          <Notice tone="attention" title={t('unlock.waits-title')} live>
            <p>{t('unlock.waits-text', { minutes })}</p>
          </Notice>
        </div>
      )}
      {/* A whole new document: the workspace may speak another language than this page. */}
      <PageForm submitted={of('passphrase')} reloadDocument key={waits ? 'second' : 'first'}>
        <TextField
          name="email"
          type="email"
          label={staff('sign-in.email')}
          autoComplete="username"
          maxLength={200}
          required
          autoFocus
        />
        <TextField
          name="passphrase"
          type="password"
          label={staff('sign-in.passphrase')}
          autoComplete="current-password"
          dir="ltr"
          maxLength={200}
          required
        />
        <CodeField />
        <SubmitButton icon="key">{t('unlock.do')}</SubmitButton>
      </PageForm>
      <p className="mt-3 mb-0 text-sm text-ink-soft">{t('unlock.slow')}</p>
      <PasskeyDoor
        address="/staff/unlock-house/passkey"
        next="/staff"
        why={withoutPasskeys}
        submitted={of('passkey')}
      >
        {t('unlock.by-passkey')}
      </PasskeyDoor>
      <details className="fold mt-5" open={of('sheet') !== undefined || undefined}>
        <summary>{t('unlock.sheet-title')}</summary>
        <div className="fold-body">
          <p>{t('unlock.sheet-text')}</p>
          <PageForm submitted={of('sheet')} reloadDocument>
            <TextField
              name="recoveryKey"
              label={t('unlock.sheet-key')}
              hint={t('unlock.sheet-hint')}
              autoComplete="off"
              spellCheck={false}
              dir="ltr"
              maxLength={120}
              required
            />
            <div className="form-actions">
              <SubmitButton name="part" value="sheet" tone="secondary">
                {t('unlock.sheet-do')}
              </SubmitButton>
            </div>
          </PageForm>
        </div>
      </details>
      <details className="fold mt-3">
        <summary>{t('unlock.help-title')}</summary>
        <div className="fold-body">
          <p>{t('unlock.help-who')}</p>
          <p>{t('unlock.help-public')}</p>
        </div>
      </details>
    </main>
  );
}
