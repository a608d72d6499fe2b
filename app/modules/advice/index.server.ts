/** The door of the advice module, for conversations in which pages are shown. */
export { adviceOfContact, type GivenAdvice } from './advice-of-contact.server.ts';
export { giveAdvice, takeBackAdvice } from './give-advice.server.ts';
export { moveAdvice } from './move-advice.server.ts';
export { eraseAdvice } from './erase-advice.server.ts';
