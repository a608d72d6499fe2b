import type { OperationContext } from '#platform/operations/operation.server.ts';
import { intakeCentre } from './intake-centre.server.ts';
import { lookupOf, showReceipt } from './receipt-wall.server.ts';
import type { QuestionRow, QuestionTables } from './question.tables.server.ts';

/** The one thread that a receipt opens, locked; undefined for any other receipt. */
export async function loadOwnThread(
  { house, tx }: OperationContext<QuestionTables>,
  token: string,
): Promise<QuestionRow | undefined> {
  const centre = await intakeCentre(house);
  await showReceipt(tx, token, centre?.today);
  return tx
    .selectFrom('question')
    .selectAll()
    .where('lookup', '=', lookupOf(token))
    .forUpdate()
    .executeTakeFirst();
}
