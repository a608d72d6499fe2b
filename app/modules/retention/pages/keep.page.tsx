import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { formatDay } from '#platform/language/format-date.ts';
import { localDay } from '#platform/language/local-day.ts';
import { notFound } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { RadioGroup } from '#ui/choice-group.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { dayAhead, usualSpans } from '../keep-until.ts';
import { keepLonger } from '../operations/keep-longer.server.ts';
import { retentionOverview } from '../queries/retention-overview.query.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const { proposals } = await web.read(retentionOverview, {});
  const proposal = proposals.find(({ id }) => id === params['proposalId']);
  if (!proposal) throw notFound();
  return { proposal, key: formKey(), timeZone: actor.centre.timeZone };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const today = localDay(web.house.clock.now(), actor.centre.timeZone);
  const submitted = await submitForm(web, request, keepLonger, ({ input }) => ({
    proposalId: params['proposalId'] ?? '',
    until: dayAhead(today, input['until']),
    reason: input['reason'],
  }));
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  throw redirect('/staff/retention');
}

/** What was proposed stays longer, with a reason. */
export default function KeepPage() {
  const t = useText('retention');
  const { language } = usePageTexts();
  const { proposal, key, timeZone } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  return (
    <>
      <title>{t('keep.title')}</title>
      <PageHeader
        title={t('keep.title')}
        note={
          proposal.clientId ? (
            <Bdi>{proposal.name ?? proposal.fileNo}</Bdi>
          ) : (
            t('proposals.pieces', { count: proposal.pieces })
          )
        }
        back={{ to: '/staff/retention', label: t('title') }}
      />
      <Card>
        <p>
          {t('keep.what', {
            class: t(`class.${proposal.class}`),
            day: formatDay(proposal.dueOn, { language, timeZone }),
          })}
        </p>
        <PageForm formKey={key} submitted={submitted}>
          <RadioGroup
            name="until"
            legend={t('keep.until')}
            options={usualSpans.map((value) => ({ value, label: t(`span.${value}`) }))}
          />
          <TextArea
            name="reason"
            label={t('common:term.reason')}
            hint={t('keep.reason-hint')}
            maxLength={1000}
            required
          />
          <div className="form-actions">
            <SubmitButton>{t('keep.do')}</SubmitButton>
          </div>
        </PageForm>
      </Card>
    </>
  );
}
