import { useLoaderData } from 'react-router';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { loader } from '../pages/account-sign-in.page.tsx';
import { StepUpField } from './code-field.tsx';

/** The PIN of one's locked screen: set, replaced, taken away. */
export function PinCard({ of }: { of: (part: string) => object | undefined }) {
  const t = useText('staff');
  const { devices, keys, needsCode } = useLoaderData<typeof loader>();
  return (
    <Card title={t('pin.title')} id="pin">
      <p>{t('pin.what')}</p>
      <p className="mb-4">
        <strong>{t(`pin.state.${devices.pin}`)}</strong>
      </p>
      <PageForm key={keys[2]} formKey={keys[2]} submitted={of('pin')}>
        <TextField
          name="pin"
          type="password"
          label={t('pin.new')}
          hint={t('pin.new-hint')}
          inputMode="numeric"
          autoComplete="off"
          dir="ltr"
          width="short"
          maxLength={20}
        />
        <StepUpField needed={needsCode} />
        <div className="form-actions">
          <SubmitButton name="part" value="pin">
            {t(devices.pin === 'none' ? 'pin.set' : 'pin.replace')}
          </SubmitButton>
        </div>
      </PageForm>
      {devices.pin !== 'none' && (
        <PageForm formKey={keys[3]} submitted={of('remove-pin')} className="mt-3">
          <div className="form-actions">
            <SubmitButton name="part" value="remove-pin" tone="quiet" size="small">
              {t('pin.remove')}
            </SubmitButton>
          </div>
        </PageForm>
      )}
    </Card>
  );
}
