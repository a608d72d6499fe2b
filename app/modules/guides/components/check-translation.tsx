import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import type { RefusedForm } from '#platform/web/submit-form.server.ts';
import { Card } from '#ui/card.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';

export interface CheckTranslationProps {
  version: number;
  textVersion: number;
  isChecked: boolean;
  /** The asker wrote it, so somebody else must check. */
  isOwn: boolean;
  /** Blocks that are behind or missing. */
  open: number;
  formKey: string;
  submitted: RefusedForm | undefined;
}

/** The word of a second reader; where it cannot be given, why. */
export function CheckTranslation(props: CheckTranslationProps) {
  const { version, textVersion, isChecked, isOwn, open, formKey, submitted } = props;
  const t = useText('guides');
  return (
    <div className="mt-8">
      <Card id="check" title={t('second.title')} tone="sand">
        {isChecked ? (
          <p>{t('second.checked')}</p>
        ) : isOwn ? (
          <p>{t('second.own')}</p>
        ) : open > 0 ? (
          <p>{t('second.open')}</p>
        ) : (
          <PageForm action="?do=check" formKey={formKey} submitted={submitted}>
            <p>{t('second.text')}</p>
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="textVersion" value={textVersion} />
            <div>
              <SubmitButton icon="check">{t('second.save')}</SubmitButton>
            </div>
          </PageForm>
        )}
      </Card>
    </div>
  );
}
