export const factsPlace = (flagId: string) => ({
  table: 'reading_flag',
  column: 'sealed_facts',
  row: flagId,
});
export const notePlace = (flagId: string) => ({ table: 'reading_flag', column: 'sealed_note', row: flagId });
