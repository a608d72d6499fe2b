/** The sign of the last proven restore, for pages of other modules. */
export { ProofNotice, type ProofNoticeProps } from './components/proof-notice.tsx';
