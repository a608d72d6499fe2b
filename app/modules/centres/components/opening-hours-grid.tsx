import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Button } from '#ui/button.tsx';
import { FieldError } from '#ui/field-error.tsx';
import { useField } from '#ui/form-state.ts';
import type { OpeningHours } from '../centre.tables.server.ts';
import { openingsPerDay, timeName } from '../form-shapes.ts';
import { type Weekday, weekFrom } from '../opening-hours.ts';
import { weekdayName } from '../weekday-name.ts';

interface OpeningHoursGridProps {
  hours?: readonly OpeningHours[];
  /** 0 Sunday … 6 Saturday. */
  weekStart: number;
}

/** The week as a grid with two openings a day. A day left blank is closed. Plain time fields, so that it needs no script. */
export function OpeningHoursGrid({ hours = [], weekStart }: OpeningHoursGridProps) {
  const t = useText('centres');
  const { language } = usePageTexts();
  return (
    <fieldset className="fieldset" data-size="section">
      <legend>{t('hours.title')}</legend>
      <p className="field-hint">{t('hours.hint')}</p>
      <div className="grid gap-px overflow-hidden rounded-lg border border-line bg-line">
        {weekFrom(weekStart).map((day) => (
          <DayRow
            key={day}
            day={day}
            name={weekdayName(day, language)}
            openings={hours.filter((each) => each.day === day)}
          />
        ))}
      </div>
      <div className="form-actions">
        <Button tone="secondary" size="small" name="fill" value="hours">
          {t('hours.fill')}
        </Button>
        <span className="field-hint">{t('hours.fill-hint')}</span>
      </div>
    </fieldset>
  );
}

function DayRow({ day, name, openings }: { day: Weekday; name: string; openings: readonly OpeningHours[] }) {
  const t = useText('centres');
  return (
    <div
      role="group"
      aria-label={name}
      className="grid gap-x-6 gap-y-2 bg-surface px-4 py-2.5 md:grid-cols-[8rem_1fr_1fr] md:items-center"
    >
      <strong className="font-semibold">{name}</strong>
      {openingsPerDay.map((opening) => (
        <div key={opening} className="grid grid-cols-[1fr_auto_1fr] items-start gap-2">
          <TimeField
            name={timeName(day, 'from', opening)}
            label={t(`hours.from-${opening}`, { day: name })}
            value={openings[opening - 1]?.from}
          />
          <span className="pt-2 text-ink-soft" aria-hidden="true">
            –
          </span>
          <TimeField
            name={timeName(day, 'to', opening)}
            label={t(`hours.to-${opening}`, { day: name })}
            value={openings[opening - 1]?.to}
          />
        </div>
      ))}
    </div>
  );
}

function TimeField({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  const field = useField(name);
  return (
    <div>
      <input
        type="time"
        className="input"
        id={field.id}
        name={name}
        aria-label={label}
        defaultValue={field.typed ?? value}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={field.error ? `${field.id}-error` : undefined}
      />
      <FieldError id={`${field.id}-error`} message={field.error} />
    </div>
  );
}
