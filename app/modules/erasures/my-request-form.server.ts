import { intakeLimit, receiptKeys } from '#modules/questions/index.server.ts';
import { publicActor } from '#platform/actor.ts';
import { read } from '#platform/operations/read.server.ts';
import { isProblem, Problem } from '#platform/problem.ts';
import { refuseForm, type RefusedForm } from '#platform/web/submit-form.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import { ownRequest } from './queries/own-request.query.server.ts';
import type { Refusal, RequestKind, RequestState } from './request.ts';

export type MyRequestStep =
  | { step: 'code'; typed: string; isUnknown: boolean; refused?: RefusedForm['problem'] }
  | {
      step: 'found';
      kind: RequestKind;
      receivedOn: string;
      dueOn: string;
      state: RequestState;
      decidedOn: string | null;
      refusal: Refusal | null;
    };

/**
 * What a receipt tells. One that opens nothing is always answered the same, and an address that tries many has to wait:
 * it shares its count with receipts of questions.
 */
export async function myRequestStep(web: Web, typed: string): Promise<MyRequestStep> {
  if (typed === '') return { step: 'code', typed, isUnknown: true };
  const limit = intakeLimit(web.house);
  const now = web.house.clock.now().getTime();
  if (!limit.mayGuess(web.address, now)) {
    const problem = new Problem('too-many-requests', 429, { retryAfter: 3_600 });
    return { step: 'code', typed, isUnknown: false, refused: refuseForm(web, problem, {}).problem };
  }
  const { token } = await receiptKeys(typed);
  try {
    return { step: 'found', ...(await read(web.house, ownRequest, publicActor, { token })) };
  } catch (error) {
    if (!isProblem(error) || error.code !== 'not-found') throw error;
    limit.noteWrongGuess(web.address, now);
    return { step: 'code', typed, isUnknown: true };
  }
}
