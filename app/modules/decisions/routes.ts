import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (name: string) => `modules/decisions/pages/${name}.page.tsx`;

export const staffRoutes: RouteConfigEntry[] = [
  route('contacts/:contactId/decision', page('contact-decision')),
  route('contacts/:contactId/decision/guide', page('contact-guide')),
  route('decisions/:decisionId', page('decision')),
];
export const doorRoutes: RouteConfigEntry[] = [];
export const publicRoutes: RouteConfigEntry[] = [
  route(':language/decide', page('decide')),
  route(':language/costs/:corridor', page('costs')),
];
