import { Link } from 'react-router';
import { useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';

export interface LinkCheckProps {
  quotes: { facts: readonly string[]; pages: readonly string[]; links: readonly string[] };
  /** Codes of quoted facts that exist. */
  factCodes: readonly string[];
  linksTo: readonly { id: string; slug: string; published_version: number | null; archived_at: unknown }[];
}

/** Slugs that are tools of the site, always there. */
const tools = ['ask', 'decide'];

/** Everything the text leans on: facts that exist or not, pages that are out or not, addresses to try. */
export function LinkCheck({ quotes, factCodes, linksTo }: LinkCheckProps) {
  const t = useText('guides');
  const missing = quotes.facts.filter((code) => !factCodes.includes(code));
  if (quotes.facts.length + quotes.pages.length + quotes.links.length === 0) return null;
  return (
    <Card id="links" title={t('links.title')}>
      <p>
        {t('links.facts', { count: quotes.facts.length })}{' '}
        {missing.length > 0 && <Badge tone="danger">{t('links.missing', { count: missing.length })}</Badge>}
      </p>
      {missing.map((code) => (
        <p key={code}>
          <Bdi ltr>{code}</Bdi>
        </p>
      ))}
      {quotes.pages.length > 0 && (
        <ul className="plain-list">
          {quotes.pages.map((slug) => {
            const page = linksTo.find((each) => each.slug === slug);
            const state = tools.includes(slug)
              ? 'out'
              : !page
                ? 'gone'
                : page.archived_at
                  ? 'archived'
                  : page.published_version === null
                    ? 'draft'
                    : 'out';
            return (
              <li key={slug} className="py-1">
                {page ? (
                  <Link to={`/staff/guides/${page.id}`}>
                    <Bdi ltr>{slug}</Bdi>
                  </Link>
                ) : (
                  <Bdi ltr>{slug}</Bdi>
                )}{' '}
                {state !== 'out' && (
                  <Badge tone={state === 'draft' ? 'attention' : 'danger'}>{t(`links.${state}`)}</Badge>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {quotes.links.length > 0 && (
        <>
          <p className="mt-3">{t('links.outside')}</p>
          <ul className="plain-list">
            {quotes.links.map((href) => (
              <li key={href} className="py-1 break-all">
                <a href={href} target="_blank" rel="noreferrer" dir="ltr">
                  {href}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
