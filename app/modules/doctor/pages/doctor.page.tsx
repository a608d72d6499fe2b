import { useEffect } from 'react';
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useRevalidator,
} from 'react-router';
import { CentreTabs, mayUseCentre } from '#modules/centres/index.tsx';
import { formatMoment } from '#platform/language/format-date.ts';
import { formKey } from '#platform/web/form-key.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { FindingList } from '../components/finding-list.tsx';
import { askDoctor } from '../operations/ask-doctor.server.ts';
import { viewDoctor } from '../queries/view-doctor.query.server.ts';

/** Milliseconds between two looks while a new examination is awaited. */
const again = 3_000;

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const { report, isWished } = await web.read(viewDoctor, {});
  // The command line says the same in the same words.
  const t = web.t('cli');
  return {
    may: mayUseCentre(web.house.policy, actor),
    isWished,
    key: formKey(),
    report: report && {
      at: formatMoment(
        new Date(report.at),
        { language: web.language, timeZone: actor.centre.timeZone },
        'long',
      ),
      findings: report.findings.map(({ check, level, code, params }) => ({
        check,
        level,
        name: t(`doctor.check.${check}`),
        text: t(`doctor.found.${check}.${code}`, params),
      })),
    },
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitForm(web, request, askDoctor, () => ({}));
  if (submitted.ok) throw redirect('/staff/doctor');
  return data(submitted, submitted.problem.status);
}

/** How safe this machine and this installation are: the worst first. */
export default function DoctorPage() {
  const t = useText('doctor');
  const { may, report, isWished, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isWished) return;
    const timer = setInterval(() => void revalidate(), again);
    return () => clearInterval(timer);
  }, [isWished, revalidate]);
  const of = (level: 'ok' | 'attention' | 'danger') =>
    report?.findings.filter((finding) => finding.level === level) ?? [];
  const [danger, attention, well] = [of('danger'), of('attention'), of('ok')];
  return (
    <div className="page">
      <PageHeader title={t('title')} note={report ? t('asOf', { at: report.at }) : t('note')}>
        <Form method="post">
          <input type="hidden" name="_key" value={key} />
          <SubmitButton tone="secondary">{t('again')}</SubmitButton>
        </Form>
      </PageHeader>
      <CentreTabs may={may} />
      <div className="grid gap-6">
        {refused && !refused.ok && (
          <Notice tone="danger" title={refused.problem.title} live>
            <p>{refused.problem.next}</p>
          </Notice>
        )}
        {isWished && (
          <Notice tone="info" live>
            <p>{t('looking')}</p>
          </Notice>
        )}
        {!report && (
          <EmptyState title={t('none')} icon="shield">
            {t('noneText')}
          </EmptyState>
        )}
        {report && danger.length + attention.length === 0 && (
          <Notice tone="success" title={t('allWell')}>
            <p>{t('allWellText')}</p>
          </Notice>
        )}
        {danger.length > 0 && (
          <Card id="danger" title={t('dangerTitle', { count: danger.length })}>
            <FindingList findings={danger} word={t('level.danger')} />
          </Card>
        )}
        {attention.length > 0 && (
          <Card id="attention" title={t('attentionTitle', { count: attention.length })}>
            <FindingList findings={attention} word={t('level.attention')} />
          </Card>
        )}
        {well.length > 0 && (
          <details className="fold">
            <summary>{t('wellTitle', { count: well.length })}</summary>
            <FindingList findings={well} word={t('level.ok')} />
          </details>
        )}
      </div>
    </div>
  );
}
