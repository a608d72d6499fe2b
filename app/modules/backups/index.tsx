/** The sign of the last proven restore, for pages of other modules. */
export { ProofNotice } from './components/proof-notice.tsx';
