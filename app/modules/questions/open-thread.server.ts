import { publicActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { isProblem } from '#platform/problem.ts';
import type { QuestionState, QuestionWay } from './question.ts';
import type { LinkedGuide } from './question.tables.server.ts';
import { ownThread } from './queries/own-thread.query.server.ts';
import type { ReceiptKeys } from './receipt-keys.server.ts';
import { openNothing, openSaid } from './sealed-message.server.ts';

/** A thread as its asker reads it. */
export interface AskerThread {
  state: QuestionState;
  topic: string;
  way: QuestionWay;
  askedOn: string;
  /** The last message there is: what is said next comes after it. */
  last: number;
  messages: {
    seq: number;
    author: 'asker' | 'centre';
    day: string;
    text: string | undefined;
    guides: LinkedGuide[];
  }[];
}

/**
 * Opens the thread of a receipt with the asker's own key; the house's keys are not touched. An unknown, a deleted and a
 * mistyped receipt are all undefined, after work of the same kind.
 */
export async function openThread(house: House, keys: ReceiptKeys): Promise<AskerThread | undefined> {
  const thread = await read(house, ownThread, publicActor, { receipt: { token: keys.token } }).catch(
    (error) => {
      if (isProblem(error) && error.code === 'not-found') return undefined;
      throw error;
    },
  );
  if (!thread) {
    await openNothing(keys.identity);
    return undefined;
  }
  const messages = await Promise.all(
    thread.messages.map(async ({ seq, author, sealed, day, guides }) => ({
      seq,
      author,
      day,
      guides,
      text: (await openSaid([keys.identity], { questionId: thread.id, seq, author }, sealed))?.text,
    })),
  );
  const { state, topic, way, asked_on: askedOn } = thread;
  return { state, topic, way, askedOn, messages, last: messages.at(-1)?.seq ?? 1 };
}
