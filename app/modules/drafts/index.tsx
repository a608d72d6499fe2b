/** What other modules' pages may show of this module. */
export { DraftKeeper } from './components/draft-keeper.tsx';
