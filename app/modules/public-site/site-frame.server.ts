import { loadPublicCentre } from '#modules/centres/index.server.ts';
import type { PublicCentre } from '#modules/centres/index.tsx';
import { publicLanguages } from '#platform/language/interface-languages.ts';
import { notFound } from '#platform/problem.ts';
import type { Web } from '#platform/web/web-context.ts';
import type { SiteFrameData } from './site-frame.ts';

/**
 * What the frame of a public page shows, in the reader's language.
 * @throws Problem `not-found` while the centre is not open
 */
export async function siteFrame(web: Web): Promise<SiteFrameData> {
  const centre = await loadPublicCentre(web.house, web.language);
  if (!centre) throw notFound();
  return frameOf(centre, web);
}

/** The same for a page that has read the centre already. */
export function frameOf(
  centre: PublicCentre,
  { language, house }: Pick<Web, 'language' | 'house'>,
): SiteFrameData {
  const { staffUrl } = house.config;
  return {
    centreName: centre.name,
    language,
    staffDoor: staffUrl === undefined ? '/staff' : new URL('/staff', staffUrl).href,
    languages: publicLanguages.filter((code) => centre.pageLanguages.includes(code)),
    ...(centre.checkedOn && { checkedOn: centre.checkedOn }),
  };
}
