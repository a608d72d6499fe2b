import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { loadPublicCentre } from '#modules/centres/index.server.ts';
import { isInterfaceLanguage } from '#platform/language/interface-languages.ts';
import type { PageHandle } from '#platform/web/page-handle.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { blockQuotes } from '../block-quotes.ts';
import { ReaderView } from '../components/reader-view.tsx';
import { parseBody } from '../parse-body.ts';
import { viewGuide } from '../queries/view-guide.query.server.ts';
import { isWhole, staleBlocks } from '../stale-blocks.ts';

export const handle: PageHandle = { half: 'public', scripts: false };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const asked = new URL(request.url).searchParams.get('language');
  const view = await web.read(viewGuide, {
    pageId: params['pageId'] ?? '',
    ...(isInterfaceLanguage(asked) && { language: asked }),
  });
  const { page, source, texts, isOverdue, facts, linksTo, audio } = view;
  const language = isInterfaceLanguage(asked) ? asked : page.source_language;
  const text = texts.find((each) => each.language === language) ?? source;
  const isSource = text.language === page.source_language;
  const blocks = parseBody(text.body);
  const hasAudio = audio.some((each) => each.language === text.language);
  return {
    language,
    places: blockQuotes(blocks).centre ? ((await loadPublicCentre(web.house, language))?.sites ?? []) : [],
    view: {
      slug: page.slug,
      title: text.title,
      summary: text.summary,
      language: text.language,
      isFallback: text.language !== language,
      isDraft: !isSource && text.status !== 'checked',
      sourceLanguage: page.source_language,
      blocks,
      staleBlocks: isSource ? [] : staleBlocks(text.basis, source.body),
      isWhole: isSource || isWhole(text.basis, source.body),
      facts,
      slugs: linksTo.map(({ slug }) => slug),
      verifiedOn: page.verified_on ?? undefined,
      reviewDue: page.review_due ?? undefined,
      isOverdue,
      publishedOn: '',
      ...(hasAudio && { audio: `/staff/guides/${page.id}/audio/${text.language}` }),
      address: '',
      crumbs: [],
      related: [],
      hasChecklist: false,
    },
  };
}

/** The working copy as readers of a language would see it. */
export default function GuidePreviewPage() {
  return <ReaderView {...useLoaderData<typeof loader>()} />;
}
