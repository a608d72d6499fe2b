/** What a request's words are bound to: row and column, under the person's key. */
export const wordsPlace = (requestId: string) => ({
  table: 'subject_request',
  column: 'sealed_words',
  row: requestId,
});
export const answerPlace = (requestId: string) => ({
  table: 'subject_request',
  column: 'sealed_answer',
  row: requestId,
});
