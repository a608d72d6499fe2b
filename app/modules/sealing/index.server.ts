/** Who opens the house. */
export { keepSecret } from './keep-secret.server.ts';
