import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { notFound } from '#platform/problem.ts';
import type { PageHandle } from '#platform/web/page-handle.ts';
import { useText } from '#platform/web/page-texts.ts';
import { webContext } from '#platform/web/web-context.ts';
import { caseOf, caseQuestions, checklistsIn } from '../checklist-view.server.ts';
import { AskBox } from '../components/ask-box.tsx';
import { CaseForm } from '../components/case-form.tsx';
import { GuideArticle } from '../components/guide-article.tsx';
import { SiteFrame } from '../components/site-frame.tsx';
import { guideView } from '../guide-view.server.ts';
import { textFor } from '#modules/guides/index.server.ts';
import { openSitePage } from '../open-site-page.server.ts';
import { siteOrigin } from '../site-origin.server.ts';

export const handle: PageHandle = { parameters: ['route', 'work', 'served', 'police'] };

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const { site, frame } = await openSitePage(web, params.language);
  const guide = site.bySlug.get(params.slug ?? '');
  if (!guide) throw notFound();
  const { blocks } = textFor(guide, web.language);
  const lists = checklistsIn(blocks);
  if (lists.length === 0) throw notFound();
  const chosen = caseOf(web.url.searchParams);
  const reader = { language: web.language, origin: siteOrigin(web), t: web.t('site') };
  const view = guideView(site, guide, reader);
  return {
    frame,
    chosen,
    questions: caseQuestions(lists.flatMap(({ items }) => items)),
    view: { ...view, blocks: lists, staleBlocks: [], hasChecklist: false },
  };
}

/** The papers for one's own case, to tick and to print. The case stands in the address and nowhere else. */
export default function ChecklistPage() {
  const { frame, chosen, questions, view } = useLoaderData<typeof loader>();
  const t = useText('site');
  const here = { label: view.title, href: `/${frame.language}/guides/${view.slug}` };
  return (
    <SiteFrame
      frame={frame}
      title={view.title}
      path={`/checklist/${view.slug}`}
      crumbs={[...view.crumbs, here]}
    >
      <GuideArticle view={view} places={[]} readerCase={chosen}>
        <CaseForm
          questions={questions}
          chosen={chosen}
          action={`/${frame.language}/checklist/${view.slug}`}
        />
        <p className="soft">{t('checklist.print')}</p>
      </GuideArticle>
      <AskBox language={frame.language} />
    </SiteFrame>
  );
}
