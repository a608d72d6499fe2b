import type { Web } from '#platform/web/web-context.ts';
import { textIn, viewCentre } from '#modules/centres/index.server.ts';
import type { Option } from '#ui/option.ts';

/** Names of the centre's sites by id, in the reader's language. */
export async function siteNames(web: Web): Promise<Record<string, string>> {
  const { sites, defaultLanguage } = await web.read(viewCentre, {});
  return Object.fromEntries(
    sites.map((site) => [site.id, textIn(site.name, web.language, [defaultLanguage])]),
  );
}

/** Open sites to choose from. */
export async function siteOptions(web: Web): Promise<Option[]> {
  const { sites, defaultLanguage } = await web.read(viewCentre, {});
  return sites
    .filter(({ active }) => active)
    .map((site) => ({ value: site.id, label: textIn(site.name, web.language, [defaultLanguage]) }));
}
