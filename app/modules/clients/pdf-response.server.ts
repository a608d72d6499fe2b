/** A printed page for the browser's own viewer. The name of the file says nothing of the person. */
export function pdfResponse(bytes: Uint8Array, name: string): Response {
  return new Response(bytes.slice().buffer, {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${name}.pdf"`,
      'cache-control': 'no-store',
    },
  });
}
