import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { isStaff } from '#platform/actor.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { webContext } from '#platform/web/web-context.ts';
import { SubmitButton } from '#ui/submit-button.tsx';
import { CodeField } from '../components/code-field.tsx';
import { findAttempt } from '../provider-attempt.server.ts';
import { submitReturn } from '../provider-form.server.ts';
import { keysOf, providerOffer } from '../provider-web.server.ts';
import { needsCode } from '../step-up-form.server.ts';

/** Looking changes nothing: only the button asks the provider whom its answer names. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const { searchParams } = new URL(request.url);
  const offer = providerOffer(web);
  const attempt = offer && (await findAttempt(web.house, keysOf(web, searchParams)));
  if (!offer || !attempt || searchParams.has('error'))
    return { gone: true as const, inside: isStaff(web.actor) };
  const links = attempt.purpose === 'link';
  if (links && (!isStaff(web.actor) || web.actor.locked)) throw redirect('/staff/account/sign-in');
  if (!links && isStaff(web.actor)) throw redirect('/staff');
  return {
    gone: false as const,
    links,
    answer: searchParams.toString(),
    name: offer.name,
    code: links ? needsCode(web) : true,
    trusts: (web.house.config.provider?.strong.length ?? 0) > 0,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const refused = await submitReturn(context.get(webContext), request);
  return data(refused, {
    status: refused.problem.status,
    headers: refused.retryAfter ? { 'Retry-After': String(refused.retryAfter) } : undefined,
  });
}

/** Back from the provider: the house's own code, and a button. */
export default function ProviderReturnPage() {
  const t = useText('staff');
  const back = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  if (back.gone) return <BrokenOff inside={back.inside} problem={submitted?.problem} />;
  const { links, answer, name, code, trusts } = back;
  const texts = links ? 'provider.link' : 'provider.return';
  return (
    <main className="door-card">
      <title>{t(`${texts}.title`)}</title>
      <h1>{t(`${texts}.title`)}</h1>
      <p>{t(`${texts}.text`, { name })}</p>
      <PageForm submitted={submitted} reloadDocument>
        <input type="hidden" name="answer" value={answer} />
        {code && <CodeField {...(trusts && !links && { hint: t('provider.return.trusted', { name }) })} />}
        <SubmitButton>{t(`${texts}.do`)}</SubmitButton>
      </PageForm>
      <p className="mt-5 mb-0">
        <a href={links ? '/staff/account/sign-in' : '/staff/sign-in'}>{t('provider.start.back')}</a>
      </p>
    </main>
  );
}

/** It was broken off, took too long, or did not fit: nothing is left to send. */
function BrokenOff({ inside, problem }: { inside: boolean; problem?: { title: string; next?: string } }) {
  const t = useText('staff');
  const title = problem?.title ?? t('sign-in.provider.title');
  return (
    <main className="door-card">
      <title>{title}</title>
      <h1>{title}</h1>
      <p>{problem?.next ?? t('sign-in.provider.text')}</p>
      <p className="mt-5 mb-0">
        <a href={inside ? '/staff/account/sign-in' : '/staff/sign-in'}>{t('provider.start.back')}</a>
      </p>
    </main>
  );
}
