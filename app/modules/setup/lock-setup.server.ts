import type { OperationContext } from '#platform/operations/operation.server.ts';
import { isSetupCode, prolongSetupCode } from './setup-code.server.ts';
import type { SetupDraft } from './setup-draft.ts';
import { loadSetupDraft } from './setup-draft.server.ts';
import type { SetupTables } from './setup.tables.server.ts';

/** The set-up that this code opens, locked; undefined looks like not found: a wrong or old code, a house already set up. */
export async function lockSetup(
  { house, tx, now }: OperationContext<SetupTables>,
  code: string,
): Promise<SetupDraft | undefined> {
  const open = await tx
    .selectFrom('house')
    .select('id')
    .where('setup_completed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!open || !(await isSetupCode(tx, code, now))) return undefined;
  await prolongSetupCode(tx, code, now);
  return loadSetupDraft(house, tx);
}
