import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (name: string) => `modules/network/pages/${name}.page.tsx`;

/** Paths under /staff, inside the workspace; files are named from the `app` folder. */
export const staffRoutes: RouteConfigEntry[] = [
  route('network', page('network')),
  route('network/new', page('network-open')),
  route('network/figures', page('network-figures')),
  route('network/administrators', page('network-administrators')),
  route('network/centres/:centreId', page('network-centre')),
  route('asks', page('asks')),
];

/** Signed-out pages in the plain frame, with their full path. */
export const doorRoutes: RouteConfigEntry[] = [];

/** Pages for everyone, without script, with their full path. */
export const publicRoutes: RouteConfigEntry[] = [];
