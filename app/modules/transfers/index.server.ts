/** Moves of files between centres, for other modules. */
export { revokeOnWithdrawal } from './revoke-on-withdrawal.server.ts';
export { transferOfClient } from './queries/transfer-of-client.query.server.ts';
