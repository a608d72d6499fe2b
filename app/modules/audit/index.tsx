/** The words of actions and of parts of a record, for pages that tell who did what. */
export { useActionName, useKnownWord } from './components/use-event-sentence.ts';
