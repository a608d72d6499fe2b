/** What pages of other modules show of a move. */
export { TransferNote } from './components/transfer-note.tsx';
