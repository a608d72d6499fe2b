import { Link, useLoaderData } from 'react-router';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { Icon } from '#ui/icon.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import type { loader } from '../pages/setup.page.tsx';
import { SheetAdvice } from './sheet-advice.tsx';
import { SheetProofFields } from './sheet-proof-fields.tsx';

/** The last step: print the recovery sheet, prove that it can be read, open the centre. */
export function RecoveryStep({ submitted }: { submitted?: object }) {
  const t = useText('setup');
  const { code, prepared } = useLoaderData<typeof loader>();
  return (
    <div className="grid gap-7">
      <section className="grid gap-3">
        <h2 className="m-0 text-lg">{t('sheet.print-title')}</h2>
        <SheetAdvice />
        {/* A plain form: the answer is a file, and this page stays. */}
        <form method="post" action={`/setup/${code}/recovery-sheet.pdf`}>
          <button type="submit" className="button" data-tone={prepared.sheetMade ? 'secondary' : 'primary'}>
            <Icon name="print" />
            {t(prepared.sheetMade ? 'sheet.print-again' : 'sheet.print')}
          </button>
        </form>
      </section>
      <PageForm submitted={submitted}>
        <h2 className="m-0 text-lg">{t('sheet.prove-title')}</h2>
        <p className="m-0 text-ink-soft">{t('sheet.prove-text')}</p>
        <SheetProofFields groups={prepared.groups} />
        <div className="form-actions border-t border-line pt-5">
          <SubmitButton icon="check">{t('finish')}</SubmitButton>
          <Link to={`/setup/${code}/opening`} className="button ms-auto" data-tone="quiet">
            <Icon name="back" />
            {t('common:action.back')}
          </Link>
        </div>
      </PageForm>
    </div>
  );
}
