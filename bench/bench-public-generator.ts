import autocannon from 'autocannon';

/** What to send: so many connections for so long, either the one address or a new one each time. */
export interface LoadOrder {
  url: string;
  path: string;
  /** The path gets a number at its end, so that no two are the same. */
  fresh?: boolean;
  connections: number;
  seconds: number;
  /** Requests a second altogether; as many as go when none is given. */
  rate?: number;
  headers?: Record<string, string>;
}

export interface LoadResult {
  /** Answers a second. */
  rate: number;
  statuses: Record<string, number>;
  errors: number;
  p95: number;
}

/** In a process of its own, so that the sender and the server do not share a thread. */
process.on('message', (order: LoadOrder) => {
  void send(order).then((result) => process.send?.(result));
});

async function send({
  url,
  path,
  fresh,
  connections,
  seconds,
  rate,
  headers,
}: LoadOrder): Promise<LoadResult> {
  let at = 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    headers: { 'accept-encoding': 'gzip', accept: 'text/html', ...headers },
    ...(rate !== undefined && { overallRate: rate, ignoreCoordinatedOmission: true }),
    requests: [
      fresh
        ? { setupRequest: (request) => ({ ...request, path: `${path}${(at += 1)}-${process.pid}` }) }
        : { path },
    ],
  });
  const statuses = Object.fromEntries(
    Object.entries(result.statusCodeStats ?? {}).map(([status, { count }]) => [status, count ?? 0]),
  );
  return {
    rate: result.requests.average,
    statuses,
    errors: result.errors + result.timeouts,
    p95: result.latency.p97_5,
  };
}
