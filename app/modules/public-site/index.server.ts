/** The frame of public pages, for modules that show pages of their own in it. */
export { siteFrame } from './site-frame.server.ts';
export { exportSite } from './export-site.server.ts';
