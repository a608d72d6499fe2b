/** What pages of other modules show of questions. */
export { WaitingQuestions } from './components/waiting-questions.tsx';
