import { createContext } from 'react-router';

/** What a page's run tells the shell around it: the matched route for the access log, when to come back after a 503. */
export interface RequestTrace {
  pattern: string;
  /** Seconds. React Router drops the headers of a thrown answer, so it travels here. */
  retryAfter?: number;
}

export const requestTrace = createContext<RequestTrace>();
