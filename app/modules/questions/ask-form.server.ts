import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { isProblem, Problem } from '#platform/problem.ts';
import type { FormInput } from '#platform/web/form-data.server.ts';
import { type RefusedForm, refuseForm } from '#platform/web/submit-form.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import { askQuestion } from './operations/ask-question.server.ts';
import { intakeLimit } from './intake-limit.server.ts';
import { isPlainAnswer, plainQuestion } from './plain-question.server.ts';
import { readReceipt, receiptDigits, receiptWords } from './receipt-code.ts';
import { newReceipt, receiptKeys } from './receipt-keys.server.ts';

/** What the page shows after something was sent. The receipt travels in the form and back, never in an address. */
export type AskStep =
  | {
      step: 'form';
      receipt: string;
      values: RefusedForm['values'];
      sum?: Sum;
      refused?: RefusedForm['problem'];
    }
  | { step: 'receipt'; words: string[]; digits: string[]; way: string };

interface Sum {
  first: number;
  second: number;
  isWrong: boolean;
}

const hour = 3_600;

/** The form with a receipt of its own: made when somebody asks for the form, and for nobody else. */
export function beginAsking(values: RefusedForm['values']): AskStep {
  return { step: 'form', receipt: receiptWords(newReceipt()).join(' '), values };
}

/**
 * Takes the form. Whoever sends much, or into a full hour, or fills in the field that people do not see, is put a plain
 * question first; whoever sends very much has to wait. Nothing typed is lost on the way.
 */
export async function sendQuestion(web: Web, form: FormInput): Promise<AskStep> {
  const typed = textOf(form.values['receipt']);
  const receipt = readReceipt(typed);
  if (receipt === undefined) return beginAsking(form.values);
  const words = receiptWords(receipt);
  const again = { step: 'form' as const, receipt: words.join(' '), values: form.values };
  const limit = intakeLimit(web.house);
  const now = web.house.clock.now().getTime();
  const verdict = limit.note(web.address, now);
  try {
    if (verdict === 'wait') throw new Problem('too-many-requests', 429, { retryAfter: hour });
    const sum = textOf(form.values['sum']);
    const isOdd = textOf(form.values['website']) !== '';
    if ((verdict === 'ask-first' || isOdd) && !isPlainAnswer(receipt, sum))
      return { ...again, sum: { ...plainQuestion(receipt), isWrong: sum !== '' } };
    const { token, recipient, markKey } = await receiptKeys(words.join(' '));
    const { receipt: _typed, sum: _sum, website: _website, step: _step, ...input } = form.input;
    await execute(web.house, askQuestion, publicActor, { ...input, receipt: { token, recipient, markKey } });
    limit.noteTaken(now);
    return { step: 'receipt', words, digits: receiptDigits(receipt), way: textOf(form.values['way']) };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { ...again, refused: refuseForm(web, error, {}).problem };
  }
}

export const textOf = (value: string | string[] | undefined): string =>
  typeof value === 'string' ? value : '';
