/** What a draft's ciphertext is bound to: its owner, form and subject. */
export const draftPlace = (staffId: string, form: string, subjectId: string) => ({
  table: 'draft',
  column: 'sealed',
  row: `${staffId}/${form}/${subjectId}`,
});
