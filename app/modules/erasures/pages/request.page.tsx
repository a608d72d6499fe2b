import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { needsCode, submitSteppedUp } from '#modules/staff/index.server.ts';
import { formatDay } from '#platform/language/format-date.ts';
import { formKey } from '#platform/web/form-key.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { carryOutErasure } from '../carry-out-erasure.server.ts';
import '../components/own-data.css';
import { DecideForm, EraseForm } from '../components/decide-forms.tsx';
import { RequestState } from '../components/request-state.tsx';
import { decideRequest } from '../operations/decide-request.server.ts';
import { eraseClient } from '../operations/erase-client.server.ts';
import { viewRequest } from '../queries/view-request.query.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const request = await web.read(viewRequest, { requestId: params['requestId'] ?? '' });
  return {
    request,
    keys: [formKey(), formKey()],
    needsCode: needsCode(web),
    timeZone: actor.centre.timeZone,
    mayOpen: web.house.policy.mayEver(actor, 'client.view'),
    mayHold: web.house.policy.mayEver(actor, 'hold.place'),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const requestId = params['requestId'] ?? '';
  const act = new URL(request.url).searchParams.get('act');
  if (act === 'erase') {
    const submitted = await submitSteppedUp(web, request, eraseClient, ({ input }) => ({
      requestId,
      version: Number(input['version']),
      toldHow: input['toldHow'],
      sure: input['sure'] === 'yes',
    }));
    if (!submitted.ok) return data({ ...submitted, act }, submitted.problem.status);
    // The job would do the same a moment later.
    await carryOutErasure(web.house, submitted.result.erasureId);
  } else {
    const submitted = await submitForm(web, request, decideRequest, ({ input }) => ({
      requestId,
      version: Number(input['version']),
      outcome: input['outcome'],
      refusal: input['outcome'] === 'done' ? undefined : input['refusal'] || undefined,
      toldHow: input['toldHow'],
      answer: input['answer'],
    }));
    if (!submitted.ok) return data({ ...submitted, act }, submitted.problem.status);
  }
  throw redirect(`/staff/requests/${requestId}`);
}

/** One request, from the day it came to what became of it. */
export default function RequestPage() {
  const t = useText('erasures');
  const { language } = usePageTexts();
  const { request, keys, needsCode: needed, timeZone, mayOpen, mayHold } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const refused = (act: string | null) =>
    submitted?.ok === false && submitted.act === act ? submitted : undefined;
  const day = (iso: string | null) => iso && formatDay(iso, { language, timeZone });
  const isOpen = request.state === 'open';
  return (
    <>
      <title>{t(`kind.${request.kind}`)}</title>
      <PageHeader
        title={t(`kind-long.${request.kind}`)}
        note={request.clientId ? <Bdi>{request.name ?? request.fileNo}</Bdi> : t('list.nobody')}
        back={{ to: '/staff/requests', label: t('list.title') }}
      >
        <RequestState state={request.state} />
      </PageHeader>
      <div className="own-data">
        <Card id="facts" title={t('view.asked')}>
          <Facts
            facts={[
              { label: t('new.cause'), value: request.cause && t(`cause.${request.cause}`) },
              { label: t('list.received'), value: day(request.receivedOn) },
              { label: t('list.due'), value: isOpen && day(request.dueOn) },
              { label: t('new.channel'), value: t(`channel.${request.channel}`) },
              { label: t('new.identity'), value: t(`identity.${request.identityBy}`) },
              { label: t('view.recorded-by'), value: request.recordedBy && <Bdi>{request.recordedBy}</Bdi> },
              { label: t('new.words'), value: request.words && <Bdi>{request.words}</Bdi> },
              { label: t('list.decided'), value: day(request.decidedOn) },
              { label: t('view.decided-by'), value: request.decidedBy && <Bdi>{request.decidedBy}</Bdi> },
              { label: t('decide.refusal'), value: request.refusal && t(`refusal.${request.refusal}`) },
              { label: t('decide.told'), value: request.toldHow && t(`told.${request.toldHow}`) },
              { label: t('decide.answer'), value: request.answer && <Bdi>{request.answer}</Bdi> },
            ]}
          />
          {request.clientId && mayOpen && (
            <p>
              <Link to={`/staff/people/${request.clientId}`}>{t('view.open-file')}</Link>
              {request.kind === 'access' && (
                <>
                  {' · '}
                  <Link to={`/staff/people/${request.clientId}/access`}>{t('view.access-copy')}</Link>
                </>
              )}
            </p>
          )}
        </Card>
        {request.decidedAlone && <Notice tone="attention">{t('view.alone')}</Notice>}
        {!request.clientId && <Notice tone="success">{t('view.erased')}</Notice>}
        {isOpen && request.isOwn && request.mayDecide && <Notice>{t('view.own')}</Notice>}
        {isOpen && request.barredBy && request.kind === 'erasure' && (
          <Notice tone="attention" title={t(`barred.${request.barredBy}`)}>
            {t('barred.next')}
            {mayHold && request.clientId && (
              <>
                {' '}
                <Link to={`/staff/people/${request.clientId}/hold`}>{t('barred.see-hold')}</Link>
              </>
            )}
          </Notice>
        )}
        {isOpen && request.mayDecide && request.kind === 'erasure' && !request.barredBy && (
          <EraseForm
            formKey={keys[0] ?? ''}
            submitted={refused('erase')}
            version={request.version}
            needsCode={needed}
          />
        )}
        {isOpen && request.mayDecide && (
          <DecideForm
            formKey={keys[1] ?? ''}
            submitted={refused(null)}
            version={request.version}
            isErasing={request.kind === 'erasure'}
          />
        )}
      </div>
    </>
  );
}
