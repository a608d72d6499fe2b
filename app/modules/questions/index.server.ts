/** What other modules may know of questions: how many wait. */
export { countQuestions } from './queries/count-questions.query.server.ts';
