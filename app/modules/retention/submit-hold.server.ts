import { submitSteppedUp } from '#modules/staff/index.server.ts';
import { localDay } from '#platform/language/local-day.ts';
import type { Web } from '#platform/web/web-context.ts';
import { dayAhead } from './keep-until.ts';
import { endHold } from './operations/end-hold.server.ts';
import { placeHold } from './operations/place-hold.server.ts';

/** Places or ends a hold as the form asks; `clientId` undefined is the whole centre. */
export async function submitHold(web: Web, request: Request, clientId: string | undefined) {
  const act = new URL(request.url).searchParams.get('act');
  const today = localDay(web.house.clock.now(), web.actor.centre?.timeZone ?? 'UTC');
  const submitted =
    act === 'end'
      ? await submitSteppedUp(web, request, endHold, ({ input }) => ({
          holdId: input['holdId'],
          reason: input['reason'],
        }))
      : await submitSteppedUp(web, request, placeHold, ({ input }) => ({
          ...(clientId !== undefined && { clientId }),
          ground: input['ground'],
          reason: input['reason'],
          reviewOn: dayAhead(today, input['reviewOn']),
        }));
  return { ...submitted, act };
}
