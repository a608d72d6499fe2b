import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { loadPublicCentre } from '#modules/centres/index.server.ts';
import { siteFrame } from '#modules/public-site/index.server.ts';
import { SiteFrame } from '#modules/public-site/index.tsx';
import { isInterfaceLanguage } from '#platform/language/interface-languages.ts';
import { notFound } from '#platform/problem.ts';
import type { PageHandle } from '#platform/web/page-handle.ts';
import { useText } from '#platform/web/page-texts.ts';
import { webContext } from '#platform/web/web-context.ts';
import { type AskStep, beginAsking, sendQuestion } from '../ask-form.server.ts';
import { AskForm } from '../components/ask-form.tsx';
import { AskReceipt } from '../components/ask-receipt.tsx';
import { AskStart } from '../components/ask-start.tsx';
import { intakeCentre } from '../intake-centre.server.ts';
import { languageChoices } from '../language-choices.server.ts';
import { readForm } from '../read-form.server.ts';

/** What comes back after sending holds a receipt: no cache may keep it, not even for a moment. */
export const handle: PageHandle = { shared: false };
export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  if (!isInterfaceLanguage(params.language)) throw notFound();
  const [frame, intake, centre] = await Promise.all([
    siteFrame(web),
    intakeCentre(web.house),
    loadPublicCentre(web.house, web.language),
  ]);
  return {
    frame,
    isOpen: intake?.key !== undefined,
    answerDays: intake?.answerDays ?? 0,
    phone: centre?.sites.flatMap((site) => site.phones)[0]?.number,
    languages: languageChoices(web.language, centre),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  const { form, unreadable } = await readForm(web, request);
  const step: AskStep = unreadable
    ? { ...beginAsking(form.values), ...(unreadable && { refused: unreadable }) }
    : form.values['step'] === 'send'
      ? await sendQuestion(web, form)
      : beginAsking(form.values);
  const status = step.step === 'form' ? (step.refused?.status ?? (step.sum ? 422 : 200)) : 200;
  const retryAfter = step.step === 'form' ? step.refused?.retryAfter : undefined;
  return data(step, {
    status,
    headers: {
      'Cache-Control': 'no-store',
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
    },
  });
}

/** Asking without a name: a topic, a question, a receipt. No script, nothing kept in the browser. */
export default function AskPage() {
  const t = useText('ask');
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <SiteFrame frame={page.frame} title={t('title')} path="/ask">
      <div className="ask">
        {sent?.step === 'receipt' ? (
          <AskReceipt {...sent} language={page.frame.language} answerDays={page.answerDays} />
        ) : sent ? (
          <AskForm sent={sent} languages={page.languages} language={page.frame.language} />
        ) : (
          <AskStart {...page} language={page.frame.language} />
        )}
      </div>
    </SiteFrame>
  );
}
