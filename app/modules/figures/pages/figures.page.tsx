import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { readingCalendar } from '#platform/language/calendar.ts';
import { formatDay, formatMonth } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { StatTile, StatTiles } from '#ui/stat-tile.tsx';
import { BreakdownCard } from '../components/breakdown-card.tsx';
import { CellValue } from '../components/cell-value.tsx';
import { MonthTiles } from '../components/month-tiles.tsx';
import { PrintButton } from '../components/print-button.tsx';
import { useShowCell } from '../components/use-show-cell.ts';
import { figuresParams } from '../figures.schemas.ts';
import { compareFigures } from '../queries/compare-figures.query.server.ts';
import { viewFigures } from '../queries/view-figures.query.server.ts';
import '../components/figures.css';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const asked = new URL(request.url).searchParams;
  // An address may name its calendar, so that a link means the same month to whoever opens it.
  const params = figuresParams.safeParse({
    month: asked.get('month') ?? undefined,
    calendar: asked.get('calendar') ?? actor.calendar ?? readingCalendar(web.language),
  });
  const wanted = params.success ? params.data : {};
  const [figures, before] = await Promise.all([
    web.read(viewFigures, wanted),
    web.read(compareFigures, wanted),
  ]);
  return {
    ...figures,
    before,
    mayFollowUp: web.house.policy.mayEver(actor, 'follow-up.list'),
    country: actor.centre.country,
  };
}

export default function FiguresPage() {
  const t = useText('figures');
  const { language } = usePageTexts();
  const { own, today, month, day, totals, breakdown, before, threshold, mayFollowUp, country } =
    useLoaderData<typeof loader>();
  const show = useShowCell(threshold);
  const reader = { language, country, calendar: month.calendar };
  const monthAt = (name: string) => `?${new URLSearchParams({ month: name, calendar: month.calendar })}`;
  const followUps = mayFollowUp ? `/staff/follow-ups?whose=${own ? 'mine' : 'all'}` : undefined;
  const isLate = day.followUpsOverdue.kind !== 'count' || day.followUpsOverdue.n > 0;
  return (
    <>
      <PageHeader title={t(own ? 'titleOwn' : 'title')} note={t(own ? 'noteOwn' : 'note')}>
        <PrintButton label={t('print')} />
      </PageHeader>
      <section className="figures-part" aria-labelledby="today-title">
        <h2 id="today-title">{t('today.title', { day: formatDay(today, reader) })}</h2>
        <StatTiles>
          <StatTile
            label={t(own ? 'today.arrivalsOwn' : 'today.arrivals')}
            value={<CellValue cell={day.arrivals} threshold={threshold} />}
            note={
              own ? undefined : t('today.arrivalsNote', { waiting: show(day.waiting), left: show(day.left) })
            }
            to={own ? undefined : '/staff'}
          />
          <StatTile
            label={t('today.contacts')}
            value={<CellValue cell={day.contacts} threshold={threshold} />}
            note={t('today.contactsNote')}
          />
          <StatTile
            label={t('today.people')}
            value={<CellValue cell={day.people} threshold={threshold} />}
            note={t('today.peopleNote')}
          />
          <StatTile
            label={t('today.overdue')}
            value={<CellValue cell={day.followUpsOverdue} threshold={threshold} />}
            note={t('today.overdueNote')}
            tone={isLate ? 'attention' : 'plain'}
            to={followUps}
          />
          <StatTile
            label={t('today.due')}
            value={<CellValue cell={day.followUpsDue} threshold={threshold} />}
            note={t('today.dueNote')}
            to={followUps}
          />
        </StatTiles>
      </section>
      <section className="figures-part" aria-labelledby="month-title">
        <div className="figures-month">
          <h2 id="month-title">{formatMonth(month.firstDay, reader)}</h2>
          <nav className="toolbar" aria-label={t('month.choose')}>
            <LinkButton size="small" icon="back" to={monthAt(month.previous)} rel="prev">
              {t('month.previous')}
            </LinkButton>
            {month.next && (
              <LinkButton size="small" to={monthAt(month.next)} rel="next">
                {t('month.next')}
              </LinkButton>
            )}
            {!month.running && (
              <LinkButton size="small" tone="quiet" to="?">
                {t('month.this')}
              </LinkButton>
            )}
          </nav>
        </div>
        {month.running && breakdown && <p className="field-hint">{t('month.running')}</p>}
        <MonthTiles own={own} totals={totals} before={before} threshold={threshold} reader={reader} />
      </section>
      {breakdown ? (
        <div className="figures-charts">
          <BreakdownCard kind="channel" table={breakdown.channel} threshold={threshold} />
          <BreakdownCard kind="topic" table={breakdown.topic} threshold={threshold} />
          <BreakdownCard kind="language" table={breakdown.language} threshold={threshold} />
        </div>
      ) : (
        <Notice>{t('month.runningGuarded')}</Notice>
      )}
    </>
  );
}
