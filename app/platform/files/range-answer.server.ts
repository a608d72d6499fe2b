/**
 * A file as players of recordings ask for it: whole, or the part named by `Range: bytes=…`. A part that cannot be is answered with
 * 416; several parts at once, or a range that makes no sense, with the whole.
 */
export function rangeAnswer(
  request: Request,
  bytes: Buffer,
  about: { mediaType: string; etag: string },
): Response {
  const headers = new Headers({
    'Content-Type': about.mediaType,
    'Accept-Ranges': 'bytes',
    'Content-Disposition': 'inline',
    ETag: about.etag,
  });
  if (request.headers.get('if-none-match') === about.etag)
    return new Response(null, { status: 304, headers });
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get('range') ?? '');
  const condition = request.headers.get('if-range');
  if (!range || (range[1] === '' && range[2] === '') || (condition !== null && condition !== about.etag)) {
    headers.set('Content-Length', String(bytes.length));
    return new Response(new Uint8Array(bytes), { headers });
  }
  const from = range[1] === '' ? Math.max(0, bytes.length - Number(range[2])) : Number(range[1]);
  const to =
    range[1] === '' || range[2] === '' ? bytes.length - 1 : Math.min(Number(range[2]), bytes.length - 1);
  if (from > to) {
    headers.set('Content-Range', `bytes */${bytes.length}`);
    return new Response(null, { status: 416, headers });
  }
  headers.set('Content-Range', `bytes ${from}-${to}/${bytes.length}`);
  headers.set('Content-Length', String(to - from + 1));
  return new Response(new Uint8Array(bytes.subarray(from, to + 1)), { status: 206, headers });
}
