import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (name: string) => `modules/transfers/pages/${name}.page.tsx`;

/** Paths under /staff, inside the workspace; files are named from the `app` folder. */
export const staffRoutes: RouteConfigEntry[] = [
  route('transfers', page('transfer-list')),
  route('transfers/:transferId', page('transfer')),
  route('people/:clientId/transfer', page('transfer-new')),
];

/** Signed-out pages in the plain frame, with their full path. */
export const doorRoutes: RouteConfigEntry[] = [];

/** Pages for everyone, without script, with their full path. */
export const publicRoutes: RouteConfigEntry[] = [];
