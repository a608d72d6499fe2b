/** How the clients module shows people and reasons: for pages of other modules. */
import './components/clients.css';

export { PersonLine, PersonBadges } from './components/person-line.tsx';
export { ReasonList } from './components/reason-list.tsx';
export type { ClientSummary } from './client-summary.server.ts';
