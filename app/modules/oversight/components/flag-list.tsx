import { Link } from 'react-router';
import { formatDay, formatTime } from '#platform/language/format-date.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import type { RefusedForm } from '#platform/web/submit-form.server.ts';
import { Bdi } from '#ui/bdi.tsx';
import { RadioGroup } from '#ui/choice-group.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextArea } from '#ui/text-area.tsx';
import type { FlagKind, FlagState } from '../unusual-reading.ts';

interface ShownFlag {
  id: string;
  key: string;
  kind: FlagKind;
  reader: string;
  readerId: string;
  day: string;
  count: number;
  usual: number | null;
  from: string;
  to: string;
  state: FlagState;
  reviewedBy: string | null;
  note?: string;
}

interface FlagListProps {
  flags: readonly ShownFlag[];
  timeZone: string;
  refused?: RefusedForm & { flagId: string };
}

/** Each flag as a sentence, with the way to the looks it rests on, and what a reviewer says of it. */
export function FlagList({ flags, timeZone, refused }: FlagListProps) {
  const t = useText('oversight');
  const { language } = usePageTexts();
  const reader = { language, timeZone };
  const time = (instant: string) => formatTime(new Date(instant), reader);
  return (
    <ul className="flag-list">
      {flags.map((flag) => (
        <li key={flag.id} className="card">
          <p className="flag-text">
            {t(`flag.${flag.kind}`, { name: flag.reader, count: flag.count })}{' '}
            {(flag.usual ?? 0) > 0 && t('flags.usual', { usual: flag.usual ?? 0 })}
          </p>
          <p className="field-hint">
            {formatDay(flag.day, reader)},{' '}
            <Bdi ltr>
              {time(flag.from)}–{time(flag.to)}
            </Bdi>{' '}
            ·{' '}
            <Link to={`/staff/audit?staff=${flag.readerId}&from=${flag.day}&to=${flag.day}`}>
              {t('flags.events')}
            </Link>
          </p>
          {flag.state === 'open' ? (
            <details open={refused?.flagId === flag.id}>
              <summary>{t('form.open')}</summary>
              <PageForm
                formKey={flag.key}
                submitted={refused?.flagId === flag.id ? refused : undefined}
                action={`?flag=${flag.id}`}
              >
                <RadioGroup
                  name="state"
                  legend={t('form.state')}
                  layout="chips"
                  options={(['explained', 'follow_up'] as const).map((value) => ({
                    value,
                    label: t(`flags.${value}`),
                  }))}
                />
                <TextArea
                  name="note"
                  label={t('form.note')}
                  hint={t('form.note-hint')}
                  rows={2}
                  maxLength={1_000}
                  required
                />
                <div className="form-actions">
                  <SubmitButton tone="secondary" size="small">
                    {t('form.save')}
                  </SubmitButton>
                </div>
              </PageForm>
            </details>
          ) : (
            <>
              <p>{t('flags.reviewed', { state: t(`flags.${flag.state}`), name: flag.reviewedBy ?? '' })}</p>
              <p dir="auto">{flag.note}</p>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
