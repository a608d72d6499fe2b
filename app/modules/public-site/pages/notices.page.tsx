import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { useText } from '#platform/web/page-texts.ts';
import { webContext } from '#platform/web/web-context.ts';
import { NoticeStrip } from '../components/notice-strip.tsx';
import { SiteFrame } from '../components/site-frame.tsx';
import { openSitePage } from '../open-site-page.server.ts';
import { noticeViews } from '../site-notices.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const { site, frame } = await openSitePage(web, params.language);
  return { frame, notices: noticeViews(site, web.language) };
}

/** What changed lately: law, fees, danger, fraud. Each has a day on which it ends. */
export default function NoticesPage() {
  const { frame, notices } = useLoaderData<typeof loader>();
  const t = useText('site');
  return (
    <SiteFrame frame={frame} title={t('notice.title')} path="/notices">
      <h1>{t('notice.title')}</h1>
      {notices.length === 0 ? <p>{t('notice.none')}</p> : <NoticeStrip notices={notices} />}
    </SiteFrame>
  );
}
