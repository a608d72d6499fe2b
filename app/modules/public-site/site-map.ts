import { xmlText } from './xml-text.ts';
import type { SiteAddress } from './site-addresses.server.ts';

/** A site map with, for each page, the same page in the other languages. At most 50,000 addresses by its rules. */
export function siteMapXml(
  origin: string,
  languages: readonly string[],
  pages: readonly SiteAddress[],
): string {
  const href = (language: string, path: string) => xmlText(`${origin}/${language}${path}`);
  const alternates = (path: string) =>
    languages
      .map((code) => `<xhtml:link rel="alternate" hreflang="${code}" href="${href(code, path)}"/>`)
      .join('');
  const entries = pages.flatMap(({ path, day }) =>
    languages.map(
      (code) =>
        `<url><loc>${href(code, path)}</loc>${day === undefined ? '' : `<lastmod>${day}</lastmod>`}${alternates(path)}</url>`,
    ),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries.slice(0, 50_000),
    '</urlset>',
  ].join('\n');
}
