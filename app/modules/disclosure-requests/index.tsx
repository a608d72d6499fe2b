/** What pages of other modules show of requests for people's data. */
export { AskedByOthers } from './components/asked-by-others.tsx';
