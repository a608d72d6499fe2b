import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { loadPublicCentre } from '#modules/centres/index.server.ts';
import { formatDay } from '#platform/language/format-date.ts';
import { isInterfaceLanguage } from '#platform/language/interface-languages.ts';
import type { PageHandle } from '#platform/web/page-handle.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { blockQuotes } from '../block-quotes.ts';
import { ReaderView } from '../components/reader-view.tsx';
import { viewVersion } from '../queries/view-version.query.server.ts';

export const handle: PageHandle = { half: 'public', scripts: false };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const asked = new URL(request.url).searchParams;
  const language = asked.get('language');
  const on = asked.get('on') ?? '';
  const version = Number(params['version']);
  const kept = await web.read(viewVersion, {
    pageId: params['pageId'] ?? '',
    version,
    ...(isInterfaceLanguage(language) && { language }),
    ...(/^\d{4}-\d\d-\d\d$/.test(on) && { on }),
  });
  const { page, text } = kept;
  const centre = blockQuotes(kept.blocks).centre
    ? await loadPublicCentre(web.house, kept.language)
    : undefined;
  const publishedOn = kept.publishedAt.toISOString().slice(0, 10);
  return {
    language: kept.language,
    version,
    isNewest: version === page.published_version,
    places: centre?.sites ?? [],
    here: `/staff/guides/${page.id}`,
    publishedOn,
    view: {
      slug: page.slug,
      title: text.title,
      summary: text.summary,
      language: text.language,
      isFallback: text.language !== kept.language,
      isDraft: !text.is_checked,
      sourceLanguage: page.source_language,
      blocks: kept.blocks,
      staleBlocks: kept.staleBlocks,
      isWhole: kept.isWhole,
      facts: kept.facts,
      slugs: [],
      verifiedOn: publishedOn,
      isOverdue: false,
      publishedOn,
      address: '',
      crumbs: [],
      related: [],
      hasChecklist: false,
    },
  };
}

/** What somebody was shown then, with its words and its facts as they stood. */
export default function GuideVersionPage() {
  const t = useText('guides');
  const reader = usePageTexts();
  const { version, isNewest, here, publishedOn, ...page } = useLoaderData<typeof loader>();
  return (
    <ReaderView {...page}>
      <div className="wide">
        <p className="mark" data-tone="info">
          <b>{t('version.title', { version, day: formatDay(publishedOn, { language: reader.language }) })}</b>{' '}
          {t(isNewest ? 'version.newest' : 'version.older')} <a href={here}>{t('version.back')}</a>
        </p>
      </div>
    </ReaderView>
  );
}
