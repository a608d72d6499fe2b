/** The door of the guides module: what is published, and what is still to be written. */
export { audioFilesInUse } from './audio-file.server.ts';
export type { Block, ChecklistItem } from './block.ts';
export { blockQuotes } from './block-quotes.ts';
export { blockText } from './block-text.ts';
export { formatFactValue } from './fact-value.ts';
export { guideLeaflet } from './guide-leaflet.ts';
export { contentRevision, publishedSite } from './published-site.server.ts';
export { type PublishedGuide, type PublishedSite, type PublishedText, textFor } from './published-site.ts';
export {
  type ChecklistCase,
  checklistConditions,
  corridorSlug,
  type Door,
  doors,
  type GuideType,
  type Section,
  sections,
} from './guide.ts';
export type { GuideTables } from './guide.tables.server.ts';
export { openContentTask } from './open-content-task.server.ts';
export { bringStarterTask } from './jobs.server.ts';
