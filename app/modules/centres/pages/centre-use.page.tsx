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
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { type SwitchChoice, switchesFrom } from '../centre-switches.ts';
import { CentreTabs } from '../components/centre-tabs.tsx';
import { SavedToast } from '../components/saved-toast.tsx';
import { SwitchFields } from '../components/switch-fields.tsx';
import { mayUseCentre } from '../may-use-centre.ts';
import { setCentreSwitches } from '../operations/set-centre-switches.server.ts';
import { listSwitches } from '../queries/list-switches.query.server.ts';
import { requireEditor } from '../require-editor.server.ts';
import { statesOf, switchesOfForm } from '../switch-form.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireEditor(web);
  return {
    key: formKey(),
    states: await web.read(listSwitches, {}),
    may: mayUseCentre(web.house.policy, actor),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireEditor(web);
  let lists: SwitchChoice[] = [];
  const submitted = await submitForm(web, request, setCentreSwitches, ({ input }) => ({
    lists: (lists = switchesOfForm(input)),
  }));
  if (submitted.ok) throw redirect('/staff/centre/use?saved');
  return data({ ...submitted, values: {}, states: statesOf(lists) }, submitted.problem.status);
}

/** Which topics, fields and answers this centre uses. */
export default function CentreUsePage() {
  const t = useText('centres');
  const { key, states, may } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  return (
    <div className="page">
      <SavedToast />
      <PageHeader title={t('use.title')} note={t('use.note')} />
      <CentreTabs may={may} />
      <PageForm formKey={key} submitted={submitted} className="max-w-5xl">
        <SwitchFields switches={switchesFrom(submitted?.states ?? states)} />
        <div className="form-actions">
          <SubmitButton hint>{t('common:action.save')}</SubmitButton>
        </div>
      </PageForm>
    </div>
  );
}
