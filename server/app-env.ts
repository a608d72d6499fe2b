import type { HttpBindings } from '@hono/node-server';
import type { Side } from './origins.server.ts';

/** What one request carries through the middleware. */
export interface AppEnv {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** The public address: its origin is the configured one when the request came by that name. */
    url: URL;
    /** What this address is for, where the house has several origins. */
    side: Side;
    /** The matched route's pattern, for the access log: paths may hold ids and tokens. */
    pattern: string;
  };
}
