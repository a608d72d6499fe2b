import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { textIn, viewCentre } from '#modules/centres/index.server.ts';
import { needsCode, submitSteppedUp } from '#modules/staff/index.server.ts';
import { StepUpField } from '#modules/staff/index.tsx';
import { formatMoment } from '#platform/language/format-date.ts';
import { calendars, interfaceLanguage } from '#platform/language/interface-languages.ts';
import { notFound } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { ReleaseTables } from '../components/release-tables.tsx';
import { layOutTables } from '../lay-out-tables.server.ts';
import { withdrawRelease } from '../operations/withdraw-release.server.ts';
import { viewRelease } from '../queries/view-release.query.server.ts';
import { releaseFormats, releaseLanguages } from '../release.ts';
import { releaseIdParams } from '../release.schemas.ts';
import { periodName } from '../release-words.server.ts';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const { language, house } = web;
  const { country, timeZone, languages } = actor.centre;
  const asked = releaseIdParams.safeParse(params);
  if (!asked.success) throw notFound();
  const release = await web.read(viewRelease, asked.data);
  const { sites } = await web.read(viewCentre, {});
  const siteNames = new Map(sites.map((site) => [site.id, textIn(site.name, language, languages)]));
  const moment = (at: Date) => formatMoment(at, { language, timeZone }, 'short');
  return {
    id: release.id,
    audience: release.audience,
    threshold: release.threshold,
    recipient: release.recipient,
    reason: release.reason,
    madeBy: release.madeBy,
    made: moment(release.madeAt),
    mark: release.hash.slice(0, 12),
    place: release.siteId === null ? undefined : siteNames.get(release.siteId),
    withdrawn: release.withdrawn && { ...release.withdrawn, at: moment(release.withdrawn.at) },
    period: periodName(
      { kind: release.kind, first: release.firstDay, next: release.nextDay },
      { language, country, calendar: calendars.find((name) => name === release.calendar) ?? 'gregory' },
    ),
    tables: layOutTables(release.tables, { translators: house.translators, language, siteNames }),
    languages: releaseLanguages.map((code) => ({ code, name: interfaceLanguage(code).ownName })),
    isNew: new URL(request.url).searchParams.has('done'),
    mayWithdraw: house.policy.mayEver(actor, 'release.withdraw') && !release.withdrawn,
    needsCode: needsCode(web),
    key: formKey(),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitSteppedUp(web, request, withdrawRelease, ({ input }) => ({
    ...input,
    releaseId: params.releaseId,
  }));
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  throw redirect(`/staff/statistics/releases/${params.releaseId}`);
}

/** One release as others have it, its files, and the way to mark it as a mistake. */
export default function ReleasePage() {
  const t = useText('releases');
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={page.period}
        note={t('view.note')}
        back={{ to: '/staff/statistics/releases', label: t('view.back') }}
      />
      {page.isNew && !page.withdrawn && (
        <Notice tone="success" title={t('view.done')} live>
          <p>{t('view.done-next')}</p>
        </Notice>
      )}
      {page.withdrawn && (
        <Notice tone="danger" title={t('view.withdrawn')}>
          <p>{t('view.withdrawn-text', { ...page.withdrawn })}</p>
        </Notice>
      )}
      <section className="release-part">
        <Facts
          facts={[
            { label: t('log.audience'), value: t(`audience.${page.audience}.name`) },
            { label: t('report.place'), value: page.place ?? t('report.whole-centre') },
            { label: t('log.recipient'), value: <Bdi>{page.recipient}</Bdi> },
            { label: t('view.reason'), value: <Bdi>{page.reason}</Bdi> },
            { label: t('log.made'), value: page.made },
            { label: t('log.by'), value: <Bdi>{page.madeBy}</Bdi> },
            { label: t('view.mark'), value: <code dir="ltr">{page.mark}</code> },
          ]}
        />
      </section>
      <section className="release-part">
        <Card title={t('view.download')} id="files">
          <ul className="release-files">
            {page.languages.map(({ code, name }) => (
              <li key={code}>
                <span lang={code}>{name}</span>
                {releaseFormats.map((format) => (
                  <LinkButton
                    key={format}
                    size="small"
                    reloadDocument
                    to={`/staff/statistics/releases/${page.id}/${code}.${format}`}
                  >
                    {t(`view.file.${format}`)}
                  </LinkButton>
                ))}
              </li>
            ))}
          </ul>
        </Card>
      </section>
      <ReleaseTables tables={page.tables} threshold={page.threshold} />
      {page.mayWithdraw && (
        <section className="release-part" aria-labelledby="withdraw">
          <h2 id="withdraw">{t('withdraw.title')}</h2>
          <p>{t('withdraw.text')}</p>
          <PageForm formKey={page.key} submitted={submitted} className="max-w-3xl">
            <TextArea name="reason" label={t('withdraw.reason')} rows={2} maxLength={500} required />
            <StepUpField needed={page.needsCode} />
            <div className="form-actions">
              <SubmitButton tone="danger">{t('withdraw.do')}</SubmitButton>
            </div>
          </PageForm>
        </section>
      )}
    </>
  );
}
