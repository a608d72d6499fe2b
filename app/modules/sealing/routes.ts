import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** Paths under /staff, inside the workspace; files are named from the `app` folder. */
export const staffRoutes: RouteConfigEntry[] = [
  route('centre/opening', 'modules/sealing/pages/opening.page.tsx'),
];

/** Signed-out pages in the plain frame, with their full path. */
export const doorRoutes: RouteConfigEntry[] = [
  route('staff/unlock-house', 'modules/sealing/pages/unlock-house.page.tsx'),
  route('staff/unlock-house/passkey', 'modules/sealing/pages/unlock-house-passkey.page.ts'),
  route('staff/lock-house', 'modules/sealing/pages/lock-house.page.ts'),
];

/** Pages for everyone, without script, with their full path. */
export const publicRoutes: RouteConfigEntry[] = [];
