import { Form, Link, useLoaderData } from 'react-router';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import type { loader } from '../pages/setup.page.tsx';

/** The sites entered so far: open one to change it, or take it away. */
export function SiteChooser() {
  const t = useText('setup');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  const { code, prepared } = useLoaderData<typeof loader>();
  const { sites, siteAt } = prepared;
  if (sites.length === 0) return null;
  return (
    <section className="mb-6 rounded-lg border border-line bg-sand p-4" aria-label={t('sites.entered')}>
      <h2 className="m-0 mb-2 text-base font-semibold">{t('sites.entered')}</h2>
      <ol className="m-0 grid list-none gap-1 p-0">
        {sites.map((site, at) => (
          <li
            key={`${at} ${Object.values(site.name)[0]}`}
            className="flex flex-wrap items-center gap-x-4 gap-y-1"
          >
            <Link
              to={`/setup/${code}/sites?site=${at}`}
              aria-current={at === siteAt || undefined}
              className={at === siteAt ? 'font-semibold' : undefined}
            >
              <Bdi>{site.name[language] ?? Object.values(site.name)[0]}</Bdi>
            </Link>
            <span className="text-ink-soft">{codes(`siteType.${site.type}`)}</span>
            {sites.length > 1 && (
              <Form method="post" className="ms-auto">
                <button className="button" data-tone="quiet" data-size="small" name="remove" value={at}>
                  {t('common:action.remove')}
                </button>
              </Form>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
