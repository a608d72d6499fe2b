import type { LoaderFunctionArgs } from 'react-router';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { audioAnswer } from '../audio-answer.server.ts';
import { readAudio } from '../audio-file.server.ts';
import { findAudio } from '../queries/find-audio.query.server.ts';

/** A recording for those who work on the page, before it is out as well. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const row = await web.read(findAudio, {
    pageId: params['pageId'] ?? '',
    language: params['language'] ?? '',
  });
  return audioAnswer(request, await readAudio(web.house, row), {
    mediaType: row.media_type,
    etag: `"${row.file_id}"`,
  });
}
