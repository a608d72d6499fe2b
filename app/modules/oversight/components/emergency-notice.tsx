import { formatTime } from '#platform/language/format-date.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Notice } from '#ui/notice.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TimeLeft } from './time-left.tsx';

interface EmergencyNoticeProps {
  emergency: { breakGlassId: string; endsAt: string };
  timeZone: string;
  formKey: string;
}

/** Stands on a file that is open for an emergency only: until when, and a button to end it. */
export function EmergencyNotice({ emergency, timeZone, formKey }: EmergencyNoticeProps) {
  const t = useText('clients');
  const { language } = usePageTexts();
  const endsAt = new Date(emergency.endsAt);
  return (
    <Notice tone="danger" title={t('view.emergency')}>
      <p>
        {t('view.emergency-text', { time: formatTime(endsAt, { language, timeZone }) })}{' '}
        <TimeLeft until={endsAt} />
      </p>
      <PageForm
        formKey={formKey}
        action={`/staff/oversight/${emergency.breakGlassId}?act=close`}
        className="inline-form"
      >
        <SubmitButton size="small" tone="secondary">
          {t('view.emergency-end')}
        </SubmitButton>
      </PageForm>
    </Notice>
  );
}
