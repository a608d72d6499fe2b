import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A small object storage that believes nobody: every request must carry a signature of version 4 that it computes for
 * itself, over the address, the signed headers and the SHA-256 of the body, which must be that of the body that came.
 */
export interface TestObjectStore {
  url: string;
  objects: Map<string, Buffer>;
  /** What it refused, and why. */
  refused: string[];
  /** Keeps every answer short, so that lists come in pages. */
  pageSize: number;
  close(): Promise<void>;
}

export const testAccess = { accessKeyId: 'AKTEST', secretAccessKey: 'secret of the test' };
export const testRegion = 'eu-test-1';

export async function openObjectStore(): Promise<TestObjectStore> {
  const uploads = new Map<string, { key: string; parts: Map<number, Buffer> }>();
  const store: TestObjectStore = {
    url: '',
    objects: new Map(),
    refused: [],
    pageSize: 3,
    close: async () => {
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  const server = createServer((request, response) => {
    void serve(request, response);
  });
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request);
    const why = whyRefused(request, body);
    if (why === undefined) {
      answer(store, uploads, request, body, response);
      return;
    }
    store.refused.push(why);
    response.writeHead(403).end(`<Error><Code>${why}</Code></Error>`);
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  store.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/bucket/house`;
  return store;
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const sha256 = (of: string | Buffer) => createHash('sha256').update(of).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const encode = (text: string) =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** AWS Signature Version 4, as its documentation has it. */
function whyRefused(request: IncomingMessage, body: Buffer): string | undefined {
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    );
  if (!match) return 'unsigned';
  const [, access, day, region, signed = '', signature] = match;
  if (access !== testAccess.accessKeyId || region !== testRegion) return 'stranger';
  const claimed = String(request.headers['x-amz-content-sha256']);
  if (claimed !== 'UNSIGNED-PAYLOAD' && claimed !== sha256(body)) return 'other-body';
  if (claimed === 'UNSIGNED-PAYLOAD' && body.length > 0) return 'unsigned-body';
  const url = new URL(request.url ?? '', 'http://store');
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const path = url.pathname
    .split('/')
    .map((step) => encode(decodeURIComponent(step)))
    .join('/');
  const headers = signed.split(';').map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`);
  const canonical = [request.method, path, query, headers.join(''), signed, claimed].join('\n');
  const date = String(request.headers['x-amz-date']);
  const scope = `${day}/${region}/s3/aws4_request`;
  const key = ['aws4_request', 's3', region, day]
    .reverse()
    .reduce<string | Buffer>((from, step) => hmac(from, step ?? ''), `AWS4${testAccess.secretAccessKey}`);
  const expected = hmac(key, ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n')).toString('hex');
  return expected === signature ? undefined : 'wrong-signature';
}

function answer(
  store: TestObjectStore,
  uploads: Map<string, { key: string; parts: Map<number, Buffer> }>,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): void {
  const url = new URL(request.url ?? '', 'http://store');
  const key = decodeURIComponent(url.pathname).replace(/^\/bucket\/?/, '');
  const { searchParams: query } = url;
  const upload = uploads.get(query.get('uploadId') ?? '');
  const found = store.objects.get(key);
  const say = (status: number, text: string | Buffer = '', headers: Record<string, string> = {}) =>
    void response.writeHead(status, headers).end(text);
  if (request.method === 'GET' && query.has('list-type')) {
    const names = [...store.objects.keys()]
      .filter((name) => name.startsWith(query.get('prefix') ?? ''))
      .sort();
    const from = Number(query.get('continuation-token') ?? 0);
    const next = from + store.pageSize < names.length ? from + store.pageSize : undefined;
    const page = names
      .slice(from, from + store.pageSize)
      .map((name) => `<Contents><Key>${name}</Key></Contents>`);
    const token = next === undefined ? '' : `<NextContinuationToken>${next}</NextContinuationToken>`;
    return say(200, `<ListBucketResult>${page.join('')}${token}</ListBucketResult>`);
  }
  if (request.method === 'POST' && query.has('uploads')) {
    const id = randomBytes(8).toString('hex');
    uploads.set(id, { key, parts: new Map() });
    return say(
      200,
      `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
    );
  }
  if (request.method === 'PUT' && upload) {
    upload.parts.set(Number(query.get('partNumber')), body);
    return say(200, '', { etag: `"${sha256(body)}"` });
  }
  if (request.method === 'POST' && upload) {
    store.objects.set(
      upload.key,
      Buffer.concat([...upload.parts].sort(([a], [b]) => a - b).map(([, part]) => part)),
    );
    return say(200, '<CompleteMultipartUploadResult/>');
  }
  if (request.method === 'PUT') {
    store.objects.set(key, body);
    return say(200);
  }
  if (request.method === 'DELETE') {
    store.objects.delete(key);
    return say(204);
  }
  if (!found) return say(404);
  if (request.method === 'HEAD') return say(200, '', { 'content-length': String(found.length) });
  const [, last] = /^bytes=0-(\d+)$/.exec(request.headers.range ?? '') ?? [];
  return last === undefined ? say(200, found) : say(206, found.subarray(0, Number(last) + 1));
}
