import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { useText } from '#platform/web/page-texts.ts';
import { webContext } from '#platform/web/web-context.ts';
import { LeaveHelp } from '../components/leave-help.tsx';
import { SiteFrame } from '../components/site-frame.tsx';
import { openSitePage } from '../open-site-page.server.ts';

const privacySlug = 'how-we-protect-your-data';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { site, frame } = await openSitePage(context.get(webContext), params.language);
  return { frame, hasPrivacy: site.bySlug.has(privacySlug) };
}

/** What these pages do with a reader: nothing; and how far they can be trusted. */
export default function AboutSitePage() {
  const { frame, hasPrivacy } = useLoaderData<typeof loader>();
  const t = useText('site');
  const { language } = frame;
  return (
    <SiteFrame frame={frame} title={t('about.title')} path="/about-this-site">
      <h1>{t('about.title')}</h1>
      <p>{t('about.nothing')}</p>
      <p>{t('about.sources')}</p>
      <p>{t('about.translations')}</p>
      {hasPrivacy && (
        <p>
          <a className="more" href={`/${language}/guides/${privacySlug}`}>
            {t('about.privacy')}
          </a>
        </p>
      )}
      <LeaveHelp />
      <section data-live="">
        <h2>{t('about.machines')}</h2>
        <p>
          <a href={`/${language}/feed.xml`}>{t('about.feed')}</a> ·{' '}
          <a href="/api/v1/guides">{t('about.data')}</a>
        </p>
      </section>
    </SiteFrame>
  );
}
