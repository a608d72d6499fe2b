import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Notice } from '#ui/notice.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { isOpen, type TransferState } from '../transfer.ts';

interface SenderStepsProps {
  page: {
    state: TransferState;
    to: string;
    abroad: boolean;
    keys: string[];
    sendingFault: string | undefined;
    may: { send: boolean; close: boolean };
  };
  refused: (act: string) => unknown;
}

/** What the sending centre can do now. */
export function SenderSteps({ page, refused }: SenderStepsProps) {
  const t = useText('transfers');
  const { state, keys, may } = page;
  return (
    <>
      {state === 'proposed' && (
        <Card id="send" title={t('send.title', { centre: page.to })}>
          {page.sendingFault ? (
            <Notice tone="attention" title={t(`problem.${page.sendingFault}.title`)}>
              <p>{t(`problem.${page.sendingFault}.next`)}</p>
            </Notice>
          ) : (
            <p>{t('send.text')}</p>
          )}
          {may.send && (
            <PageForm formKey={keys[0] ?? ''} submitted={refused('send')} action="?act=send">
              {page.abroad && (
                <Checkbox name="countryChecked" label={t('send.country')} hint={t('send.country-hint')} />
              )}
              <div className="form-actions">
                <SubmitButton>{t('send.do')}</SubmitButton>
              </div>
            </PageForm>
          )}
        </Card>
      )}
      {state === 'clarification' && (
        <Card id="clarify" title={t('clarify.title')}>
          <PageForm formKey={keys[1] ?? ''} submitted={refused('clarify')} action="?act=clarify">
            <TextArea name="text" label={t('clarify.answer')} maxLength={1_000} rows={3} />
            <div className="form-actions">
              <SubmitButton>{t('clarify.do')}</SubmitButton>
            </div>
          </PageForm>
        </Card>
      )}
      {isOpen(state) && (
        <Card id="revoke" title={t('revoke.title')}>
          <p className="mb-4">{t('revoke.text')}</p>
          <PageForm formKey={keys[2] ?? ''} submitted={refused('revoke')} action="?act=revoke">
            <div className="form-actions">
              <SubmitButton tone="danger">{t('revoke.do')}</SubmitButton>
            </div>
          </PageForm>
        </Card>
      )}
      {(state === 'active_at_receiver' || state === 'confirmed_by_client') && may.close && (
        <Card id="close" title={t('close.title')}>
          <p className="mb-4">{t(`close.text-${state}`)}</p>
          <PageForm formKey={keys[3] ?? ''} submitted={refused('close')} action="?act=close">
            <div className="form-actions">
              <SubmitButton tone="secondary">{t('close.do')}</SubmitButton>
            </div>
          </PageForm>
        </Card>
      )}
    </>
  );
}
