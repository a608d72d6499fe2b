import { useLoaderData } from 'react-router';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import type { loader } from '../pages/account-sign-in.page.tsx';

/** Marks this browser as a shared computer, or takes the mark away. */
export function DeskMark({ of }: { of: (part: string) => object | undefined }) {
  const t = useText('staff');
  const { shared, sharedMinutes: count, keys } = useLoaderData<typeof loader>();
  return (
    <Card title={t('shared.title')} id="shared">
      <p>{t('shared.what', { count })}</p>
      {shared === 'no' && (
        <PageForm formKey={keys[9]} submitted={of('share')}>
          <div className="form-actions">
            <SubmitButton name="part" value="share" tone="secondary">
              {t('shared.mark')}
            </SubmitButton>
          </div>
        </PageForm>
      )}
      {shared !== 'no' && <p className="font-semibold">{t('shared.is')}</p>}
      {shared === 'mine' && (
        <PageForm formKey={keys[10]} submitted={of('unshare')}>
          <p className="text-ink-soft">{t('shared.unmark-hint')}</p>
          <div className="form-actions">
            <SubmitButton name="part" value="unshare" tone="secondary">
              {t('shared.unmark')}
            </SubmitButton>
          </div>
        </PageForm>
      )}
      {shared === 'theirs' && <p className="text-ink-soft">{t('shared.whose')}</p>}
    </Card>
  );
}
