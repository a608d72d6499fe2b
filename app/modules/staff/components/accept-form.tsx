import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { OpenInvitation } from '../accept-link.server.ts';
import type { NewSecondFactor } from '../second-factor.server.ts';
import { PassphraseFields } from './passphrase-fields.tsx';
import { SecondFactorFields } from './second-factor-fields.tsx';
import { VouchForm } from './vouch-form.tsx';

export interface AcceptFormProps {
  /** `isVoid`: the link opens nothing any more, and trying again would not help. */
  submitted?: { invitation?: OpenInvitation; factor?: NewSecondFactor; isVoid?: boolean };
}

/** First a button, then, for a valid link, the passphrase and the second factor. */
export function AcceptForm({ submitted }: AcceptFormProps) {
  const t = useText('staff');
  const { invitation, factor, isVoid } = submitted ?? {};
  if (!invitation || !factor) {
    return (
      <>
        <h1>{t('accept.title')}</h1>
        {!isVoid && <p>{t('accept.text')}</p>}
        <PageForm submitted={submitted}>
          {!isVoid && (
            <SubmitButton name="intent" value="open">
              {t('accept.open')}
            </SubmitButton>
          )}
        </PageForm>
      </>
    );
  }
  if (invitation.waits) return <VouchForm submitted={submitted} invitation={invitation} />;
  const joins = invitation.kind === 'join';
  return (
    <>
      <h1>{t(joins ? 'accept.welcome' : 'accept.again', { name: invitation.name })}</h1>
      <p>{t(joins ? 'accept.join-text' : 'accept.again-text')}</p>
      <p className="text-ink-soft">
        {t('accept.sign-in-with')} <Bdi ltr>{invitation.email}</Bdi>
      </p>
      <PageForm submitted={submitted}>
        <input type="hidden" name="seed" value={factor.seed} />
        {/* Password managers keep the passphrase under this name. */}
        <input type="hidden" name="username" autoComplete="username" value={invitation.email} readOnly />
        {joins ? (
          <PassphraseFields />
        ) : (
          <TextField
            name="passphrase"
            type="password"
            label={t('passphrase.present')}
            autoComplete="current-password"
            dir="ltr"
            maxLength={200}
          />
        )}
        <SecondFactorFields factor={factor} />
        <SubmitButton name="intent" value="accept">
          {t('accept.do')}
        </SubmitButton>
      </PageForm>
    </>
  );
}
