import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextArea } from '#ui/text-area.tsx';
import type { AskState } from '../network.ts';

interface OwnAskItemProps {
  ask: { id: string; key: string; at: string; state: AskState; mayInquire: boolean; knownCentre?: string };
  submitted: unknown;
}

const tones = {
  asked: 'plain',
  nobody: 'plain',
  may_be_known: 'attention',
  inquired: 'teal',
  known: 'success',
  cannot_say: 'plain',
} as const;

/** One's own question: what came back, and what can be done now. */
export function OwnAskItem({ ask, submitted }: OwnAskItemProps) {
  const t = useText('network');
  return (
    <li className="grid gap-2">
      <p className="toolbar">
        <Badge tone={tones[ask.state]}>{t(`ask-state.${ask.state}`)}</Badge>
        <span className="field-hint">{ask.at}</span>
      </p>
      {ask.state === 'known' && (
        <p>
          {t('asks.known-at')} <Bdi>{ask.knownCentre}</Bdi>. {t('asks.known-next')}
        </p>
      )}
      {ask.mayInquire && (
        <PageForm formKey={ask.key} submitted={submitted} action="?act=inquire">
          <input type="hidden" name="askId" value={ask.id} />
          <TextArea
            name="reason"
            label={t('inquire.reason')}
            hint={t('inquire.reason-hint')}
            maxLength={600}
            rows={3}
          />
          <div className="form-actions">
            <SubmitButton>{t('inquire.do')}</SubmitButton>
          </div>
        </PageForm>
      )}
    </li>
  );
}
