import { index, type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (name: string) => `modules/public-site/pages/${name}.page.tsx`;
const file = (name: string) => `modules/public-site/pages/${name}.page.ts`;

/** Paths under /staff, inside the workspace. */
export const staffRoutes: RouteConfigEntry[] = [];

/** Signed-out pages in the plain frame, with their full path. */
export const doorRoutes: RouteConfigEntry[] = [];

/** Pages for everyone, without script, with their full path; files are named from the `app` folder. */
export const publicRoutes: RouteConfigEntry[] = [
  index(page('public-home'), { id: 'public-home' }),
  route('robots.txt', file('robots')),
  route('sitemap.xml', file('sitemap')),
  route(':language', page('public-home'), { id: 'public-home-in' }),
  route(':language/about-this-site', page('about-site')),
  route(':language/checklist/:slug', page('checklist')),
  route(':language/corridors/:pair', page('corridor')),
  route(':language/doors/:door', page('door')),
  route(':language/feed.xml', file('feed')),
  route(':language/guides/:slug', page('guide')),
  route(':language/guides/:slug/data.json', file('guide-data')),
  route(':language/guides/:slug/leaflet.pdf', file('leaflet')),
  route(':language/notices', page('notices')),
  route(':language/search', page('search')),
  route(':language/topics/:section', page('topic')),
  route(':language/visit', page('visit')),
];
