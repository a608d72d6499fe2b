import { useLoaderData } from 'react-router';
import { formatDay } from '#platform/language/format-date.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import type { loader } from '../pages/account-sign-in.page.tsx';

/** One's account at the network's provider: linked by oneself, and taken away again. */
export function ProviderCard({ of }: { of: (part: string) => object | undefined }) {
  const t = useText('staff');
  const { language } = usePageTexts();
  const { devices, provider, keys } = useLoaderData<typeof loader>();
  const link = devices.provider;
  if (!provider && !link) return null;
  const name = provider?.name ?? t('provider.former');
  return (
    <Card title={t('provider.card.title', { name })} id="provider">
      <p>{t('provider.card.what', { name })}</p>
      <p className="mb-4">
        <strong>
          {link
            ? t('provider.card.linked', { day: formatDay(link.linkedOn, { language }) })
            : t('provider.card.not-linked')}
        </strong>
      </p>
      {provider && !link && (
        <PageForm formKey={keys[7]} action="/staff/sign-in/provider" reloadDocument submitted={undefined}>
          <input type="hidden" name="purpose" value="link" />
          <div className="form-actions">
            <SubmitButton>{t('provider.card.link', { name })}</SubmitButton>
          </div>
        </PageForm>
      )}
      {link && (
        <PageForm formKey={keys[8]} submitted={of('unlink-provider')}>
          <div className="form-actions">
            <SubmitButton name="part" value="unlink-provider" tone="secondary">
              {t('provider.card.unlink')}
            </SubmitButton>
          </div>
        </PageForm>
      )}
    </Card>
  );
}
