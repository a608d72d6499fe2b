import { type ActionFunctionArgs, data, Link, type LoaderFunctionArgs, redirect } from 'react-router';
import { useActionData, useLoaderData } from 'react-router';
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
import '../components/disclosure-requests.css';
import { DisclosureState } from '../components/disclosure-state.tsx';
import { DecideForm, ProposeForm, TellForm } from '../components/step-forms.tsx';
import { decideDisclosure } from '../operations/decide-disclosure.server.ts';
import { proposeDisclosure } from '../operations/propose-disclosure.server.ts';
import { tellOfDisclosure } from '../operations/tell-of-disclosure.server.ts';
import { viewDisclosureRequest } from '../queries/view-disclosure-request.query.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const disclosureRequestId = params['disclosureRequestId'] ?? '';
  return {
    request: await web.read(viewDisclosureRequest, { disclosureRequestId }),
    keys: { propose: formKey(), decide: formKey(), tell: formKey() },
    needsCode: needsCode(web),
    timeZone: actor.centre.timeZone,
    mayOpen: web.house.policy.mayEver(actor, 'client.view'),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const act = new URL(request.url).searchParams.get('act');
  const disclosureRequestId = params['disclosureRequestId'] ?? '';
  const which = (input: Record<string, unknown>) => ({
    disclosureRequestId,
    version: Number(input['version']),
  });
  const submitted =
    act === 'propose'
      ? await submitForm(web, request, proposeDisclosure, ({ input }) => ({
          ...which(input),
          outcome: input['outcome'],
          basis: input['basis'],
          reference: input['reference'] || undefined,
          given: input['given'] || undefined,
          refusal: input['outcome'] === 'given' ? undefined : input['refusal'] || undefined,
          advice: input['advice'] || undefined,
          reason: input['reason'] || undefined,
        }))
      : act === 'tell'
        ? await submitForm(web, request, tellOfDisclosure, ({ input }) => ({
            ...which(input),
            telling: input['telling'],
          }))
        : await submitSteppedUp(web, request, decideDisclosure, ({ input }) => ({
            ...which(input),
            agree: input['agree'] === 'yes' ? true : input['agree'] === 'no' ? false : undefined,
            note: input['note'] || undefined,
          }));
  if (!submitted.ok) return data({ ...submitted, act }, submitted.problem.status);
  throw redirect(`/staff/disclosure-requests/${disclosureRequestId}`);
}

/** One request for a person's data, from the day it came to whether the person knows. */
export default function DisclosurePage() {
  const t = useText('disclosure-requests');
  const { language } = usePageTexts();
  const { request, keys, needsCode: needed, timeZone, mayOpen } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const form = (act: keyof typeof keys) => ({
    formKey: keys[act],
    submitted: submitted?.ok === false && submitted.act === act ? submitted : undefined,
    version: request.version,
  });
  const day = (iso: string | null) => iso && formatDay(iso, { language, timeZone });
  const said = (text: string | null | undefined) =>
    text && (
      <span className="disclosure-words">
        <Bdi>{text}</Bdi>
      </span>
    );
  const { words, proposed } = request;
  const nobody = t(request.isErased ? 'list.erased' : 'list.nobody');
  return (
    <>
      <title>{t('new.title')}</title>
      <PageHeader
        title={t(`asker.${request.asker}`)}
        note={request.clientId ? <Bdi>{request.name ?? request.fileNo}</Bdi> : nobody}
        back={{ to: '/staff/disclosure-requests', label: t('list.title') }}
      >
        <DisclosureState state={request.state} />
      </PageHeader>
      <div className="disclosure">
        <Card id="facts" title={t('view.asked')}>
          <Facts
            facts={[
              { label: t('new.asked-by'), value: said(words?.askedBy) },
              { label: t('new.basis'), value: t(`basis.${request.basis}`) },
              { label: t('new.reference'), value: said(words?.reference) },
              { label: t('new.asked'), value: said(words?.asked) },
              { label: t('new.about'), value: said(words?.about) },
              { label: t('new.channel'), value: t(`channel.${request.channel}`) },
              { label: t('list.received'), value: day(request.receivedOn) },
              { label: t('list.due'), value: day(request.dueOn) },
              { label: t('view.recorded-by'), value: said(request.recordedBy) },
            ]}
          />
          {request.clientId && mayOpen && (
            <p>
              <Link to={`/staff/people/${request.clientId}`}>{t('view.open-file')}</Link>
            </p>
          )}
        </Card>
        {request.isErased && <Notice tone="success">{t('view.erased')}</Notice>}
        {request.state === 'open' && request.note && (
          <Notice tone="attention" title={t('view.sent-back')}>
            {said(request.note)}
          </Notice>
        )}
        {request.proposal && (
          <Card id="proposal" title={t('view.proposal')}>
            <Facts
              facts={[
                { label: t('view.outcome'), value: t(`outcome.${request.proposal}`) },
                { label: t('view.given'), value: said(proposed?.given) },
                { label: t('view.refusal'), value: request.refusal && t(`refusal.${request.refusal}`) },
                { label: t('view.advice'), value: said(proposed?.advice) },
                { label: t('view.reason'), value: said(proposed?.reason) },
                { label: t('view.proposed-by'), value: said(request.proposedBy) },
                { label: t('view.decided-by'), value: said(request.decidedBy) },
                { label: t('list.decided'), value: day(request.decidedOn) },
                { label: t('view.note'), value: said(request.note) },
                { label: t('view.telling'), value: request.telling && t(`telling.${request.telling}`) },
                { label: t('view.told-on'), value: day(request.toldOn) },
              ]}
            />
          </Card>
        )}
        {request.decidedAlone && <Notice tone="attention">{t('view.alone')}</Notice>}
        {request.mayDecide && (
          <DecideForm
            {...form('decide')}
            leaves={request.proposal !== 'refused'}
            hadHand={request.hadHand}
            needsCode={needed}
          />
        )}
        {request.mayPropose && (
          <ProposeForm
            {...form('propose')}
            basis={request.basis}
            reference={words?.reference}
            again={request.state === 'proposed'}
          />
        )}
        {request.mayTell && <TellForm {...form('tell')} />}
      </div>
    </>
  );
}
