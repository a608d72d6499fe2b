import { type RouteConfigEntry, route } from '@react-router/dev/routes';

export const staffRoutes: RouteConfigEntry[] = [route('drafts', 'modules/drafts/pages/drafts.page.ts')];
export const doorRoutes: RouteConfigEntry[] = [];
export const publicRoutes: RouteConfigEntry[] = [];
