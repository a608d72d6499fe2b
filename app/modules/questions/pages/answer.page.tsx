import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { siteFrame } from '#modules/public-site/index.server.ts';
import { SiteFrame } from '#modules/public-site/index.tsx';
import { isInterfaceLanguage } from '#platform/language/interface-languages.ts';
import { notFound } from '#platform/problem.ts';
import type { PageHandle } from '#platform/web/page-handle.ts';
import { useText } from '#platform/web/page-texts.ts';
import { webContext } from '#platform/web/web-context.ts';
import { type AnswerStep, answerStep } from '../answer-form.server.ts';
import { AnswerCode } from '../components/answer-code.tsx';
import { AnswerThread } from '../components/answer-thread.tsx';
import { intakeCentre } from '../intake-centre.server.ts';
import { readForm } from '../read-form.server.ts';

/** What a receipt opens is for whoever has it: no cache may keep it, not even for a moment. */
export const handle: PageHandle = { shared: false };
export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  if (!isInterfaceLanguage(params.language)) throw notFound();
  const [frame, intake] = await Promise.all([siteFrame(web), intakeCentre(web.house)]);
  return { frame, answerDays: intake?.answerDays ?? 0 };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  const { form, unreadable } = await readForm(web, request);
  const step: AnswerStep = unreadable
    ? { step: 'code', typed: '', isUnknown: false, refused: unreadable }
    : await answerStep(web, form);
  const refused = step.step === 'deleted' ? undefined : step.refused;
  const status = refused?.status ?? (step.step === 'code' ? 404 : 200);
  return data(step, {
    status,
    headers: {
      'Cache-Control': 'no-store',
      ...(refused?.retryAfter !== undefined && { 'Retry-After': String(refused.retryAfter) }),
    },
  });
}

/** Coming back with a receipt: read, ask back, delete. */
export default function AnswerPage() {
  const t = useText('ask');
  const { frame, answerDays } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <SiteFrame frame={frame} title={t('title')} path="/answer">
      <div className="ask">
        {sent?.step === 'deleted' ? (
          <>
            <h1>{t('answer.deleted')}</h1>
            <p className="ask-lead">{t('answer.deletedText')}</p>
          </>
        ) : sent?.step === 'thread' ? (
          <AnswerThread sent={sent} language={frame.language} answerDays={answerDays} />
        ) : (
          <AnswerCode sent={sent} language={frame.language} />
        )}
      </div>
    </SiteFrame>
  );
}
