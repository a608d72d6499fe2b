import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { isStaff } from '#platform/actor.ts';
import { isProblem } from '#platform/problem.ts';
import { useText } from '#platform/web/page-texts.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Notice } from '#ui/notice.tsx';
import { PeopleHere } from '../components/people-here.tsx';
import { closeInBrowser, deskOf, switchInBrowser } from '../desk-web.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  if (!isStaff(web.actor)) throw redirect('/staff/sign-in');
  const desk = await deskOf(web);
  if (!desk) throw redirect('/staff');
  return { desk, gone: new URL(request.url).searchParams.has('gone') };
}

/** Puts one's own session aside, locked, and leads on; a look at the address changes nothing. */
export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  const form = await request.formData();
  if (form.get('part') === 'close') {
    await closeInBrowser(web);
    return redirect('/staff/sign-in');
  }
  const sessionId = form.get('sessionId');
  try {
    await switchInBrowser(web, typeof sessionId === 'string' ? { sessionId } : 'new');
  } catch (error) {
    // Signed out meanwhile, or too many: the page says who is left.
    if (isProblem(error) && error.status < 500) return redirect('/staff/people-here?gone');
    throw error;
  }
  return redirect(typeof sessionId === 'string' ? '/staff/unlock' : '/staff/sign-in');
}

/** Who goes on at this shared computer. Whoever is chosen finds their own screen locked. */
export default function PeopleHerePage() {
  const t = useText('staff');
  const { desk, gone } = useLoaderData<typeof loader>();
  return (
    <main className="door-card">
      <title>{t('desk.switch')}</title>
      <h1>{t('desk.switch')}</h1>
      {gone && (
        <div className="mb-5">
          <Notice tone="attention" title={t('desk.gone')} />
        </div>
      )}
      <p>{t('desk.text')}</p>
      <PeopleHere desk={desk} />
      <p className="mt-4 mb-0">
        <a href="/staff">{t('desk.stay')}</a>
      </p>
    </main>
  );
}
