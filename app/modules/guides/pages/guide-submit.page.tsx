import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { forbidden } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { CheckboxGroup } from '#ui/choice-group.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { LinkCheck } from '../components/link-check.tsx';
import { PhonePreview } from '../components/phone-preview.tsx';
import { useGuideLabels } from '../components/use-guide-labels.ts';
import { neutralityQuestions } from '../guide-rules.ts';
import { loadGuide } from '../load-guide.server.ts';
import { submitGuide } from '../operations/submit-guide.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const { may, page, source, quotes, linksTo, facts } = await loadGuide(web, params['pageId']);
  if (!may('guide.submit')) throw forbidden();
  return {
    pageId: page.id,
    version: page.version,
    language: page.source_language,
    title: source.title,
    answered: page.neutrality,
    check: { quotes, linksTo, factCodes: Object.keys(facts) },
    key: formKey(),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const pageId = params['pageId'] ?? '';
  const submitted = await submitForm(web, request, submitGuide, ({ input }) => ({
    pageId,
    version: Number(input['version']),
    neutrality: [input['neutrality'] ?? []].flat(),
  }));
  if (submitted.ok) throw redirect(`/staff/guides/${pageId}?done=submit`);
  return data(submitted, submitted.problem.status);
}

/** The author reads once more, with the questions of fairness in hand, before others do. */
export default function GuideSubmitPage() {
  const t = useText('guides');
  const labels = useGuideLabels();
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const here = `/staff/guides/${page.pageId}`;
  return (
    <>
      <PageHeader
        title={t('submit.title')}
        note={t('submit.note')}
        back={{ to: here, label: t('edit.back') }}
      />
      <div className="form-columns">
        <div>
          <h2 className="text-lg font-bold">
            <Bdi lang={page.language}>{page.title}</Bdi>
          </h2>
          <PageForm formKey={page.key} submitted={submitted} labels={labels}>
            <input type="hidden" name="version" value={page.version} />
            <CheckboxGroup
              name="neutrality"
              legend={t('form.neutrality')}
              hint={t('submit.all')}
              layout="rows"
              options={neutralityQuestions.map((value) => ({ value, label: t(`neutrality.${value}`) }))}
              defaultValue={page.answered}
            />
            <div className="form-actions">
              <SubmitButton hint>{t('submit.save')}</SubmitButton>
              <LinkButton to={here}>{t('common:action.cancel')}</LinkButton>
            </div>
          </PageForm>
        </div>
        <div>
          <PhonePreview
            pageId={page.pageId}
            languages={[page.language]}
            language={page.language}
            version={String(page.version)}
          />
          <LinkCheck {...page.check} />
        </div>
      </div>
    </>
  );
}
