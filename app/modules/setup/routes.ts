import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** Paths under /staff, inside the workspace; files are named from the `app` folder. */
export const staffRoutes: RouteConfigEntry[] = [
  route('centre/recovery', 'modules/setup/pages/recovery.page.tsx'),
  route('centre/recovery/sheet.pdf', 'modules/setup/pages/recovery-sheet.page.ts'),
];

/** Signed-out pages in the plain frame, with their full path. */
export const doorRoutes: RouteConfigEntry[] = [
  route('setup/:code/recovery-sheet.pdf', 'modules/setup/pages/setup-sheet.page.ts'),
  route('setup/:code/:step?', 'modules/setup/pages/setup.page.tsx'),
];

/** Pages for everyone, without script, with their full path. */
export const publicRoutes: RouteConfigEntry[] = [];
