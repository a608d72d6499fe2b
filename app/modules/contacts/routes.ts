import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (name: string) => `modules/contacts/pages/${name}.page.tsx`;

export const staffRoutes: RouteConfigEntry[] = [
  route('contacts', page('contact-list')),
  route('contacts/export', page('contact-export')),
  route('contacts/export/:contactExportId', 'modules/contacts/pages/contact-export-file.page.ts'),
  route('contacts/new', page('contact-new')),
  route('contacts/:contactId', page('contact')),
  route('contacts/:contactId/correct', page('contact-correct')),
  route('contacts/:contactId/void', page('contact-void')),
  route('follow-ups', page('follow-ups')),
  route('follow-ups/campaign', page('campaign')),
  route('follow-ups/new', page('follow-up-new')),
];
export const doorRoutes: RouteConfigEntry[] = [];
export const publicRoutes: RouteConfigEntry[] = [];
