import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { isStaff } from '#platform/actor.ts';
import { isProblem } from '#platform/problem.ts';
import { localPath } from '#platform/web/local-path.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { refuseForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { unlockScreen } from '../screen.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { actor } = context.get(webContext);
  const next = localPath(new URL(request.url).searchParams.get('next'), '/staff');
  if (!isStaff(actor)) throw redirect(`/staff/sign-in?next=${encodeURIComponent(next)}`);
  if (!actor.locked) throw redirect(next);
  return { name: actor.displayName, next };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  const form = await request.formData();
  const passphrase = form.get('passphrase');
  try {
    const open = await unlockScreen(
      web.house,
      web.cookies.sessionToken,
      typeof passphrase === 'string' ? passphrase : '',
    );
    const next = localPath(form.get('next'), '/staff');
    throw redirect(open ? next : `/staff/sign-in?next=${encodeURIComponent(next)}`);
  } catch (error) {
    // Five wrong guesses ended the session: nothing is left to unlock.
    if (isProblem(error) && error.code === 'too-many-requests') throw redirect('/staff/sign-in');
    const refused = error instanceof Response ? undefined : refuseForm(web, error, {});
    if (!refused) throw error;
    return data(refused, refused.problem.status);
  }
}

/** The screen is locked; its owner goes on with the passphrase, anybody else signs out. */
export default function UnlockPage() {
  const t = useText('staff');
  const { name, next } = useLoaderData<typeof loader>();
  return (
    <main className="door-card">
      <title>{t('unlock.title')}</title>
      <h1>{t('unlock.title')}</h1>
      <p>{t('unlock.text')}</p>
      <p className="text-lg font-semibold">
        <Bdi>{name}</Bdi>
      </p>
      <PageForm submitted={useActionData<typeof action>()}>
        <input type="hidden" name="next" value={next} />
        <TextField
          name="passphrase"
          type="password"
          label={t('sign-in.passphrase')}
          autoComplete="current-password"
          dir="ltr"
          maxLength={200}
          required
          autoFocus
        />
        <SubmitButton icon="lock">{t('unlock.do')}</SubmitButton>
      </PageForm>
      <form method="post" action="/staff/sign-out" className="mt-4">
        <button type="submit" className="button" data-tone="quiet">
          {t('unlock.other')}
        </button>
      </form>
    </main>
  );
}
