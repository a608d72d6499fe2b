import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import type { RefusedForm } from '#platform/web/submit-form.server.ts';
import { Card } from '#ui/card.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { FactRow } from '../fact.tables.server.ts';
import { useFactLabels } from './use-fact-labels.ts';

export interface FactCheckProps {
  fact: Pick<FactRow, 'version' | 'source_title' | 'source_date' | 'source_url' | 'checked_on'>;
  isOverdue: boolean;
  /** The asker wrote it last, so somebody else must confirm. */
  isOwn: boolean;
  formKey: string;
  submitted: RefusedForm | undefined;
}

/** "I have looked at the source today." Where one may not say so, why not. */
export function FactCheck({ fact, isOverdue, isOwn, formKey, submitted }: FactCheckProps) {
  const t = useText('facts');
  const labels = useFactLabels();
  const isBare = !fact.source_title || !fact.source_date;
  const isFresh = fact.checked_on !== null && !isOverdue;
  return (
    <Card id="check" title={t(isFresh ? 'check.again' : 'check.title')} tone={isFresh ? 'sand' : 'plain'}>
      {isBare ? (
        <p>{t('check.noSource')}</p>
      ) : isOwn ? (
        <p>{t('check.own')}</p>
      ) : (
        <PageForm action="?do=confirm" formKey={formKey} submitted={submitted} labels={labels}>
          <p>
            {t('check.text')}{' '}
            {fact.source_url && (
              <a href={fact.source_url} target="_blank" rel="noreferrer">
                {t('check.open')}
              </a>
            )}
          </p>
          <input type="hidden" name="version" value={fact.version} />
          <TextField
            name="reviewDue"
            label={t('form.reviewDue')}
            hint={t('form.reviewDue-hint')}
            type="date"
            width="short"
            optional
          />
          <SubmitButton icon="check" tone={isFresh ? 'secondary' : 'primary'}>
            {t('check.confirm')}
          </SubmitButton>
        </PageForm>
      )}
    </Card>
  );
}
