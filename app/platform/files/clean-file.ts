import { cleanJpeg } from './clean-jpeg.ts';
import { cleanPng } from './clean-png.ts';
import { type FileKind, typeOfContent } from './file-kind.ts';

/**
 * A file as it may be kept: its kind by content, pictures without metadata. A PDF stays as it is and must only ever be
 * served as an attachment. Undefined for every other kind and for pictures that are not built as such.
 */
export function cleanFile(bytes: Uint8Array): { kind: FileKind; bytes: Uint8Array } | undefined {
  const kind = typeOfContent(bytes);
  const clean = kind === 'png' ? cleanPng(bytes) : kind === 'jpeg' ? cleanJpeg(bytes) : bytes;
  return kind && clean && { kind, bytes: clean };
}
