import type { LoaderFunctionArgs } from 'react-router';
import { rangeAnswer } from '#platform/files/range-answer.server.ts';
import { notFound } from '#platform/problem.ts';
import { webContext } from '#platform/web/web-context.ts';
import { readAudio } from '../audio-file.server.ts';
import { publishedSite } from '../published-site.server.ts';
import { findAudio } from '../queries/find-audio.query.server.ts';

/** The recording of a published page in one language, for everybody. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const language = params['language'] ?? '';
  const guide = (await publishedSite(web.house))?.bySlug.get(params['slug'] ?? '');
  if (!guide?.texts.get(language)?.audioId) throw notFound();
  const row = await web.read(findAudio, { pageId: guide.id, language });
  return rangeAnswer(request, await readAudio(web.house, row), {
    mediaType: row.media_type,
    etag: `"${row.file_id}"`,
  });
}
