import type { Web } from '#platform/web/web-context.ts';

/** Where this site is, for addresses that leave it: `https://centre.example`. The operator's word before the request's. */
export const siteOrigin = ({ house, url }: Web): string =>
  house.config.publicUrl === undefined ? url.origin : new URL(house.config.publicUrl).origin;
