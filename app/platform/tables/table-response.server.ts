import type { WriteSheet } from './table.ts';
import { writeCsv } from './write-csv.server.ts';
import { writeXlsx } from './write-xlsx.server.ts';

export type TableKind = 'csv' | 'xlsx';

const types: Record<TableKind, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * A table as a download, made while it is sent. A CSV holds the first sheet alone. The name says nothing of people:
 * letters, digits and hyphens. Whatever may fail should fail before: once bytes are under way there is no page to say it on.
 */
export function tableResponse(
  kind: TableKind,
  name: string,
  sheets: readonly [WriteSheet, ...WriteSheet[]],
): Response {
  const pieces = kind === 'csv' ? writeCsv(sheets[0]) : writeXlsx(sheets);
  return new Response(toStream(pieces), {
    headers: {
      'content-type': types[kind],
      'content-disposition': `attachment; filename="${name.replace(/[^\w-]+/g, '-')}.${kind}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

function toStream(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
