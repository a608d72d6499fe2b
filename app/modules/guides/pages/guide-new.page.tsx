import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { publicLanguages, sourceLanguage } from '#platform/language/interface-languages.ts';
import { matchTag } from '#platform/language/negotiate-language.ts';
import { forbidden } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { BlockHelp } from '../components/block-help.tsx';
import { GuideAboutFields, GuideTextFields } from '../components/guide-fields.tsx';
import { useGuideLabels } from '../components/use-guide-labels.ts';
import { guideOfForm } from '../guide-form.ts';
import { guideOptions } from '../guide-options.server.ts';
import { addGuide } from '../operations/add-guide.server.ts';

export function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  if (!web.house.policy.mayEver(actor, 'guide.add')) throw forbidden();
  return { options: guideOptions(web), language: sourceLanguage, key: formKey() };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const draft = draftOfAnswer(await request.clone().formData());
  if (draft) return draft;
  const submitted = await submitForm(web, request, addGuide, ({ input }) => guideOfForm(input));
  if (submitted.ok) throw redirect(`/staff/guides/${submitted.result.pageId}/edit?done=add`);
  return data(submitted, submitted.problem.status);
}

/** An answer to a question becomes the beginning of a page: nothing is written yet, and none of it is the asker's. */
function draftOfAnswer(form: FormData) {
  const given = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  if (given('from') !== 'answer') return undefined;
  const language = matchTag(given('language'), publicLanguages) ?? sourceLanguage;
  return { ok: true as const, language, values: { type: 'faq', body: given('body').slice(0, 60_000) } };
}

/** The first words of a page; facts, hints and the preview come with the draft. */
export default function GuideNewPage() {
  const t = useText('guides');
  const labels = useGuideLabels();
  const { options, key, ...page } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const draft = submitted?.ok ? submitted : undefined;
  const language = draft?.language ?? page.language;
  const values = draft?.values ?? {};
  return (
    <>
      <PageHeader
        title={t('new.title')}
        note={t('new.note')}
        back={{ to: '/staff/guides', label: t('list.title') }}
      />
      <PageForm formKey={key} submitted={submitted} labels={labels}>
        <input type="hidden" name="language" value={language} />
        <div className="form-columns">
          <div>
            <GuideTextFields values={values} language={language} />
            <BlockHelp />
          </div>
          <div>
            <TextField
              name="slug"
              label={t('form.slug')}
              hint={t('form.slug-hint')}
              dir="ltr"
              autoCapitalize="none"
              spellCheck={false}
            />
            <GuideAboutFields values={values} options={options} />
          </div>
        </div>
        <div className="form-actions">
          <SubmitButton hint>{t('new.save')}</SubmitButton>
          <LinkButton to="/staff/guides">{t('common:action.cancel')}</LinkButton>
        </div>
      </PageForm>
    </>
  );
}
