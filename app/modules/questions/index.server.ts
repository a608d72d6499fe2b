/** What other modules may know of questions: how many wait. */
export { countQuestions } from './queries/count-questions.query.server.ts';
export { intakeLimit } from './intake-limit.server.ts';
export { readForm } from './read-form.server.ts';
export { receiptDigits, receiptWords } from './receipt-code.ts';
export { newReceipt, receiptKeys } from './receipt-keys.server.ts';
export { lookupOf, showReceipt } from './receipt-wall.server.ts';
