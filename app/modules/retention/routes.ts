import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (name: string) => `modules/retention/pages/${name}.page.tsx`;

/** Paths under /staff, inside the workspace; files are named from the `app` folder. */
export const staffRoutes: RouteConfigEntry[] = [
  route('retention', page('retention')),
  route('retention/holds', page('holds')),
  route('retention/:proposalId', page('keep')),
  route('people/:clientId/hold', page('hold')),
];

/** Signed-out pages in the plain frame, with their full path. */
export const doorRoutes: RouteConfigEntry[] = [];

/** Pages for everyone, without script, with their full path. */
export const publicRoutes: RouteConfigEntry[] = [];
