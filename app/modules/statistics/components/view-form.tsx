import { useText } from '#platform/web/page-texts.ts';
import { Button } from '#ui/button.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { isRunning, lastDayOf } from '../period.ts';
import type { CalendarName } from '#platform/language/interface-languages.ts';
import { useView } from './use-view.ts';

interface ViewFormProps {
  mayChooseWhose: boolean;
  calendars: readonly CalendarName[];
  today: string;
}

/** Place, own dates, calendar and comparison. Two forms that send their choices in the address; no script needed. */
export function ViewForm({ mayChooseWhose, calendars, today }: ViewFormProps) {
  const t = useText('statistics');
  const view = useView();
  const { period } = view;
  const shared = (
    <>
      {view.sites.length > 1 && (
        <Select
          name="site"
          label={t('form.site')}
          blank={t('form.allSites')}
          options={view.sites.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={view.site ?? ''}
        />
      )}
      {mayChooseWhose && (
        <Select
          name="whose"
          label={t('form.whose')}
          options={(['all', 'mine'] as const).map((value) => ({ value, label: t(`form.whoseIs.${value}`) }))}
          defaultValue={view.own ? 'mine' : 'all'}
        />
      )}
      <Select
        name="compare"
        label={t('form.compare')}
        options={(['before', 'year'] as const).map((value) => ({
          value,
          label: t(`form.compareWith.${value}`),
        }))}
        defaultValue={view.compare}
      />
      {calendars.length > 1 && (
        <Select
          name="calendar"
          label={t('form.calendar')}
          options={calendars.map((value) => ({ value, label: t(`form.calendarIs.${value}`) }))}
          defaultValue={period.calendar}
        />
      )}
    </>
  );
  return (
    <details className="fold statistics-form">
      <summary>{t('form.title')}</summary>
      <form method="get" className="statistics-fields">
        <input type="hidden" name="kind" value={period.kind} />
        {period.kind === 'own' ? (
          <>
            <input type="hidden" name="from" value={period.firstDay} />
            <input type="hidden" name="to" value={lastDayOf(period)} />
          </>
        ) : (
          <input type="hidden" name="day" value={isRunning(period, today) ? today : period.firstDay} />
        )}
        {shared}
        <Button type="submit" tone="secondary">
          {t('form.show')}
        </Button>
      </form>
      <form method="get" className="statistics-fields">
        <input type="hidden" name="kind" value="own" />
        {view.site && <input type="hidden" name="site" value={view.site} />}
        <input type="hidden" name="whose" value={view.own ? 'mine' : 'all'} />
        <input type="hidden" name="compare" value={view.compare} />
        <input type="hidden" name="calendar" value={period.calendar} />
        <TextField
          name="from"
          type="date"
          label={t('form.from')}
          defaultValue={period.firstDay}
          max={today}
          dir="ltr"
          required
        />
        <TextField
          name="to"
          type="date"
          label={t('form.to')}
          defaultValue={lastDayOf(period) < today ? lastDayOf(period) : today}
          dir="ltr"
          required
        />
        <Button type="submit" tone="secondary">
          {t('form.showOwn')}
        </Button>
      </form>
    </details>
  );
}
