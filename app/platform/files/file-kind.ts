/** What may be kept as a file. Decided by its content; names and declared types of uploads are not even looked at. */
export const fileKinds = ['pdf', 'png', 'jpeg'] as const;
export type FileKind = (typeof fileKinds)[number];

/** How each kind is served and called when it is saved. */
export const fileForms: Readonly<Record<FileKind, { mediaType: string; extension: string }>> = {
  pdf: { mediaType: 'application/pdf', extension: 'pdf' },
  png: { mediaType: 'image/png', extension: 'png' },
  jpeg: { mediaType: 'image/jpeg', extension: 'jpg' },
};

/** The kinds as a person reads them, for `field.file-type`. */
export const fileKindNames = 'PDF, PNG, JPEG';

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const jpegStart = [0xff, 0xd8, 0xff];
/** Readers look for the end of a PDF in its last kilobyte; what is glued on behind it pushes it out. */
const pdfTail = 1024;

/**
 * The kind of a file by its first bytes, which must stand at the very beginning: readers that search further are what
 * files with two natures live on. For a PDF the end must be where it belongs too.
 */
export function typeOfContent(bytes: Uint8Array): FileKind | undefined {
  if (beginsWith(bytes, pngSignature)) return 'png';
  if (beginsWith(bytes, jpegStart)) return 'jpeg';
  const text = (from: number, to?: number) => Buffer.from(bytes.slice(from, to)).toString('latin1');
  return /^%PDF-[12]\.\d[\s%]/.test(text(0, 9)) && text(-pdfTail).includes('%%EOF') ? 'pdf' : undefined;
}

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);
