import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { textIn } from '#modules/centres/index.server.ts';
import { needsCode, submitSteppedUp } from '#modules/staff/index.server.ts';
import { StepUpField } from '#modules/staff/index.tsx';
import { notFound } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { CentreStatus } from '../components/centre-status.tsx';
import { resumeCentre } from '../operations/resume-centre.server.ts';
import { suspendCentre } from '../operations/suspend-centre.server.ts';
import { listCentres } from '../queries/list-centres.query.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const { centres } = await web.read(listCentres, {});
  const centre = centres.find(({ id }) => id === params['centreId']);
  if (!centre) throw notFound();
  return {
    key: formKey(),
    needsCode: needsCode(web),
    name: textIn(centre.name, web.language),
    status: centre.status,
    own: centre.own,
    activeStaff: centre.activeStaff,
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const centreId = params['centreId'] ?? '';
  const resumes = new URL(request.url).searchParams.get('act') === 'resume';
  const submitted = resumes
    ? await submitSteppedUp(web, request, resumeCentre, () => ({ centreId }))
    : await submitSteppedUp(web, request, suspendCentre, ({ input }) => ({
        centreId,
        reason: input['reason'],
      }));
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  throw redirect('/staff/network?saved');
}

/** One centre: its doors closed, or open again. */
export default function NetworkCentrePage() {
  const t = useText('network');
  const { key, name, status, own, activeStaff, needsCode: asks } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const suspended = status === 'suspended';
  return (
    <div className="page grid max-w-3xl gap-6">
      <PageHeader
        title={<Bdi>{name}</Bdi>}
        note={<CentreStatus status={status} />}
        back={{ to: '/staff/network', label: t('centres.title') }}
      />
      {own && (
        <Notice>
          <p>{t('centre.own')}</p>
        </Notice>
      )}
      {!own && suspended && (
        <Card id="resume" title={t('resume.title')}>
          <p className="mb-4">{t('resume.text')}</p>
          <PageForm formKey={key} submitted={submitted} action="?act=resume">
            <StepUpField needed={asks} />
            <div className="form-actions">
              <SubmitButton>{t('resume.do')}</SubmitButton>
            </div>
          </PageForm>
        </Card>
      )}
      {!own && !suspended && (
        <Card id="suspend" title={t('suspend.title')}>
          <p className="mb-4">{t('suspend.text', { count: activeStaff })}</p>
          <PageForm formKey={key} submitted={submitted} action="?act=suspend">
            <TextField
              name="reason"
              label={t('common:term.reason')}
              hint={t('suspend.reason-hint')}
              maxLength={300}
              required
            />
            <StepUpField needed={asks} />
            <div className="form-actions">
              <SubmitButton tone="danger">{t('suspend.do')}</SubmitButton>
            </div>
          </PageForm>
        </Card>
      )}
    </div>
  );
}
