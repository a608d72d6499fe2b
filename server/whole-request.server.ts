import { Problem } from '#platform/problem.ts';

/**
 * The request with its body read to the end. A body that trickles in must be over before its request takes a place in a
 * lane: three senders who never finish would otherwise keep everybody from signing in.
 * @param most bytes, counted as they come: what a header says of the length may be wrong or missing
 * @throws Problem `too-large` (413); `input.invalid` (400) when the sender went away in the middle
 */
export async function wholeRequest(request: Request, most: number): Promise<Request> {
  const { url, method, headers } = request;
  if (Number(headers.get('content-length') ?? 0) > most) throw new Problem('too-large', 413);
  const body = await readBody(request.body, most);
  return new Request(url, { method, headers: new Headers([...headers]), body });
}

async function readBody(
  stream: ReadableStream<Uint8Array> | null,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  if (stream) {
    const reader = stream.getReader();
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new Problem('input.invalid', 400);
      });
      if (done) break;
      length += value.byteLength;
      if (length > most) {
        reader.cancel().catch(() => undefined);
        throw new Problem('too-large', 413);
      }
      parts.push(value);
    }
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
