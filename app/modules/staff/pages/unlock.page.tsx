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
import { PanicFold, PanicKey } from '#modules/sealing/index.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { PasskeyDoor } from '../components/passkey-door.tsx';
import { PeopleHere } from '../components/people-here.tsx';
import { deskOf } from '../desk-web.server.ts';
import { passkeysAt } from '../passkey-web.server.ts';
import { pinOfScreen } from '../pin-of-screen.server.ts';
import { unlockByForm } from '../unlock-form.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const { actor } = web;
  const next = localPath(new URL(request.url).searchParams.get('next'), '/staff');
  if (!isStaff(actor)) throw redirect(`/staff/sign-in?next=${encodeURIComponent(next)}`);
  if (!actor.locked) throw redirect(next);
  const at = passkeysAt(web);
  return {
    name: actor.displayName,
    desk: await deskOf(web),
    next,
    pin: await pinOfScreen(web, actor),
    passkey: actor.hasPasskey === true && !('why' in at),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  const form = await request.formData();
  const by = form.get('passkey') ? 'passkey' : form.has('pin') ? 'pin' : 'passphrase';
  try {
    const open = await unlockByForm(web, form, by);
    const next = localPath(form.get('next'), '/staff');
    throw redirect(open ? next : `/staff/sign-in?next=${encodeURIComponent(next)}`);
  } catch (error) {
    // Five wrong guesses ended the session: nothing is left to unlock.
    if (isProblem(error) && error.code === 'too-many-requests') throw redirect('/staff/sign-in');
    const refused = error instanceof Response ? undefined : refuseForm(web, error, {});
    if (!refused) throw error;
    return data({ ...refused, by }, refused.problem.status);
  }
}

/** The screen is locked; its owner goes on by PIN, passkey or passphrase, anybody else signs out. */
export default function UnlockPage() {
  const t = useText('staff');
  const { name, next, pin, passkey, desk } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const of = (by: string) => (submitted?.by === by ? submitted : undefined);
  return (
    <main className="door-card">
      <title>{t('unlock.title')}</title>
      <h1>{t('unlock.title')}</h1>
      <p>{t(pin === 'set' ? 'unlock.text-pin' : 'unlock.text')}</p>
      <p className="text-lg font-semibold">
        <Bdi>{name}</Bdi>
      </p>
      {(pin === 'set' || of('pin')) && (
        <PageForm submitted={of('pin')} className="mb-5">
          <input type="hidden" name="next" value={next} />
          {pin === 'set' && (
            <>
              <TextField
                name="pin"
                type="password"
                label={t('pin.label')}
                inputMode="numeric"
                autoComplete="off"
                dir="ltr"
                width="short"
                maxLength={20}
                required
                autoFocus
              />
              <SubmitButton icon="lock">{t('unlock.by-pin')}</SubmitButton>
            </>
          )}
        </PageForm>
      )}
      {pin === 'void' && !of('pin') && <p>{t('pin.void')}</p>}
      <PageForm submitted={of('passphrase')}>
        <input type="hidden" name="next" value={next} />
        <TextField
          name="passphrase"
          type="password"
          label={t('sign-in.passphrase')}
          autoComplete="current-password"
          dir="ltr"
          maxLength={200}
          required
          autoFocus={pin !== 'set'}
        />
        <SubmitButton icon="lock" tone={pin === 'set' ? 'secondary' : 'primary'}>
          {t('unlock.do')}
        </SubmitButton>
      </PageForm>
      {passkey && (
        <PasskeyDoor address="/staff/unlock/passkey" next={next} submitted={of('passkey')}>
          {t('passkey.unlock')}
        </PasskeyDoor>
      )}
      {desk && <PeopleHere desk={desk} />}
      <form method="post" action="/staff/sign-out" className={desk ? 'mt-2' : 'mt-4'}>
        <button type="submit" className={desk ? 'button w-full' : 'button'} data-tone="quiet">
          {t(desk ? 'desk.sign-out' : 'unlock.other')}
        </button>
      </form>
      <PanicFold />
      <PanicKey />
    </main>
  );
}
