import { formatMoment } from '#platform/language/format-date.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { OpenInvitation } from '../accept-link.server.ts';
import type { AcceptFormProps } from './accept-form.tsx';
import { CodeField } from './code-field.tsx';

interface VouchFormProps {
  submitted: AcceptFormProps['submitted'];
  invitation: OpenInvitation;
}

/** A link of the recovery sheet that still waits: for a colleague's own sign-in, or for the hour. */
export function VouchForm({ submitted, invitation: { name, email, waits } }: VouchFormProps) {
  const t = useText('staff');
  const { language } = usePageTexts();
  const until = waits?.until && new Date(waits.until);
  return (
    <>
      <h1>{t(until ? 'vouch.wait-title' : 'vouch.title')}</h1>
      <p>{t('vouch.for', { name })}</p>
      <p className="text-ink-soft">
        <Bdi ltr>{email}</Bdi>
      </p>
      {until ? (
        <>
          <p>
            {t('vouch.wait-text', {
              when: formatMoment(until, { language, timeZone: waits?.timeZone ?? 'UTC' }),
            })}
          </p>
          <PageForm submitted={submitted}>
            <SubmitButton name="intent" value="open">
              {t('vouch.look-again')}
            </SubmitButton>
          </PageForm>
        </>
      ) : (
        <>
          <p>{t('vouch.text')}</p>
          {/* Nothing here is for the browser to keep: it may be the computer of whoever is locked out. */}
          <PageForm submitted={submitted}>
            <TextField
              name="email"
              type="email"
              label={t('vouch.email')}
              autoComplete="off"
              maxLength={200}
              required
            />
            <TextField
              name="passphrase"
              type="password"
              label={t('vouch.passphrase')}
              autoComplete="off"
              dir="ltr"
              maxLength={200}
              required
            />
            <CodeField label={t('vouch.code')} />
            <SubmitButton name="intent" value="vouch">
              {t('vouch.do')}
            </SubmitButton>
          </PageForm>
        </>
      )}
    </>
  );
}
