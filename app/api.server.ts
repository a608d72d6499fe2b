import type { ApiExamples } from '#platform/web/open-api.server.ts';
import examples from './api-examples.json' with { type: 'json' };
import { clientApi } from '#modules/clients/api.server.ts';
import { contactApi } from '#modules/contacts/api.server.ts';
import { publicSiteApi } from '#modules/public-site/api.server.ts';
import { releaseApi } from '#modules/releases/api.server.ts';
import type { ApiRoute } from '#platform/web/api-route.server.ts';

/** One real call of each address, made by `server/api-examples.test.ts`. */
export const apiExamples: ApiExamples = examples;

/** What the modules offer under /api/v1. A module adds its list here. */
export const apiRoutes: ApiRoute[] = [...clientApi, ...contactApi, ...publicSiteApi, ...releaseApi];
