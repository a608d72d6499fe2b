import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { readingCalendar } from '#platform/language/calendar.ts';
import { calendars } from '#platform/language/interface-languages.ts';
import { formatDay } from '#platform/language/format-date.ts';
import { forbidden } from '#platform/problem.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Card } from '#ui/card.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { definitions } from '../definitions.ts';
import { shownDimensions } from '../statistics.ts';
import '../components/statistics.css';

export function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  if (!web.house.policy.mayEver(actor, 'statistics.view')) throw forbidden();
  const calendar = calendars.find((name) => name === actor.calendar) ?? readingCalendar(web.language);
  return { calendar, country: actor.centre.country };
}

/** What each number counts, in words: to be read beside it, or handed on with it. */
export default function DefinitionsPage() {
  const t = useText('statistics');
  const { language } = usePageTexts();
  const reader = { language, ...useLoaderData<typeof loader>() };
  return (
    <>
      <PageHeader
        title={t('definition.title')}
        note={t('definition.note')}
        back={{ to: '/staff/statistics', label: t('title') }}
      />
      <div className="statistics-definitions">
        <Card title={t('definition.rules')} id="rules">
          <ul className="statistics-rules">
            {(['units', 'period', 'unknown', 'restricted', 'compared', 'small'] as const).map((rule) => (
              <li key={rule}>{t(`definition.rule.${rule}`)}</li>
            ))}
          </ul>
        </Card>
        {definitions.map(({ id, indicator, version, since }) => (
          <Card key={id} id={id} title={t(`unit.${id}`)}>
            <dl className="statistics-facts">
              {(['counts', 'leavesOut', 'unit', 'source'] as const).map((fact) => (
                <div key={fact}>
                  <dt>{t(`definition.${fact}`)}</dt>
                  <dd>{t(`definition.${id}.${fact}`)}</dd>
                </div>
              ))}
              <div>
                <dt>{t('definition.version')}</dt>
                <dd>
                  {t('definition.versionIs', { version, since: formatDay(since, reader) })}
                  {indicator && <> · {t('definition.indicator', { indicator })}</>}
                </dd>
              </div>
            </dl>
          </Card>
        ))}
        <Card title={t('definition.divisions')} id="divisions">
          <p className="field-hint">{t('definition.divisionRule')}</p>
          <dl className="statistics-facts">
            {shownDimensions.map((dimension) => (
              <div key={dimension}>
                <dt>{t(`dimension.${dimension}`)}</dt>
                <dd>{t(`rule.${dimension}`)}</dd>
              </div>
            ))}
          </dl>
        </Card>
      </div>
    </>
  );
}
