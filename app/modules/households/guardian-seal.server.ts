import type { Vault } from '#platform/vault/vault.server.ts';
import type { GuardianshipRow } from './household.tables.server.ts';

/** Somebody without a file who speaks for a child. */
export interface OutsideGuardian {
  name: string;
  phone?: string;
}

type Column = 'sealed_guardian' | 'sealed_note';
export const guardianPlace = (id: string, column: Column) => ({ table: 'guardianship', column, row: id });

/** Name and phone of an outside guardian; undefined where the guardian has a file. */
export const unsealGuardian = async (
  vault: Vault,
  row: GuardianshipRow,
): Promise<OutsideGuardian | undefined> =>
  row.sealed_guardian
    ? vault.unseal<OutsideGuardian>(
        row.child_id,
        guardianPlace(row.id, 'sealed_guardian'),
        row.sealed_guardian,
      )
    : undefined;
