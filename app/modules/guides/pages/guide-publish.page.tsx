import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { forbidden } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { CheckboxGroup, RadioGroup } from '#ui/choice-group.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { PhonePreview } from '../components/phone-preview.tsx';
import { useGuideLabels } from '../components/use-guide-labels.ts';
import { loadGuide } from '../load-guide.server.ts';
import { publishGuide } from '../operations/publish-guide.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const { may, page, source, next, translations, nameOf } = await loadGuide(web, params['pageId']);
  if (!may('guide.publish')) throw forbidden();
  return {
    pageId: page.id,
    version: page.version,
    language: page.source_language,
    title: source.title,
    state: page.state,
    isFirst: page.published_version === null,
    author: nameOf(page.edited_by ?? page.submitted_by),
    isRisk: page.risk_class === 'risk',
    next,
    translations,
    key: formKey(),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const pageId = params['pageId'] ?? '';
  const submitted = await submitForm(web, request, publishGuide, ({ input }) => ({
    ...input,
    pageId,
    version: Number(input['version']),
    languages: [input['languages'] ?? []].flat(),
    substance: input['substance'] === 'yes',
  }));
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  throw redirect(`/staff/guides/${pageId}?done=${submitted.result.alone ? 'alone' : 'publish'}`);
}

/** The last step: which languages go out, and does it change what a person should do. */
export default function GuidePublishPage() {
  const t = useText('guides');
  const labels = useGuideLabels();
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const here = `/staff/guides/${page.pageId}`;
  const withSource = page.state === 'ready';
  const isOpen = withSource || page.state === 'published';
  const isBarred = withSource && page.next.may === 'second-person';
  return (
    <>
      <PageHeader
        title={t(withSource ? 'publish.title' : 'publish.titleTranslations')}
        note={<Bdi lang={page.language}>{page.title}</Bdi>}
        back={{ to: here, label: t('edit.back') }}
      />
      {!isOpen && <Notice>{t('publish.notOpen')}</Notice>}
      {isBarred && (
        <Notice>
          {t(page.isRisk ? 'next.thirdPerson' : 'next.secondPerson')}{' '}
          {page.author && <Bdi>({page.author})</Bdi>}
        </Notice>
      )}
      {withSource && page.next.may === 'alone' && <Notice tone="attention">{t('next.alone')}</Notice>}
      <div className="form-columns mt-4">
        <div>
          {isOpen && !isBarred && (
            <PageForm formKey={page.key} submitted={submitted} labels={labels}>
              <input type="hidden" name="version" value={page.version} />
              {page.translations.length > 0 ? (
                <CheckboxGroup
                  name="languages"
                  legend={t('form.languages')}
                  hint={t('publish.languages-hint')}
                  layout="rows"
                  options={page.translations.map((each) => ({
                    value: each.language,
                    label: interfaceLanguage(each.language).ownName,
                    hint: [
                      t(`publish.mark.${each.status}`),
                      ...(each.isBehind ? [t('publish.mark.behind')] : []),
                      ...(each.isOut && !each.isNew ? [t('publish.mark.same')] : []),
                    ].join(' '),
                  }))}
                  defaultValue={page.translations
                    .filter(({ isNew }) => isNew)
                    .map(({ language }) => language)}
                  optional={withSource}
                />
              ) : (
                <p>{t('publish.noTranslations')}</p>
              )}
              {withSource && !page.isFirst && (
                <RadioGroup
                  name="substance"
                  legend={t('form.substance')}
                  layout="rows"
                  options={[
                    {
                      value: 'yes',
                      label: t('publish.substance-yes'),
                      hint: t('publish.substance-yes-hint'),
                    },
                    { value: 'no', label: t('publish.substance-no'), hint: t('publish.substance-no-hint') },
                  ]}
                  defaultValue="no"
                />
              )}
              <TextField
                name="changeNote"
                label={t('form.changeNote')}
                hint={t('form.changeNote-hint')}
                maxLength={300}
                optional
              />
              <div className="form-actions">
                <SubmitButton hint>{t('publish.save')}</SubmitButton>
                <LinkButton to={here}>{t('common:action.cancel')}</LinkButton>
              </div>
            </PageForm>
          )}
        </div>
        <div>
          <PhonePreview
            pageId={page.pageId}
            languages={[page.language, ...page.translations.map(({ language }) => language)]}
            language={page.language}
            version={String(page.version)}
          />
        </div>
      </div>
    </>
  );
}
