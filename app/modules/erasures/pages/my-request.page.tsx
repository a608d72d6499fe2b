import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { siteFrame } from '#modules/public-site/index.server.ts';
import { SiteFrame } from '#modules/public-site/index.tsx';
import { readForm } from '#modules/questions/index.server.ts';
import { formatDay } from '#platform/language/format-date.ts';
import { isInterfaceLanguage } from '#platform/language/interface-languages.ts';
import { notFound } from '#platform/problem.ts';
import type { PageHandle } from '#platform/web/page-handle.ts';
import { useText } from '#platform/web/page-texts.ts';
import { webContext } from '#platform/web/web-context.ts';
import { type MyRequestStep, myRequestStep } from '../my-request-form.server.ts';

/** What a receipt tells is for whoever has it: no cache may keep it. */
export const handle: PageHandle = { shared: false };
export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  if (!isInterfaceLanguage(params.language)) throw notFound();
  return { frame: await siteFrame(web) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  const { form, unreadable } = await readForm(web, request);
  const typed = typeof form.values['receipt'] === 'string' ? form.values['receipt'].trim() : '';
  const step: MyRequestStep = unreadable
    ? { step: 'code', typed: '', isUnknown: false, refused: unreadable }
    : await myRequestStep(web, typed);
  const refused = step.step === 'code' ? step.refused : undefined;
  const days = (iso: string | null) => iso && formatDay(iso, { language: web.language, timeZone: 'UTC' });
  return data(
    step.step === 'found'
      ? {
          ...step,
          receivedOn: days(step.receivedOn),
          dueOn: days(step.dueOn),
          decidedOn: days(step.decidedOn),
        }
      : step,
    {
      status: refused?.status ?? (step.step === 'code' ? 404 : 200),
      headers: {
        'Cache-Control': 'no-store',
        ...(refused?.retryAfter !== undefined && { 'Retry-After': String(refused.retryAfter) }),
      },
    },
  );
}

/** "What became of my request": state and days, never whose it is. */
export default function MyRequestPage() {
  const t = useText('my-request');
  const { frame } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <SiteFrame frame={frame} title={t('title')} path="/my-request">
      <div className="ask">
        <h1>{t('title')}</h1>
        {sent?.step === 'found' ? (
          <section className="card">
            <h2>{t(`kind.${sent.kind}`)}</h2>
            <p className="ask-lead">{t(`state.${sent.state}`)}</p>
            <p>{t('received', { day: sent.receivedOn })}</p>
            {sent.state === 'open' && <p>{t('due', { day: sent.dueOn })}</p>}
            {sent.decidedOn && <p>{t('decided', { day: sent.decidedOn })}</p>}
            {sent.refusal && <p>{t(`refusal.${sent.refusal}`)}</p>}
            <p className="soft">{t('more')}</p>
          </section>
        ) : (
          <CodeForm sent={sent} />
        )}
      </div>
    </SiteFrame>
  );
}

function CodeForm({ sent }: { sent: Extract<MyRequestStep, { step: 'code' }> | undefined }) {
  const t = useText('my-request');
  return (
    <>
      <p className="ask-lead">{t('lead')}</p>
      {sent?.refused && (
        <div className="ask-problem" role="alert">
          <h2>{sent.refused.title}</h2>
          <p>{sent.refused.next}</p>
        </div>
      )}
      {sent?.isUnknown && (
        <div className="ask-problem" role="alert">
          <h2>{t('nothing')}</h2>
          <p>{t('nothing-text')}</p>
        </div>
      )}
      {/* In the body: an address would stay in the list of visited pages. */}
      <form method="post">
        <div className="ask-field">
          <label htmlFor="ask-receipt">{t('code')}</label>
          <p className="soft" id="ask-receipt-hint">
            {t('code-hint')}
          </p>
          <textarea
            id="ask-receipt"
            name="receipt"
            aria-describedby="ask-receipt-hint"
            rows={2}
            dir="ltr"
            className="ask-receipt-field"
            autoComplete="off"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            translate="no"
            maxLength={400}
            defaultValue={sent?.typed}
          />
        </div>
        <p className="actions">
          <button className="action" data-first="">
            {t('open')}
          </button>
        </p>
      </form>
    </>
  );
}
