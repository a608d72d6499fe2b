import { createContext } from 'react-router';

/** Carries the matched route's pattern from the pages back to the access log. */
export const requestTrace = createContext<{ pattern: string }>();
