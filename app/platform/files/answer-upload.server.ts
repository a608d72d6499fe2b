import type { Config } from '../config.server.ts';
import type { House } from '../house.server.ts';
import { type ServedFile, sealFileAddress } from './file-address.server.ts';
import { rangeAnswer } from './range-answer.server.ts';

/** Nothing in it runs, whatever a browser takes it for. */
const sandbox = "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The path below which the origin for files answers. */
export const filePath = '/f/';

/** Where uploads come from, when that is a place of its own. */
export const filesOrigin = ({ filesUrl }: Config): string | undefined =>
  filesUrl === undefined ? undefined : new URL(filesUrl).origin;

/**
 * What somebody uploaded, on its way to a browser that may have it: as an attachment from here, or, where the operator
 * gave uploads an origin of their own, by a short-lived address there.
 */
export function answerUpload(
  house: Pick<House, 'vault' | 'clock' | 'config'>,
  request: Request,
  file: ServedFile,
  bytes: Buffer,
): Response {
  const origin = filesOrigin(house.config);
  if (origin === undefined) return uploadResponse(request, file, bytes);
  const location = `${origin}${filePath}${sealFileAddress(house, file)}`;
  return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } });
}

/** The bytes themselves, so that no browser shows or runs them as a page. */
export function uploadResponse(
  request: Request,
  { id, mediaType, fileName }: ServedFile,
  bytes: Buffer,
): Response {
  const answer = rangeAnswer(request, bytes, { mediaType, etag: `"${id}"` });
  answer.headers.set('Content-Security-Policy', sandbox);
  answer.headers.set('X-Content-Type-Options', 'nosniff');
  answer.headers.set('Cache-Control', 'no-store');
  if (fileName !== undefined)
    answer.headers.set('Content-Disposition', `attachment; filename="${fileName.replace(/[^\w.-]/g, '_')}"`);
  return answer;
}
