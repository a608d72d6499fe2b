import { Link } from 'react-router';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import type { RefusedForm } from '#platform/web/submit-form.server.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFactLabels } from './use-fact-labels.ts';

export interface FactConflictsProps {
  conflicts: readonly { id: string; code: string; statement: string; note: string }[];
  mayChange: boolean;
  formKey: string;
  submitted: RefusedForm | undefined;
}

/** Sources that do not agree with this one; readers are shown both. */
export function FactConflicts({ conflicts, mayChange, formKey, submitted }: FactConflictsProps) {
  const t = useText('facts');
  const labels = useFactLabels();
  if (conflicts.length === 0 && !mayChange) return null;
  return (
    <Card id="conflicts" title={t('conflict.title')} tone={conflicts.length > 0 ? 'plain' : 'sand'}>
      {conflicts.map((conflict) => (
        <div key={conflict.id} className="item">
          <p>
            <Link to={`/staff/facts/${conflict.id}`}>
              <Bdi lang="en">{conflict.statement}</Bdi>
            </Link>
          </p>
          <p>
            <Bdi>{conflict.note}</Bdi>
          </p>
          {mayChange && (
            <PageForm action="?do=settle" formKey={`${formKey}.s.${conflict.code}`}>
              <input type="hidden" name="otherId" value={conflict.id} />
              <div>
                <SubmitButton tone="secondary" size="small">
                  {t('conflict.settle')}
                </SubmitButton>
              </div>
            </PageForm>
          )}
        </div>
      ))}
      {mayChange && (
        <details className="fold" open={submitted !== undefined}>
          <summary>{t('conflict.add')}</summary>
          <div className="fold-body">
            <PageForm action="?do=note" formKey={`${formKey}.n`} submitted={submitted} labels={labels}>
              <TextField
                name="otherCode"
                label={t('form.otherCode')}
                hint={t('form.otherCode-hint')}
                dir="ltr"
              />
              <TextArea name="note" label={t('form.note')} hint={t('form.note-hint')} maxLength={300} />
              <div>
                <SubmitButton tone="secondary">{t('conflict.save')}</SubmitButton>
              </div>
            </PageForm>
          </div>
        </details>
      )}
    </Card>
  );
}
