/** Moves of files between centres, for other modules. */
export { moveTransfers } from './move-transfers.server.ts';
export { revokeOnWithdrawal } from './revoke-on-withdrawal.server.ts';
export { transferOfClient } from './queries/transfer-of-client.query.server.ts';
export { eraseTransfers } from './erase-transfers.server.ts';
