import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (name: string) => `modules/clients/pages/${name}`;

/** Paths under /staff, inside the workspace; files are named from the `app` folder. */
export const staffRoutes: RouteConfigEntry[] = [
  route('people', page('people.page.tsx')),
  route('people/export', page('people-export.page.tsx')),
  route('people/export/:peopleExportId', page('people-export-file.page.ts')),
  route('people/new', page('register.page.tsx')),
  route('people/privacy-notice.pdf', page('privacy-notice-pdf.page.ts')),
  route('people/:clientId', page('person.page.tsx')),
  route('people/:clientId/edit', page('edit-person.page.tsx')),
  route('people/:clientId/safe-contact', page('safe-contact.page.tsx')),
  route('people/:clientId/consent', page('consent.page.tsx')),
  route('people/:clientId/consent-form.pdf', page('consent-form-pdf.page.ts')),
  route('people/:clientId/consent/:consentId/proof', page('consent-proof.page.ts')),
  route('people/:clientId/card', page('card.page.tsx')),
  route('people/:clientId/card.pdf', page('card-pdf.page.ts')),
  route('people/:clientId/access', page('access.page.tsx')),
  route('people/:clientId/access.pdf', page('access-pdf.page.ts')),
  route('people/:clientId/duplicates', page('duplicates.page.tsx')),
  route('people/:clientId/readers', page('readers.page.tsx')),
];

/** Signed-out pages in the plain frame, with their full path. */
export const doorRoutes: RouteConfigEntry[] = [];

/** Pages for everyone, without script, with their full path. */
export const publicRoutes: RouteConfigEntry[] = [];
