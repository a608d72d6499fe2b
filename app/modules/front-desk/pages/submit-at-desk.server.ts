import type { z } from 'zod';
import type { Operation } from '#platform/operations/operation.server.ts';
import { notFound } from '#platform/problem.ts';
import type { FormInput } from '#platform/web/form-data.server.ts';
import { type RefusedForm, submitForm } from '#platform/web/submit-form.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import type { ArrivalTables } from '../arrival.tables.server.ts';
import { callArrival } from '../operations/call-arrival.server.ts';
import { callNextArrival } from '../operations/call-next-arrival.server.ts';
import { leaveArrival } from '../operations/leave-arrival.server.ts';
import { registerArrival } from '../operations/register-arrival.server.ts';
import { serveArrivalAtDesk } from '../operations/serve-arrival.server.ts';
import { undoArrival } from '../operations/undo-arrival.server.ts';

/** Every button of the board is a form with its verb in the address: it works without script. */
export async function submitAtDesk(
  web: Web,
  request: Request,
): Promise<{ ok: true; to: string } | (RefusedForm & { form: 'register' | 'row' })> {
  const asked = new URL(request.url).searchParams;
  const verb = asked.get('do');
  const back = new URLSearchParams();
  const site = asked.get('site');
  if (site) back.set('site', site);
  if (verb === 'register') {
    const added = await submitForm(web, request, registerArrival, arrivalInput);
    if (!added.ok) return { ...added, form: 'register' };
    back.set('added', String(added.result.ticketNo));
    back.set('arrival', added.result.arrivalId);
    return { ok: true, to: `/staff?${back}` };
  }
  const step = async <Schema extends z.ZodType, Subject>(
    operation: Operation<ArrivalTables, Schema, Subject, { ticketNo: number }>,
    said: string,
  ) => {
    const moved = await submitForm(web, request, operation);
    if (!moved.ok) return { ...moved, form: 'row' as const };
    back.set('said', said);
    back.set('ticket', String(moved.result.ticketNo));
    return { ok: true as const, to: `/staff?${back}` };
  };
  switch (verb) {
    case 'call':
      return step(callArrival, 'called');
    case 'call-next':
      return step(callNextArrival, 'called');
    case 'serve':
      return step(serveArrivalAtDesk, 'served');
    case 'leave':
      return step(leaveArrival, 'left');
    case 'undo':
      return step(undoArrival, 'undone');
    default:
      throw notFound();
  }
}

const arrivalInput = ({ input }: FormInput) => ({
  ...input,
  urgent: input['urgent'] === 'yes',
  ...(input['partySize'] !== undefined && { partySize: Number(input['partySize']) }),
});
