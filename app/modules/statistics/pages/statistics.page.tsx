import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { entryCalendars, readingCalendar } from '#platform/language/calendar.ts';
import { isProblem } from '#platform/problem.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { DimensionCard } from '../components/dimension-card.tsx';
import { LoadCard } from '../components/load-card.tsx';
import { PeriodBar } from '../components/period-bar.tsx';
import { PeriodTiles } from '../components/period-tiles.tsx';
import { PrintButton } from '../components/print-button.tsx';
import { SeriesCard } from '../components/series-card.tsx';
import { SexAgeCard } from '../components/sex-age-card.tsx';
import { TodayPart } from '../components/today-part.tsx';
import { type View, ViewContext } from '../components/use-view.ts';
import { ViewForm } from '../components/view-form.tsx';
import { namesOfCodes } from '../names-of-codes.server.ts';
import { compareStatistics } from '../queries/compare-statistics.query.server.ts';
import { viewStatistics } from '../queries/view-statistics.query.server.ts';
import { type StatisticsParams, statisticsParams } from '../statistics.schemas.ts';
import '../components/statistics.css';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const asked = Object.fromEntries(
    [...new URL(request.url).searchParams].filter(([, value]) => value !== ''),
  );
  const reading = actor.calendar ?? readingCalendar(web.language);
  const params = statisticsParams.safeParse({ calendar: reading, ...asked });
  const read = (wanted: Partial<StatisticsParams>) =>
    Promise.all([web.read(viewStatistics, wanted), web.read(compareStatistics, wanted)]);
  let isOther = !params.success;
  const [view, before] = await read(params.success ? params.data : {}).catch((error: unknown) => {
    // A period that there is not: the running month is shown, and the page says so.
    if (!isProblem(error) || error.code !== 'input.invalid') throw error;
    isOther = true;
    return read({});
  });
  return {
    ...view,
    before,
    isOther,
    compare: params.success ? params.data.compare : 'before',
    names: namesOfCodes(view.tables ?? [], web.language),
    mayFollowUp: web.house.policy.mayEver(actor, 'follow-up.list'),
    mayRelease: web.house.policy.mayEver(actor, 'release.list'),
    country: actor.centre.country,
    // A centre that speaks Dari has the calendar of those who speak it, wherever it stands.
    calendars: [
      ...new Set([
        ...entryCalendars({ language: web.language, country: actor.centre.country }),
        ...actor.centre.languages.map(readingCalendar),
        view.period.calendar,
      ]),
    ],
  };
}

export default function StatisticsPage() {
  const t = useText('statistics');
  const { language } = usePageTexts();
  const page = useLoaderData<typeof loader>();
  const { own, period, threshold, tables, series, sexAge, load } = page;
  const view: View = {
    period,
    site: page.site,
    own,
    compare: page.compare,
    threshold,
    seesRecords: page.seesRecords,
    reader: { language, country: page.country, calendar: period.calendar },
    sites: page.sites,
    names: page.names,
  };
  const isOneSite = page.sites.length < 2 || page.site !== null;
  const place = page.sites.find(({ id }) => id === page.site)?.name;
  const cards = tables
    ?.filter(({ dimension }) =>
      dimension === 'site' ? !isOneSite : !(sexAge && (dimension === 'sex' || dimension === 'ageBand')),
    )
    .map((table) => <DimensionCard key={table.dimension} table={table} />);
  return (
    <ViewContext value={view}>
      <PageHeader title={t(own ? 'titleOwn' : 'title')} note={t(own ? 'noteOwn' : 'note')}>
        {page.mayRelease && <LinkButton to="/staff/statistics/releases">{t('releases:log.open')}</LinkButton>}
        <LinkButton to="/staff/statistics/definitions" icon="info">
          {t('definition.all')}
        </LinkButton>
        <PrintButton label={t('print')} />
      </PageHeader>
      {page.isOther && <Notice tone="attention">{t('period.other')}</Notice>}
      <section className="statistics-part" aria-labelledby="period-title">
        <PeriodBar
          previous={page.previous}
          next={page.next}
          running={page.running}
          today={page.today}
          mayChooseKind={page.mayChooseKind}
        />
        <p className="statistics-place">
          {place ?? t('form.allSites')}
          {page.running && <> · {t('period.running')}</>}
        </p>
        {page.mayChooseKind && (
          <ViewForm mayChooseWhose={page.mayChooseWhose} calendars={page.calendars} today={page.today} />
        )}
        {threshold !== undefined && <Notice>{t('guarded', { threshold })}</Notice>}
        <PeriodTiles totals={page.totals} online={page.online} before={page.before} />
      </section>
      {page.day && <TodayPart today={page.today} day={page.day} mayFollowUp={page.mayFollowUp} />}
      {series && <SeriesCard series={series} />}
      {cards ? (
        <div className="statistics-charts">
          {cards.slice(0, 2)}
          {sexAge && <SexAgeCard table={sexAge} />}
          {cards.slice(2)}
        </div>
      ) : (
        <Notice>{t('period.runningGuarded')}</Notice>
      )}
      {load && <LoadCard load={load} />}
    </ViewContext>
  );
}
