import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (name: string) => `modules/erasures/pages/${name}.page.tsx`;

/** Paths under /staff, inside the workspace; files are named from the `app` folder. */
export const staffRoutes: RouteConfigEntry[] = [
  route('requests', page('request-list')),
  route('requests/:requestId', page('request')),
  route('people/:clientId/request', page('request-new')),
];

/** Signed-out pages in the plain frame, with their full path. */
export const doorRoutes: RouteConfigEntry[] = [];

/** Pages for everyone, without script, with their full path. */
export const publicRoutes: RouteConfigEntry[] = [route(':language/my-request', page('my-request'))];
