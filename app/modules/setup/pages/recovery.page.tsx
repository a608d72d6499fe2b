import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { formatMoment } from '#platform/language/format-date.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { CentreTabs, mayUseCentre } from '#modules/centres/index.tsx';
import { needsCode, proveStepUp } from '#modules/staff/index.server.ts';
import { StepUpField } from '#modules/staff/index.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { SheetAdvice } from '../components/sheet-advice.tsx';
import { SheetProofFields } from '../components/sheet-proof-fields.tsx';
import { confirmRecoverySheet } from '../operations/confirm-recovery-sheet.server.ts';
import { viewRecovery } from '../queries/view-recovery.query.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  return {
    key: formKey(),
    recovery: await web.read(viewRecovery, {}),
    timeZone: actor.centre.timeZone,
    needsCode: needsCode(web),
    may: mayUseCentre(web.house.policy, actor),
    mayMake: web.house.policy.mayEver(actor, 'recovery.make-sheet'),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const part = (await request.clone().formData()).get('part');
  if (part === 'confirm') {
    const submitted = await submitForm(web, request, confirmRecoverySheet);
    if (submitted.ok) throw redirect('/staff/centre/recovery?saved');
    return data({ ...submitted, part }, submitted.problem.status);
  }
  const refused = await proveStepUp(web, request);
  if (refused) return data({ ...refused, part: 'make' }, refused.problem.status);
  // A page cannot answer with a file: the same form goes on to where one comes from.
  throw redirect('/staff/centre/recovery/sheet.pdf', 307);
}

/** The recovery sheet: is there one, does somebody hold it, and a new one where it was lost. */
export default function RecoveryPage() {
  const t = useText('setup');
  const { language } = usePageTexts();
  const { key, recovery, timeZone, needsCode: asks, may, mayMake } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const of = (part: string) => (submitted?.part === part ? submitted : undefined);
  const when = (at: Date | null) => (at ? formatMoment(new Date(at), { language, timeZone }) : '');
  return (
    <div className="page">
      <PageHeader title={t('recovery.title')} note={t('recovery.note')} />
      <CentreTabs may={may} />
      <div className="grid max-w-4xl gap-6">
        {recovery.confirmedAt ? (
          <Notice tone="success" title={t('recovery.confirmed')}>
            <p>
              {t('recovery.confirmed-text', {
                made: when(recovery.madeAt),
                confirmed: when(recovery.confirmedAt),
              })}
            </p>
          </Notice>
        ) : (
          <Notice tone="attention" title={t(recovery.madeAt ? 'recovery.unconfirmed' : 'recovery.none')}>
            <p>
              {t(recovery.madeAt ? 'recovery.unconfirmed-text' : 'recovery.none-text', {
                made: when(recovery.madeAt),
              })}
            </p>
          </Notice>
        )}
        {mayMake && (
          <>
            <Card title={t('sheet.prove-title')} id="confirm">
              <PageForm formKey={key} submitted={of('confirm')}>
                <p className="m-0 text-ink-soft">{t('sheet.prove-text')}</p>
                <SheetProofFields groups={recovery.groups} />
                <div className="form-actions">
                  <SubmitButton
                    name="part"
                    value="confirm"
                    tone={recovery.confirmedAt ? 'secondary' : 'primary'}
                  >
                    {t('recovery.confirm')}
                  </SubmitButton>
                </div>
              </PageForm>
            </Card>
            <Card title={t('recovery.new-title')} id="new">
              <p className="mb-3">{t('recovery.new-text')}</p>
              <SheetAdvice />
              <div className="mt-5">
                <PageForm submitted={of('make')} reloadDocument>
                  <StepUpField needed={asks} />
                  <div className="form-actions">
                    <SubmitButton name="part" value="make" tone="secondary" icon="print">
                      {t('recovery.new')}
                    </SubmitButton>
                  </div>
                </PageForm>
              </div>
            </Card>
          </>
        )}
      </div>
    </div>
  );
}
