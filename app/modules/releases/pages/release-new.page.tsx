import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { settingOf, textIn, viewCentre, weekStartOf } from '#modules/centres/index.server.ts';
import { needsCode, submitSteppedUp } from '#modules/staff/index.server.ts';
import { StepUpField } from '#modules/staff/index.tsx';
import { periodOf } from '#modules/statistics/index.server.ts';
import { type CalendarName, calendars, interfaceLanguage } from '#platform/language/interface-languages.ts';
import { localDay } from '#platform/language/local-day.ts';
import { formatNumber } from '#platform/language/numbers.ts';
import { forbidden, isProblem } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Button } from '#ui/button.tsx';
import { RadioGroup } from '#ui/choice-group.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ChangedNumbers } from '../components/changed-numbers.tsx';
import { ReleaseTables } from '../components/release-tables.tsx';
import { closedPeriods, periodValue } from '../closed-periods.ts';
import { describeChanges } from '../describe-changes.server.ts';
import { hiddenSign, layOutTables } from '../lay-out-tables.server.ts';
import { publishRelease } from '../operations/publish-release.server.ts';
import { prepareRelease } from '../queries/prepare-release.query.server.ts';
import { releaseScopeSchema } from '../release.schemas.ts';
import { periodName } from '../release-words.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const { house, language } = web;
  if (!house.policy.mayEver(actor, 'release.prepare')) throw forbidden();
  const { centre } = actor;
  const today = localDay(house.clock.now(), centre.timeZone);
  const own = calendars.find((name) => name === centre.calendar) ?? 'gregory';
  const week = { weekStart: weekStartOf(centre.country) };
  const t = web.t('releases');
  const periods = closedPeriods(today, [...new Set<CalendarName>([own, 'gregory'])], (kind, day, calendar) =>
    periodOf(kind, day, calendar, week),
  );
  const { sites } = await web.read(viewCentre, {});
  const siteNames = new Map(sites.map((site) => [site.id, textIn(site.name, language, centre.languages)]));
  const asked = new URL(request.url).searchParams;
  const [kind, calendar, day] = (asked.get('period') ?? '').split('/');
  const wanted = releaseScopeSchema.safeParse({
    kind,
    day,
    calendar,
    site: asked.get('site') || undefined,
    audience: asked.get('audience') ?? undefined,
  });
  const prepared = wanted.success
    ? await web.read(prepareRelease, wanted.data).catch((error: unknown) => {
        // A period that is not over, or a site that is gone: the form is shown again.
        if (!isProblem(error) || error.code !== 'input.invalid') throw error;
        return undefined;
      })
    : undefined;
  const reader = { translators: house.translators, language, siteNames };
  const number = (value: number) => formatNumber(value, interfaceLanguage(language));
  const internal = settingOf(centre.settings, 'figures.small-cell');
  return {
    chosen: {
      period: asked.get('period') ?? undefined,
      site: asked.get('site') ?? undefined,
      audience: wanted.success ? wanted.data.audience : 'internal',
    },
    periods: periods.map((period) => ({
      value: periodValue(period),
      label: periodName(period, { language, country: centre.country, calendar: period.calendar }),
      group: t(`choose.kind.${period.kind}`),
    })),
    sites: sites.map(({ id }) => ({ value: id, label: siteNames.get(id) ?? '' })),
    thresholds: {
      internal: number(internal),
      public: number(Math.max(internal, settingOf(centre.settings, 'figures.publish-small-cell'))),
    },
    mayPublish: house.policy.mayEver(actor, 'release.publish'),
    needsCode: needsCode(web),
    key: formKey(),
    sign: hiddenSign,
    prepared: prepared &&
      wanted.data && {
        scope: wanted.data,
        refused: prepared.refused,
        seesWhy: prepared.seesWhy,
        threshold: prepared.threshold,
        hash: prepared.hash,
        tables: layOutTables(prepared.tables, reader),
        changes: prepared.changes && describeChanges(prepared.changes, prepared.tables, reader),
      },
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitSteppedUp(web, request, publishRelease, ({ input }) => ({
    ...input,
    site: input['site'] || undefined,
  }));
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  throw redirect(`/staff/statistics/releases/${submitted.result.releaseId}?done`);
}

/** Choose a period and its readers, look at exactly what would leave, let it go. */
export default function ReleaseNewPage() {
  const t = useText('releases');
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const { chosen, prepared } = page;
  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        back={{ to: '/staff/statistics/releases', label: t('log.title') }}
      />
      <Form method="get" className="release-choose">
        <Select
          key={`period ${chosen.period}`}
          name="period"
          label={t('choose.period')}
          hint={t('choose.period-hint')}
          options={page.periods}
          defaultValue={chosen.period}
        />
        {page.sites.length > 1 && (
          <Select
            key={`site ${chosen.site}`}
            name="site"
            label={t('choose.site')}
            blank={t('report.whole-centre')}
            options={page.sites}
            defaultValue={chosen.site}
          />
        )}
        <RadioGroup
          key={`audience ${chosen.audience}`}
          name="audience"
          legend={t('choose.audience')}
          layout="rows"
          defaultValue={chosen.audience}
          options={(['internal', 'public'] as const).map((audience) => ({
            value: audience,
            label: t(`audience.${audience}.name`),
            hint: t(`audience.${audience}.hint`, { threshold: page.thresholds[audience] }),
          }))}
        />
        <div className="form-actions">
          <Button type="submit" tone={prepared ? undefined : 'primary'}>
            {t('choose.do')}
          </Button>
        </div>
      </Form>
      {prepared?.refused && (
        <Notice tone="attention" title={t('preview.refused')}>
          <p>{t('preview.refused-next')}</p>
        </Notice>
      )}
      {prepared && !prepared.refused && (
        <>
          <section className="release-part" aria-labelledby="preview">
            <h2 id="preview">{t('preview.title')}</h2>
            <p>{t('preview.text', { sign: page.sign })}</p>
            {!prepared.seesWhy && <p className="field-hint">{t('preview.why-only-coordinator')}</p>}
            {prepared.changes && <ChangedNumbers changes={prepared.changes} />}
            <ReleaseTables tables={prepared.tables} threshold={prepared.threshold} />
          </section>
          {page.mayPublish && (
            <section className="release-part" aria-labelledby="send">
              <h2 id="send">{t('send.title')}</h2>
              <PageForm formKey={page.key} submitted={submitted} className="max-w-3xl">
                {Object.entries({ ...prepared.scope, seen: prepared.hash }).map(([name, value]) => (
                  <input key={name} type="hidden" name={name} value={value} />
                ))}
                <TextField
                  name="recipient"
                  label={t('send.recipient')}
                  hint={t('send.recipient-hint')}
                  maxLength={120}
                  required
                />
                <TextArea name="reason" label={t('send.reason')} rows={2} maxLength={500} required />
                <StepUpField needed={page.needsCode} />
                <Notice>
                  <p>{t('send.cannot-undo')}</p>
                </Notice>
                <div className="form-actions">
                  <SubmitButton>{t('send.do')}</SubmitButton>
                  <LinkButton to="/staff/statistics/releases">{t('common:action.cancel')}</LinkButton>
                </div>
              </PageForm>
            </section>
          )}
        </>
      )}
    </>
  );
}
