import { useLoaderData } from 'react-router';
import { formatDay, formatMoment } from '#platform/language/format-date.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';
import type { loader } from '../pages/account-sign-in.page.tsx';
import { StepUpField } from './code-field.tsx';
import { PasskeyButton } from './passkey-button.tsx';

/** One's passkeys, and a new one. */
export function PasskeysCard({ of }: { of: (part: string) => object | undefined }) {
  const t = useText('staff');
  const { devices, keys, needsCode, withoutPasskeys } = useLoaderData<typeof loader>();
  const hydrated = useHydrated();
  return (
    <Card title={t('passkey.title')} id="passkeys">
      <p>{t('passkey.what')}</p>
      {devices.passkeys.length > 0 && (
        <ul className="m-0 mt-4 mb-4 grid list-none gap-3 p-0">
          {devices.passkeys.map((passkey) => (
            <li key={passkey.id} className="border-line border-t pt-3">
              <PasskeyLine passkey={passkey} />
              <details className="fold mt-2">
                <summary>{t('passkey.remove')}</summary>
                <div className="fold-body">
                  <PageForm formKey={keys[0] + passkey.id.slice(0, 8)} submitted={of(`remove-passkey`)}>
                    <input type="hidden" name="passkeyId" value={passkey.id} />
                    <p>{t('passkey.remove-text')}</p>
                    <StepUpField needed={needsCode} />
                    <div className="form-actions">
                      <SubmitButton tone="danger" size="small" name="part" value="remove-passkey">
                        {t('passkey.remove-do')}
                      </SubmitButton>
                    </div>
                  </PageForm>
                </div>
              </details>
            </li>
          ))}
        </ul>
      )}
      {withoutPasskeys ? (
        <p className="text-ink-soft">{t(`passkey.why.${withoutPasskeys}`)}</p>
      ) : (
        <PageForm key={keys[1]} formKey={keys[1]} submitted={of('passkey')}>
          <input type="hidden" name="part" value="passkey" />
          <TextField name="name" label={t('passkey.name')} hint={t('passkey.name-hint')} maxLength={60} />
          <StepUpField needed={needsCode} />
          {!hydrated && <p className="text-ink-soft">{t('passkey.needs-script')}</p>}
          <PasskeyButton address="/staff/passkey/register" label={t('passkey.add')} tone="primary" withForm />
        </PageForm>
      )}
    </Card>
  );
}

type Passkey = Awaited<ReturnType<typeof loader>>['devices']['passkeys'][number];

function PasskeyLine({ passkey }: { passkey: Passkey }) {
  const t = useText('staff');
  const { language } = usePageTexts();
  const { timeZone, host } = useLoaderData<typeof loader>();
  const since = formatMoment(new Date(passkey.since), { language, timeZone });
  return (
    <>
      <strong>
        <Bdi>{passkey.name}</Bdi>
      </strong>{' '}
      {passkey.suspected && <Badge tone="attention">{t('passkey.suspected')}</Badge>}
      <div className="text-sm text-ink-soft">
        {t('passkey.since', { since })} ·{' '}
        {passkey.lastUsedOn
          ? t('passkey.used', { day: formatDay(passkey.lastUsedOn, { language }) })
          : t('passkey.unused')}
        {passkey.synced && <> · {t('passkey.synced')}</>}
        {passkey.rpId !== host && (
          <>
            {' '}
            · {t('passkey.elsewhere')} <Bdi ltr>{passkey.rpId}</Bdi>
          </>
        )}
      </div>
      {passkey.suspected && <p className="mt-2 mb-0">{t('passkey.suspected-text')}</p>}
    </>
  );
}
