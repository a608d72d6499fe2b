import { queriesOn } from '#platform/operations/query.server.ts';
import { downloadReleaseParams } from '../release.schemas.ts';
import type { ReleaseTables } from '../release.tables.server.ts';

/** The bytes as they left, the same at every download. Each is written down: it is how numbers travel on. */
export const downloadRelease = queriesOn<ReleaseTables>()({
  name: 'release.download',
  params: downloadReleaseParams,
  subject: 'release',
  audit: 'viewed',
  async run({ tx }, { releaseId, language, format }) {
    const file = await tx
      .selectFrom('release_file')
      .innerJoin('release', 'release.id', 'release_file.release_id')
      .where('release_id', '=', releaseId)
      .where('language', '=', language)
      .where('format', '=', format)
      .select(['bytes', 'release.first_day', 'release.kind'])
      .executeTakeFirst();
    if (!file) return undefined;
    return {
      answer: { bytes: file.bytes, name: `statistics-${file.kind}-${file.first_day}` },
      viewed: { subjectId: releaseId, fields: [format, language] },
    };
  },
});
