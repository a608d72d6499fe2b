import type { Kysely } from 'kysely';
import type { FilesInUse } from '#platform/files/sweep-files.server.ts';
import type { House } from '#platform/house.server.ts';
import type { AudioKind } from './clean-audio.ts';
import { audioMediaTypes } from './clean-audio.ts';
import type { GuideTables } from './guide.tables.server.ts';

export interface KeptAudio {
  file_id: string;
  key_id: string;
  media_type: string;
}

/** The kind under which a recording is kept. */
export const kindOfAudio = (mediaType: string): AudioKind =>
  (Object.keys(audioMediaTypes) as AudioKind[]).find((kind) => audioMediaTypes[kind] === mediaType) ?? 'mp3';

/** The whole recording; at most 8 MB. @throws Problem `file.damaged` when it is gone or not what was kept */
export async function readAudio(house: House, row: KeptAudio): Promise<Buffer> {
  const stream = await house.files.open(row.file_id, {
    keyId: row.key_id,
    kind: kindOfAudio(row.media_type),
  });
  return Buffer.from(await new Response(stream).arrayBuffer());
}

/** Asked by the house itself, for every centre: which of these files are recordings of pages. */
export const audioFilesInUse: FilesInUse = async (house, fileIds) => {
  const indexer: Kysely<GuideTables> = house.databases.indexer;
  const rows = await indexer
    .selectFrom('guide_audio')
    .select('file_id')
    .where('file_id', 'in', [...fileIds])
    .execute();
  return rows.map((row) => row.file_id);
};
