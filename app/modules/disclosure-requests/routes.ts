import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (name: string) => `modules/disclosure-requests/pages/${name}.page.tsx`;

/** Paths under /staff, inside the workspace; files are named from the `app` folder. */
export const staffRoutes: RouteConfigEntry[] = [
  route('disclosure-requests', page('disclosure-list')),
  route('disclosure-requests/new', page('disclosure-new')),
  route('disclosure-requests/:disclosureRequestId', page('disclosure')),
];

/** Signed-out pages in the plain frame, with their full path. */
export const doorRoutes: RouteConfigEntry[] = [];

/** Pages for everyone, without script, with their full path. */
export const publicRoutes: RouteConfigEntry[] = [];
