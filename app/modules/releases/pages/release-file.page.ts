import type { LoaderFunctionArgs } from 'react-router';
import { notFound } from '#platform/problem.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { downloadRelease } from '../queries/download-release.query.server.ts';
import { downloadReleaseParams } from '../release.schemas.ts';

const types = {
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A file of a release, as `<language>.<format>`. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const [language, format] = params.file?.split('.') ?? [];
  const asked = downloadReleaseParams.safeParse({ releaseId: params.releaseId, language, format });
  if (!asked.success) throw notFound();
  const { bytes, name } = await web.read(downloadRelease, asked.data);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': types[asked.data.format],
      'content-disposition': `attachment; filename="${name}-${asked.data.language}.${asked.data.format}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
