import { index, type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (name: string) => `modules/front-desk/pages/${name}`;

/** Paths under /staff, inside the workspace. The day begins at the desk, so the board stands at /staff itself too. */
export const staffRoutes: RouteConfigEntry[] = [
  index(page('desk.page.tsx')),
  route('desk', page('desk.page.tsx'), { id: 'desk' }),
  route('desk/pulse', page('desk-pulse.page.ts')),
  route('desk/sheet', page('desk-sheet.page.ts')),
  route('desk/:arrivalId/ticket', page('desk-ticket.page.ts')),
  route('desk/:arrivalId/link', page('desk-link.page.tsx')),
];

export const doorRoutes: RouteConfigEntry[] = [];
export const publicRoutes: RouteConfigEntry[] = [];
