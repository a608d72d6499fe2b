import { Bdi } from '#ui/bdi.tsx';

/** A file by its number, and the name as far as the reader may know it. */
export function FileOfMerge({ file }: { file: { fileNo?: string; name?: string } }) {
  return (
    <span>
      <Bdi ltr>{file.fileNo ?? '–'}</Bdi> {file.name && <Bdi>{file.name}</Bdi>}
    </span>
  );
}
