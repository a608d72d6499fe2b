import { contactApi } from '#modules/contacts/api.server.ts';
import { publicSiteApi } from '#modules/public-site/api.server.ts';
import type { ApiRoute } from '#platform/web/api-route.server.ts';

/** What the modules offer under /api/v1. A module adds its list here. */
export const apiRoutes: ApiRoute[] = [...contactApi, ...publicSiteApi];
