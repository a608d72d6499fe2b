import { z } from 'zod';
import { isStaff } from '#platform/actor.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { guideLanguageSchema } from '../guide.schemas.ts';
import type { GuideTables } from '../guide.tables.server.ts';

/** Where the recording of a page lies: of a published one for everybody, of any for its own staff. */
export const findAudio = queriesOn<GuideTables>()({
  name: 'guide.audio',
  params: z.object({ pageId: z.uuid(), language: guideLanguageSchema }),
  subject: 'guide',
  audit: 'none',
  async run({ tx, actor }, { pageId, language }) {
    let rows = tx
      .selectFrom('guide_audio')
      .innerJoin('guide_page', 'guide_page.id', 'guide_audio.page_id')
      .select(['file_id', 'key_id', 'media_type'])
      .where('page_id', '=', pageId)
      .where('language', '=', language);
    rows = isStaff(actor)
      ? rows.where('guide_page.centre_id', '=', actor.centre.id)
      : rows.where('published_version', 'is not', null).where('archived_at', 'is', null);
    const answer = await rows.executeTakeFirst();
    return answer && { answer };
  },
});
