import type { LoaderFunctionArgs } from 'react-router';
import { answerUpload } from '#platform/files/answer-upload.server.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { kindOfAudio, readAudio } from '../audio-file.server.ts';
import { findAudio } from '../queries/find-audio.query.server.ts';

/** A recording for those who work on the page, before it is out as well. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const row = await web.read(findAudio, {
    pageId: params['pageId'] ?? '',
    language: params['language'] ?? '',
  });
  const file = {
    id: row.file_id,
    keyId: row.key_id,
    kind: kindOfAudio(row.media_type),
    mediaType: row.media_type,
  };
  return answerUpload(web.house, request, file, await readAudio(web.house, row));
}
