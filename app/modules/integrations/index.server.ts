/** Other programs: who they are when they come, and the jobs that tell them. */
export { resolveToken } from './resolve-token.server.ts';
export { scopeOfAct } from './scopes.ts';
export { eraseDeliveries } from './erase-deliveries.server.ts';
