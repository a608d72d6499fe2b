import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import { parseXmlValues } from './xml-values.ts';
import { Problem } from '../problem.ts';
import type { Target } from './target.server.ts';

/** A bucket of object storage that speaks S3 (Amazon's, MinIO, Ceph, Garage, Wasabi …). */
export interface ObjectPlace {
  /** `https://s3.example.org/bucket` or, with a prefix for our files, `https://s3.example.org/bucket/serai`. */
  url: string;
  region: string;
}

export interface ObjectCredentials {
  accessKeyId: string;
  secretAccessKey: string;
}

const pieceSize = 16 * 1024 ** 2;
const patience = 120_000;

export function objectTarget(place: ObjectPlace, credentials: ObjectCredentials): Target {
  const base = new URL(place.url);
  const [bucket = '', ...rest] = base.pathname.split('/').filter((step) => step !== '');
  const prefix = rest.map((step) => `${step}/`).join('');
  const client = new AwsClient({ ...credentials, region: place.region, service: 's3', retries: 3 });
  const address = (name: string, query = '') =>
    `${base.origin}/${[bucket, ...`${prefix}${name}`.split('/')].map(encodeURIComponent).join('/')}${query}`;

  async function call(url: string, init: RequestInit & { method: string }): Promise<Response> {
    let response: Response;
    try {
      response = await client.fetch(url, {
        ...init,
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      });
    } catch (cause) {
      throw new Problem('backup.target-absent', 503, { params: { place: place.url }, cause });
    }
    if (response.ok) return response;
    await response.body?.cancel();
    // The answer of the storage may repeat what it was sent; its number says enough.
    if (response.status === 404 && init.method === 'GET')
      throw new Problem('restore.nothing-found', 404, { params: { folder: place.url } });
    throw new Problem('backup.target-refused', 503, {
      params: { place: place.url, status: String(response.status) },
    });
  }

  const send = (url: string, method: string, body?: Buffer) =>
    call(url, {
      method,
      ...(body && { body: new Uint8Array(body) }),
      headers: {
        'X-Amz-Content-Sha256': createHash('sha256')
          .update(body ?? '')
          .digest('hex'),
      },
    });

  async function listPage(token: string | undefined): Promise<{ names: string[]; next?: string }> {
    const query = new URLSearchParams({ 'list-type': '2', prefix });
    if (token !== undefined) query.set('continuation-token', token);
    const response = await call(`${base.origin}/${bucket}?${query.toString().replaceAll('+', '%20')}`, {
      method: 'GET',
    });
    const text = await response.text();
    const [next] = parseXmlValues(text, 'NextContinuationToken');
    return {
      names: parseXmlValues(text, 'Key').map((key) => key.slice(prefix.length)),
      ...(next !== undefined && { next }),
    };
  }

  async function putWhole(name: string, file: string, size: number): Promise<void> {
    const handle = await open(file, 'r');
    try {
      const body = Buffer.alloc(size);
      await handle.read(body, 0, size, 0);
      await send(address(name), 'PUT', body);
    } finally {
      await handle.close();
    }
  }

  async function putInPieces(name: string, file: string, size: number): Promise<void> {
    const [upload] = parseXmlValues(
      await (await send(address(name, '?uploads='), 'POST')).text(),
      'UploadId',
    );
    if (upload === undefined)
      throw new Problem('backup.target-refused', 503, { params: { place: place.url } });
    const id = encodeURIComponent(upload);
    const handle = await open(file, 'r');
    try {
      const tags: string[] = [];
      for (let at = 0; at < size; at += pieceSize) {
        const body = Buffer.alloc(Math.min(pieceSize, size - at));
        await handle.read(body, 0, body.length, at);
        const answer = await send(
          address(name, `?partNumber=${tags.length + 1}&uploadId=${id}`),
          'PUT',
          body,
        );
        tags.push(answer.headers.get('etag') ?? '');
      }
      const parts = tags.map(
        (tag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${tag}</ETag></Part>`,
      );
      const body = Buffer.from(`<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`);
      const done = await (await send(address(name, `?uploadId=${id}`), 'POST', body)).text();
      // The one call that may fail behind a status of 200.
      if (done.includes('<Error>'))
        throw new Problem('backup.target-refused', 503, { params: { place: place.url } });
    } catch (error) {
      await send(address(name, `?uploadId=${id}`), 'DELETE').catch(() => undefined);
      throw error;
    } finally {
      await handle.close();
    }
  }

  return {
    place: place.url,
    async reach() {
      await listPage(undefined);
    },
    async list() {
      const all: string[] = [];
      for (let token: string | undefined; ; ) {
        const { names, next } = await listPage(token);
        all.push(...names);
        if (next === undefined) return all;
        token = next;
      }
    },
    async put(name, file) {
      const { size } = await stat(file);
      // Every piece goes with its SHA-256, which the storage compares; what arrived is then measured.
      if (size <= pieceSize) await putWhole(name, file, size);
      else await putInPieces(name, file, size);
      const head = await call(address(name), { method: 'HEAD' });
      if (Number(head.headers.get('content-length')) !== size)
        throw new Problem('backup.not-verified', 500, { params: { file: basename(name) } });
    },
    async putText(name, text) {
      await send(address(name), 'PUT', Buffer.from(text));
    },
    async fetch(name, file) {
      const response = await call(address(name), { method: 'GET' });
      try {
        await pipeline(
          Readable.fromWeb(response.body as unknown as WebStream),
          createWriteStream(file, { mode: 0o600, flush: true }),
        );
      } catch (cause) {
        await rm(file, { force: true });
        throw new Problem('backup.target-absent', 503, { params: { place: place.url }, cause });
      }
    },
    async readStart(name, bytes) {
      const response = await call(address(name), {
        method: 'GET',
        headers: { Range: `bytes=0-${bytes - 1}` },
      });
      return Buffer.from(await response.arrayBuffer()).subarray(0, bytes);
    },
    async remove(name) {
      await send(address(name), 'DELETE');
    },
  };
}
