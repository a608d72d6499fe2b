import { settingOf } from '#modules/centres/index.server.ts';
import type { StaffActor } from '#platform/actor.ts';

/** Days within which a request is answered, by the centre's setting. */
export const requestDays = (actor: StaffActor): number =>
  settingOf(actor.centre.settings, 'retention.request-days');
