import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { useActionName, useKnownWord } from '#modules/audit/index.tsx';
import { formatMoment, formatTime } from '#platform/language/format-date.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { RadioGroup } from '#ui/choice-group.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextArea } from '#ui/text-area.tsx';
import '../components/oversight.css';
import { breakGlassOutcomes } from '../break-glass-outcomes.ts';
import { closeBreakGlass } from '../operations/close-break-glass.server.ts';
import { reviewBreakGlass } from '../operations/review-break-glass.server.ts';
import { viewBreakGlass } from '../queries/view-break-glass.query.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const seen = await web.read(viewBreakGlass, { breakGlassId: params['breakGlassId'] ?? '' });
  return {
    ...seen,
    key: formKey(),
    timeZone: actor.centre.timeZone,
    mayList: web.house.policy.mayEver(actor, 'oversight.list'),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const breakGlassId = params['breakGlassId'] ?? '';
  if (new URL(request.url).searchParams.get('act') === 'close') {
    const closed = await submitForm(web, request, closeBreakGlass, () => ({ breakGlassId }));
    if (closed.ok) throw redirect('/staff/people');
    return data(closed, closed.problem.status);
  }
  const submitted = await submitForm(web, request, reviewBreakGlass, ({ input }) => ({
    breakGlassId,
    outcome: input['outcome'],
    note: input['note'],
  }));
  if (submitted.ok) throw redirect(`/staff/oversight/${breakGlassId}`);
  return data(submitted, submitted.problem.status);
}

/** One emergency access: why, for how long, what was done in the file, and the review. */
export default function BreakGlassPage() {
  const t = useText('oversight');
  const actionName = useActionName();
  const word = useKnownWord();
  const { language } = usePageTexts();
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const reader = { language, timeZone: page.timeZone };
  const moment = (instant: string) => formatMoment(new Date(instant), reader);
  return (
    <>
      <PageHeader
        title={t('view.title')}
        note={<Bdi ltr>{page.fileNo}</Bdi>}
        back={page.mayList ? { to: '/staff/oversight', label: t('view.back') } : undefined}
      />
      <div className="oversight max-w-3xl">
        <Card id="facts">
          <Facts
            facts={[
              { key: 'who', label: t('view.who'), value: <Bdi>{page.by}</Bdi> },
              { key: 'opened', label: t('view.opened'), value: moment(page.openedAt) },
              {
                key: 'ended',
                label: t(page.running ? 'view.ends' : 'view.ended'),
                value: moment(page.endsAt),
              },
              { key: 'due', label: t('view.due'), value: !page.outcome && moment(page.reviewDue) },
              {
                key: 'reason',
                label: t('view.reason'),
                value: <span dir="auto">{page.reason ?? t('view.gone')}</span>,
              },
            ]}
          />
        </Card>
        <DataTable
          caption={t('view.acts')}
          rows={page.acts}
          rowId={(act) => String(act.seq)}
          columns={[
            {
              id: 'when',
              label: t('view.when'),
              cell: (act) => <time dateTime={act.at}>{formatTime(new Date(act.at), reader)}</time>,
            },
            {
              id: 'what',
              label: t('view.what'),
              heading: true,
              cell: (act) => actionName(act.action),
            },
            {
              id: 'parts',
              label: t('view.parts'),
              cell: (act) => act.fields.map((field) => word('part', field)).join(' · '),
            },
          ]}
          empty={<p>{t('view.nothing')}</p>}
        />
        {page.outcome ? (
          <Card id="review" title={t('view.reviewed')}>
            <p>
              {t('emergencies.by', { outcome: t(`outcome.${page.outcome}`), name: page.reviewedBy ?? '' })}
              {page.reviewedAt && ` · ${moment(page.reviewedAt)}`}
            </p>
            <p dir="auto">{page.review ?? t('view.gone')}</p>
          </Card>
        ) : page.own ? (
          <Notice title={t('view.own')} />
        ) : (
          <Card id="review" title={t('view.review')}>
            <PageForm formKey={page.key} submitted={submitted}>
              <RadioGroup
                name="outcome"
                legend={t('view.question')}
                options={breakGlassOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
              />
              <TextArea
                name="note"
                label={t('form.note')}
                hint={t('form.note-hint')}
                rows={3}
                maxLength={1_000}
                required
              />
              <div className="form-actions">
                <SubmitButton>{t('form.save')}</SubmitButton>
              </div>
            </PageForm>
          </Card>
        )}
      </div>
    </>
  );
}
