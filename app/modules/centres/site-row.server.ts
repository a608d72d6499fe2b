import type { NewSite } from './centre.schemas.ts';

/** What a person says of a site, as its columns. */
export const siteColumns = (site: NewSite) => ({
  name: JSON.stringify(site.name),
  type: site.type,
  address: JSON.stringify(site.address),
  address_hidden: site.addressHidden,
  phone: site.phone ?? null,
  hours: JSON.stringify(site.hours),
  languages: site.languages,
  accessible: site.accessible ?? null,
});
