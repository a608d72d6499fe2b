import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { interfaceLanguage, isInterfaceLanguage } from '#platform/language/interface-languages.ts';
import { forbidden, notFound } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { CheckTranslation } from '../components/check-translation.tsx';
import { TranslationHead } from '../components/translation-head.tsx';
import { TranslationRow } from '../components/translation-row.tsx';
import { useGuideLabels } from '../components/use-guide-labels.ts';
import { translationOfForm } from '../guide-form.ts';
import { checkTranslation } from '../operations/check-translation.server.ts';
import { translateGuide } from '../operations/translate-guide.server.ts';
import { viewGuide } from '../queries/view-guide.query.server.ts';
import { sideBySide } from '../stale-blocks.ts';
import { hasFaults, translationFaults } from '../translation-faults.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  if (!web.house.policy.mayEver(actor, 'guide.translate')) throw forbidden();
  const language = params['language'];
  const { page, source, texts } = await web.read(viewGuide, { pageId: params['pageId'] ?? '' });
  if (!isInterfaceLanguage(language) || language === page.source_language) throw notFound();
  const own = texts.find((text) => text.language === language);
  const rows = sideBySide(source.body, own);
  return {
    pageId: page.id,
    version: page.version,
    language,
    sourceLanguage: page.source_language,
    source: { title: source.title, summary: source.summary },
    own: { title: own?.title, summary: own?.summary, version: own?.version ?? 0, status: own?.status },
    rows: rows.map((row) => ({ ...row, faults: translationFaults(row.source, row.text) })),
    open: rows.filter(({ isCurrent }) => !isCurrent).length,
    isOwn: own?.edited_by === actor.staffId,
    key: formKey(),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const about = { pageId: params['pageId'] ?? '', language: params['language'] ?? '' };
  const here = `/staff/guides/${about.pageId}/translate/${about.language}`;
  if (new URL(request.url).searchParams.get('do') === 'check') {
    const checked = await submitForm(web, request, checkTranslation, ({ input }) => ({
      ...about,
      version: Number(input['version']),
      textVersion: Number(input['textVersion']),
    }));
    if (checked.ok) throw redirect(`${here}?done=check`);
    return data({ ...checked, what: 'check', now: undefined }, checked.problem.status);
  }
  const submitted = await submitForm(web, request, translateGuide, ({ input }) => ({
    ...translationOfForm(input),
    ...about,
  }));
  if (submitted.ok) throw redirect(`${here}?done=translate`);
  // Somebody saved meanwhile: the newest numbers go with what was typed, and the source beside it is the newest too.
  const now = submitted.problem.code === 'conflict.version';
  return data({ ...submitted, what: 'translate', now }, submitted.problem.status);
}

/** Source and translation beside each other, block by block. */
export default function GuideTranslatePage() {
  const t = useText('guides');
  const labels = useGuideLabels();
  const [asked] = useSearchParams();
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const refused = submitted?.what === 'translate' ? submitted : undefined;
  const { ownName, dir } = interfaceLanguage(page.language);
  const here = `/staff/guides/${page.pageId}`;
  const done = asked.get('done');
  return (
    <>
      <PageHeader
        title={t('translate.title', { language: ownName })}
        note={t('translate.note')}
        back={{ to: here, label: t('edit.back') }}
      >
        <a href={`${here}/preview?language=${page.language}`} target="_blank" rel="noreferrer">
          {t('preview.title')}
        </a>
      </PageHeader>
      {done && !submitted && (
        <Notice tone="success" live>
          {t(done === 'check' ? 'done.check' : 'done.translate')}
        </Notice>
      )}
      {page.own.version > 0 && (
        <Notice tone={page.open > 0 ? 'attention' : 'info'}>
          {page.open > 0 ? t('translate.open', { count: page.open }) : t('translate.whole')}
        </Notice>
      )}
      {refused?.now && <Notice tone="attention">{t('translate.conflict')}</Notice>}
      <PageForm formKey={page.key} submitted={refused} labels={labels} className="mt-5">
        <input type="hidden" name="version" value={page.version} />
        <input type="hidden" name="textVersion" value={page.own.version} />
        <TranslationHead
          source={page.source}
          own={page.own}
          sourceLanguage={page.sourceLanguage}
          language={page.language}
          dir={dir}
        />
        {page.rows.map((row, at) => (
          <TranslationRow
            key={at}
            at={at}
            row={row}
            hasFaults={hasFaults(row.faults)}
            sourceLanguage={page.sourceLanguage}
            language={page.language}
            dir={dir}
          />
        ))}
        <div className="form-actions">
          <SubmitButton hint>{t('translate.save')}</SubmitButton>
          <LinkButton to={here}>{t('common:action.cancel')}</LinkButton>
        </div>
      </PageForm>
      {page.own.version > 0 && (
        <CheckTranslation
          version={page.version}
          textVersion={page.own.version}
          isChecked={page.own.status === 'checked'}
          isOwn={page.isOwn}
          open={page.open}
          formKey={`${page.key}.c`}
          submitted={submitted?.what === 'check' ? submitted : undefined}
        />
      )}
    </>
  );
}
