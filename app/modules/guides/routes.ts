import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (name: string) => `modules/guides/pages/${name}.page.tsx`;
const file = (name: string) => `modules/guides/pages/${name}.page.ts`;

/** Paths under /staff, inside the workspace; files are named from the `app` folder. */
export const staffRoutes: RouteConfigEntry[] = [
  route('guides', page('guide-list')),
  route('guides/new', page('guide-new')),
  route('guides/tasks', page('content-tasks')),
  route('guides/:pageId', page('guide')),
  route('guides/:pageId/audio', page('guide-audio')),
  route('guides/:pageId/check', page('guide-check')),
  route('guides/:pageId/edit', page('guide-edit')),
  route('guides/:pageId/publish', page('guide-publish')),
  route('guides/:pageId/submit', page('guide-submit')),
  route('guides/:pageId/translate/:language', page('guide-translate')),
];

/** Signed-out pages in the plain frame, with their full path. */
export const doorRoutes: RouteConfigEntry[] = [];

/** Pages for everyone, without script, with their full path. */
export const publicRoutes: RouteConfigEntry[] = [
  route(':language/guides/:slug/audio', file('published-audio')),
];

/** For staff, and yet drawn as readers see a page: without script and without any frame. */
export const bareRoutes: RouteConfigEntry[] = [
  route('staff/guides/:pageId/audio/:language', file('draft-audio')),
  route('staff/guides/:pageId/preview', page('guide-preview')),
  route('staff/guides/:pageId/versions/:version', page('guide-version')),
];
