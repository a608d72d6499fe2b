import { type ApiRoute, apiQuery } from '#platform/web/api-route.server.ts';
import { listReleases } from './queries/list-releases.query.server.ts';
import { viewRelease } from './queries/view-release.query.server.ts';

/** Figures for other programs: those that were released, protected as they left, and no others. */
export const releaseApi: ApiRoute[] = [
  apiQuery('/statistics', listReleases, 'What was released: period, place, audience, newest first.'),
  apiQuery('/statistics/:releaseId', viewRelease, 'One release with its tables, as others have it.'),
];
