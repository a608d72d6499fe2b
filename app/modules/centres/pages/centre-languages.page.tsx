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
import { Card } from '#ui/card.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { CentreTabs } from '../components/centre-tabs.tsx';
import { LanguageFields } from '../components/language-fields.tsx';
import { SavedToast } from '../components/saved-toast.tsx';
import { ServiceFields } from '../components/service-fields.tsx';
import { spokenLanguageOptions } from '../form-options.server.ts';
import { offerOfForm } from '../form-shapes.ts';
import { mayUseCentre } from '../may-use-centre.ts';
import { setCentreLanguages } from '../operations/set-centre-languages.server.ts';
import { setCentreServices } from '../operations/set-centre-services.server.ts';
import { viewCentre } from '../queries/view-centre.query.server.ts';
import { requireEditor } from '../require-editor.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireEditor(web);
  const centre = await web.read(viewCentre, {});
  return {
    keys: [formKey(), formKey()],
    centre,
    spoken: spokenLanguageOptions(centre.country, web.language),
    may: mayUseCentre(web.house.policy, actor),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireEditor(web);
  const isServices = (await request.clone().formData()).get('part') === 'services';
  const operation = isServices ? setCentreServices : setCentreLanguages;
  const submitted = await submitForm(web, request, operation as typeof setCentreLanguages, ({ input }) =>
    offerOfForm(input),
  );
  if (submitted.ok) throw redirect('/staff/centre/languages?saved');
  const isConflict = submitted.problem.code === 'conflict.version';
  const version = isConflict ? (await web.read(viewCentre, {})).version : undefined;
  return data(
    { ...submitted, part: isServices ? 'services' : 'languages', version },
    submitted.problem.status,
  );
}

/** In which languages the centre reads and listens, and what it does for people. */
export default function CentreLanguagesPage() {
  const t = useText('centres');
  const { keys, centre, spoken, may } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const of = (part: string) => (submitted?.part === part ? submitted : undefined);
  return (
    <div className="page">
      <SavedToast />
      <PageHeader title={t('languages.title')} note={t('languages.note')} />
      <CentreTabs may={may} />
      <div className="grid gap-6 xl:grid-cols-2 xl:items-start">
        <Card>
          <PageForm formKey={keys[0]} submitted={of('languages')}>
            <input type="hidden" name="version" value={of('languages')?.version ?? centre.version} />
            <LanguageFields values={centre} spoken={spoken} />
            <div className="form-actions">
              <SubmitButton name="part" value="languages">
                {t('languages.save')}
              </SubmitButton>
            </div>
          </PageForm>
        </Card>
        <Card>
          <PageForm formKey={keys[1]} submitted={of('services')}>
            <input type="hidden" name="version" value={of('services')?.version ?? centre.version} />
            <ServiceFields chosen={centre.services} />
            <div className="form-actions">
              <SubmitButton name="part" value="services">
                {t('services.save')}
              </SubmitButton>
            </div>
          </PageForm>
        </Card>
      </div>
    </div>
  );
}
