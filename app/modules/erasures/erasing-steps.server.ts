import { personErased } from '#app/person-erased.server.ts';
import type { PersonErased } from '#modules/clients/index.server.ts';
import { eraseAnswers } from './erase-answers.server.ts';
import { eraseRequests } from './erase-requests.server.ts';

/** All that is done when a person is erased: this module's own part, then every other's, the file itself last. */
export const erasingSteps: readonly PersonErased[] = [eraseAnswers, eraseRequests, ...personErased];
