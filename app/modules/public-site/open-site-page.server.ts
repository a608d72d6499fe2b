import { type PublishedSite, publishedSite } from '#modules/guides/index.server.ts';
import { isInterfaceLanguage } from '#platform/language/interface-languages.ts';
import { notFound } from '#platform/problem.ts';
import type { Web } from '#platform/web/web-context.ts';
import { siteFrame } from './site-frame.server.ts';
import type { SiteFrameData } from './site-frame.ts';

/**
 * What every page of the hub begins with.
 * @throws Problem `not-found` for a language that we do not speak, and while the centre is not open
 */
export async function openSitePage(
  web: Web,
  language: string | undefined,
): Promise<{ site: PublishedSite; frame: SiteFrameData }> {
  if (!isInterfaceLanguage(language)) throw notFound();
  const [site, frame] = await Promise.all([publishedSite(web.house), siteFrame(web)]);
  if (!site) throw notFound();
  return { site, frame };
}
