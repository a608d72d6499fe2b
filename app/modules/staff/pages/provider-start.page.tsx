import { type ActionFunctionArgs, data, redirect, useActionData } from 'react-router';
import { isStaff } from '#platform/actor.ts';
import { isProblem, Problem } from '#platform/problem.ts';
import { describeProblem } from '#platform/web/describe-problem.server.ts';
import { useText } from '#platform/web/page-texts.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Notice } from '#ui/notice.tsx';
import { requireSafeLine } from '../browser-session.server.ts';
import { providerOffer, setOutFrom } from '../provider-web.server.ts';

/** Nothing to see before the button was pressed; after it, this is asked too, so it leads nowhere else. */
export const loader = () => null;

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  const offer = providerOffer(web);
  if (!offer) throw new Problem('not-found', 404);
  const form = await request.formData();
  const links = form.get('purpose') === 'link';
  if (links && (!isStaff(web.actor) || web.actor.locked)) throw redirect('/staff/account/sign-in');
  if (!links && isStaff(web.actor)) throw redirect('/staff');
  try {
    requireSafeLine(web);
    return data({ offer, links, to: await setOutFrom(web, links ? 'link' : 'sign-in'), problem: undefined });
  } catch (error) {
    if (!isProblem(error)) throw error;
    const problem = describeProblem(web.house.translators, web.language, error, web.requestId);
    return data({ offer, links, to: undefined, problem }, problem.status);
  }
}

/** Says where the browser goes before it goes there; a form may not lead off the site, a link may. */
export default function ProviderStartPage() {
  const t = useText('staff');
  const started = useActionData<typeof action>();
  const { offer, to, problem, links } = started ?? {};
  return (
    <main className="door-card">
      <title>{t('provider.start.title')}</title>
      <h1>{t('provider.start.title')}</h1>
      {problem ? (
        <Notice tone="attention" title={problem.title}>
          <p>{problem.next}</p>
        </Notice>
      ) : (
        offer && (
          <>
            <p>{t('provider.start.text')}</p>
            <p className="text-lg font-semibold">
              <Bdi>{offer.host}</Bdi>
            </p>
            <p>
              <a className="button w-full" data-tone="primary" href={to}>
                {t('provider.start.go', { name: offer.name })}
              </a>
            </p>
          </>
        )
      )}
      <p className="mt-5 mb-0">
        <a href={links ? '/staff/account/sign-in' : '/staff/sign-in'}>{t('provider.start.back')}</a>
      </p>
    </main>
  );
}
