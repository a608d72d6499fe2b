import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { CentreTabs, mayUseCentre, SavedToast } from '#modules/centres/index.tsx';
import { needsCode } from '#modules/staff/index.server.ts';
import { StepUpField } from '#modules/staff/index.tsx';
import { Card } from '#ui/card.tsx';
import { KeyHint } from '#ui/key-hint.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { submitOpening } from '../choose-opening.server.ts';
import { KeeperList } from '../components/keeper-list.tsx';
import { OpeningFields } from '../components/opening-fields.tsx';
import { OpeningStateCard } from '../components/opening-state.tsx';
import { viewOpening } from '../queries/view-opening.query.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  return {
    key: formKey(),
    state: await web.read(viewOpening, {}),
    timeZone: actor.centre.timeZone,
    needsCode: needsCode(web),
    may: mayUseCentre(web.house.policy, actor),
    mayChoose: web.house.policy.mayEver(actor, 'house.choose-opening'),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitOpening(web, request);
  if (submitted.ok) throw redirect('/staff/centre/opening?saved');
  return data(submitted, submitted.problem.status);
}

/** Who opens the house after a start, with what, and how it is locked at once. */
export default function OpeningPage() {
  const t = useText('sealing');
  const { key, state, timeZone, needsCode: asks, may, mayChoose } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  return (
    <div className="page">
      <PageHeader title={t('opening.title')} note={t('opening.note')} />
      <CentreTabs may={may} />
      <SavedToast />
      <div className="grid max-w-4xl gap-6">
        <OpeningStateCard state={state} timeZone={timeZone} />
        <KeeperList keepers={state.keepers} />
        {mayChoose && (
          <Card title={t('choose.title')} id="choose">
            <PageForm key={key} formKey={key} submitted={submitted}>
              <OpeningFields chosen={state.waiting ?? state.now} asksPeople />
              <p className="m-0 text-ink-soft">{t('choose.medium')}</p>
              <StepUpField needed={asks} />
              <div className="form-actions">
                <SubmitButton>{t('choose.do')}</SubmitButton>
              </div>
            </PageForm>
          </Card>
        )}
        <Card title={t('lock.title')} id="lock" tone="sand">
          <p className="mb-3">{t('lock.text')}</p>
          <ul className="m-0 grid list-disc gap-1 ps-5">
            <li>{t('lock.button')}</li>
            <li>
              {t('lock.keys')} <KeyHint keys="Ctrl Alt Shift L" />
            </li>
            <li>
              {t('lock.command')} <code dir="ltr">serai lock</code>
            </li>
          </ul>
        </Card>
      </div>
    </div>
  );
}
