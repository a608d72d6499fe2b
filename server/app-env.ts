import type { HttpBindings } from '@hono/node-server';

/** What one request carries through the middleware. */
export interface AppEnv {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** The public address: its origin is the configured one when the request came by that name. */
    url: URL;
    /** The matched route's pattern, for the access log: paths may hold ids and tokens. */
    pattern: string;
  };
}
