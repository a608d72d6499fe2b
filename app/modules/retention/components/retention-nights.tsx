import { StepUpField } from '#modules/staff/index.tsx';
import { formatMoment } from '#platform/language/format-date.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import type { RunResult } from '../retention.tables.server.ts';

interface Props {
  runs: readonly { id: string; at: string; result: RunResult; counts: Record<string, number> }[];
  timeZone: string;
  mayConfirm: boolean;
  needsCode: boolean;
  formKey: string;
  submitted: unknown;
}

/** How the last nights went; where one stopped, what to do. */
export function RetentionNights({ runs, timeZone, mayConfirm, needsCode, formKey, submitted }: Props) {
  const t = useText('retention');
  const { language } = usePageTexts();
  const stopped = runs[0]?.result;
  return (
    <>
      {stopped === 'clock' && (
        <Notice tone="danger" title={t('nights.clock-title')}>
          <p>{t('nights.clock-text')}</p>
          {mayConfirm && (
            <PageForm formKey={formKey} submitted={submitted} action="?act=clock">
              <StepUpField needed={needsCode} />
              <div className="form-actions">
                <SubmitButton tone="secondary">{t('nights.clock-right')}</SubmitButton>
              </div>
            </PageForm>
          )}
        </Notice>
      )}
      {stopped === 'too-many' && (
        <Notice tone="attention" title={t('nights.too-many-title')}>
          {t('nights.too-many-text')}
        </Notice>
      )}
      <Card id="nights" title={t('nights.title')}>
        <p>{t('nights.next')}</p>
        <ul className="own-data-list">
          {runs.map((run) => (
            <li key={run.id}>
              <time dateTime={run.at}>{formatMoment(new Date(run.at), { language, timeZone }, 'short')}</time>{' '}
              <strong>{t(`nights.${run.result}`)}</strong>{' '}
              {Object.entries(run.counts)
                .filter(([name]) => name.includes('.'))
                .map(([name, count]) => {
                  const [kind = '', what = ''] = name.split('.');
                  return `${t(`class.${kind}`)}: ${t(`nights.count.${what}`, { count })}`;
                })
                .join(' · ')}
            </li>
          ))}
          {runs.length === 0 && <li>{t('nights.none')}</li>}
        </ul>
      </Card>
    </>
  );
}
