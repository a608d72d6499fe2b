import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import type { Option } from '#ui/option.ts';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { rejectReasons, type TransferState } from '../transfer.ts';

interface ReceiverStepsProps {
  page: {
    state: TransferState;
    keys: string[];
    packet: unknown;
    person: { id: string } | undefined;
    colleagues: Option[];
    may: { accept: boolean; confirm: boolean };
  };
  refused: (act: string) => unknown;
}

/** What the receiving centre can do now. */
export function ReceiverSteps({ page, refused }: ReceiverStepsProps) {
  const t = useText('transfers');
  const { state, keys, may } = page;
  return (
    <>
      {state === 'sent' && !may.accept && <Notice title={t('accept.coordinator')} />}
      {state === 'clarification' && <Notice title={t('accept.waiting')} />}
      {state === 'sent' && may.accept && page.packet !== undefined && (
        <>
          <Card id="accept" title={t('accept.title')}>
            <p className="mb-4">{t('accept.text')}</p>
            <PageForm formKey={keys[0] ?? ''} submitted={refused('accept')} action="?act=accept">
              <Select
                name="assignedTo"
                label={t('accept.assign')}
                blank={t('accept.nobody')}
                options={page.colleagues}
                optional
              />
              <div className="form-actions">
                <SubmitButton>{t('accept.do')}</SubmitButton>
              </div>
            </PageForm>
          </Card>
          <Card id="ask-back" title={t('ask-back.title')}>
            <PageForm formKey={keys[1] ?? ''} submitted={refused('ask-back')} action="?act=ask-back">
              <TextArea name="text" label={t('ask-back.question')} maxLength={1_000} rows={3} />
              <div className="form-actions">
                <SubmitButton tone="secondary">{t('ask-back.do')}</SubmitButton>
              </div>
            </PageForm>
          </Card>
          <Card id="reject" title={t('reject.title')}>
            <p className="mb-4">{t('reject.text')}</p>
            <PageForm formKey={keys[2] ?? ''} submitted={refused('reject')} action="?act=reject">
              <Select
                name="reason"
                label={t('common:term.reason')}
                blank={t('common:answer.choose')}
                options={rejectReasons.map((value) => ({ value, label: t(`reject-reason.${value}`) }))}
              />
              <div className="form-actions">
                <SubmitButton tone="danger">{t('reject.do')}</SubmitButton>
              </div>
            </PageForm>
          </Card>
        </>
      )}
      {state === 'active_at_receiver' && page.person && may.confirm && (
        <Card id="confirm" title={t('confirm.title')}>
          <p className="mb-4">{t('confirm.text')}</p>
          <PageForm formKey={keys[3] ?? ''} submitted={refused('confirm')} action="?act=confirm">
            <div className="form-actions">
              <SubmitButton>{t('confirm.do')}</SubmitButton>
              <LinkButton to={`/staff/people/${page.person.id}/consent`}>{t('confirm.consent')}</LinkButton>
            </div>
          </PageForm>
        </Card>
      )}
    </>
  );
}
