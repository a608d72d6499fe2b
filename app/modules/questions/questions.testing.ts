import type { z } from 'zod';
import { publicActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import { askQuestion } from './operations/ask-question.server.ts';
import { makeKey } from './operations/make-key.server.ts';
import type { askQuestionInput } from './question.schemas.ts';
import { receiptWords } from './receipt-code.ts';
import { newReceipt, type ReceiptKeys, receiptKeys } from './receipt-keys.server.ts';

type Ask = z.input<typeof askQuestionInput>;

/** What of a receipt's keys an operation may be shown. */
export const shown = ({ token, recipient, markKey }: ReceiptKeys) => ({ token, recipient, markKey });

/** Lets a centre be asked: what its job does a minute after it opened. */
export const openTestIntake = async (house: House, centreId: string): Promise<void> => {
  await execute(house, makeKey, await beginJob(house, centreId), {});
};

export const newQuestion = (given: Partial<Ask> & Pick<Ask, 'receipt'>): Ask => ({
  topic: 'problem',
  language: 'en',
  text: 'My employer keeps my passport. What can I do?',
  way: 'code',
  ...given,
});

/** Asks through the operation itself, with a receipt of its own. */
export async function askTestQuestion(house: House, given: Partial<Ask> = {}) {
  const words = receiptWords(newReceipt()).join(' ');
  const keys = await receiptKeys(words);
  await execute(house, askQuestion, publicActor, newQuestion({ receipt: shown(keys), ...given }));
  return { words, keys };
}
