import { publishedSite, textFor } from '#modules/guides/index.server.ts';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { fieldProblem, isProblem, Problem } from '#platform/problem.ts';
import type { FormInput } from '#platform/web/form-data.server.ts';
import { type RefusedForm, refuseForm } from '#platform/web/submit-form.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import { textOf } from './ask-form.server.ts';
import { intakeLimit } from './intake-limit.server.ts';
import { askAgain } from './operations/ask-again.server.ts';
import { deleteThread } from './operations/delete-thread.server.ts';
import { type AskerThread, openThread } from './open-thread.server.ts';
import { readReceipt } from './receipt-code.ts';
import { type ReceiptKeys, receiptKeys } from './receipt-keys.server.ts';

interface ShownMessage {
  seq: number;
  author: 'asker' | 'centre';
  day: string;
  text: string | undefined;
  pages: { title: string; href: string; language: string }[];
}

/** What the page shows after something was sent. */
export type AnswerStep =
  | { step: 'code'; typed: string; isUnknown: boolean; refused?: RefusedForm['problem'] }
  | {
      step: 'thread';
      receipt: string;
      thread: Omit<AskerThread, 'messages'> & { messages: ShownMessage[] };
      isSent: boolean;
      values: RefusedForm['values'];
      refused?: RefusedForm['problem'];
    }
  | { step: 'deleted' };

/**
 * Opens a thread, adds to it or deletes it, by what the form asks for. A receipt that opens nothing is always answered
 * the same; an address that tries many has to wait, whatever it tries.
 */
export async function answerStep(web: Web, form: FormInput): Promise<AnswerStep> {
  const typed = textOf(form.values['receipt']);
  // Nothing typed is no guess, so it must not cost what a guess costs.
  if (typed === '') return { step: 'code', typed, isUnknown: true };
  const limit = intakeLimit(web.house);
  const now = web.house.clock.now().getTime();
  if (!limit.mayGuess(web.address, now)) {
    const problem = new Problem('too-many-requests', 429, { retryAfter: 3_600 });
    return { step: 'code', typed, isUnknown: false, refused: refuseForm(web, problem, {}).problem };
  }
  const keys = await receiptKeys(typed);
  const before = await openThread(web.house, keys);
  if (!before) {
    limit.noteWrongGuess(web.address, now);
    return { step: 'code', typed, isUnknown: true };
  }
  let isSent = false;
  let refused: RefusedForm['problem'] | undefined;
  try {
    const step = form.values['step'];
    if (step === 'delete') {
      await remove(web, form, keys);
      return { step: 'deleted' };
    }
    if (step === 'again') {
      await sayMore(web, form, keys);
      isSent = true;
    }
  } catch (error) {
    if (!isProblem(error)) throw error;
    refused = refuseForm(web, error, {}).problem;
  }
  const thread = (isSent && (await openThread(web.house, keys))) || before;
  return {
    step: 'thread',
    // As the digits or words that opened it, without what was typed around them.
    receipt: readReceipt(typed)?.toString().padStart(24, '0') ?? '',
    thread: { ...thread, messages: await withPages(web, thread) },
    isSent,
    values: isSent ? {} : form.values,
    ...(refused && { refused }),
  };
}

async function remove(web: Web, form: FormInput, { token }: ReceiptKeys): Promise<void> {
  if (form.values['sure'] !== 'yes') throw fieldProblem('sure', 'required');
  await execute(web.house, deleteThread, publicActor, { receipt: { token } });
}

async function sayMore(web: Web, form: FormInput, keys: ReceiptKeys): Promise<void> {
  const now = web.house.clock.now().getTime();
  if (intakeLimit(web.house).note(web.address, now) === 'wait')
    throw new Problem('too-many-requests', 429, { retryAfter: 3_600 });
  const { token, recipient, markKey } = keys;
  await execute(web.house, askAgain, publicActor, {
    receipt: { token, recipient, markKey },
    text: form.input['text'],
    after: Number(form.values['after']) || 1,
  });
}

/** The pages that answers led to, by the titles they have now; what is not published any more is left out. */
async function withPages(web: Web, thread: AskerThread): Promise<ShownMessage[]> {
  const site = thread.messages.some(({ guides }) => guides.length > 0)
    ? await publishedSite(web.house)
    : undefined;
  return thread.messages.map(({ guides, ...message }) => ({
    ...message,
    pages: guides.flatMap(({ pageId }) => {
      const page = site?.pages.find((each) => each.id === pageId);
      if (!page) return [];
      const { title, language } = textFor(page, web.language);
      return [{ title, language, href: `/${web.language}/guides/${page.slug}` }];
    }),
  }));
}
