import { createHash } from 'node:crypto';
import { fieldProblem } from '../problem.ts';

/**
 * The bytes of an upload on their way into an operation. As JSON it tells its size and fingerprint, so that the same
 * form sent twice is known as the same without the content being written out.
 */
export class UploadedFile {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** @throws Problem `input.invalid` with `required` or `file-too-large` at `field`; then nothing was read */
  static async read(files: readonly File[], field: string, maxBytes: number): Promise<UploadedFile> {
    const [file, more] = files;
    if (!file || file.size === 0) throw fieldProblem(field, 'required');
    if (more) throw fieldProblem(field, 'not-valid');
    if (file.size > maxBytes) throw fileTooLarge(field, maxBytes);
    return new UploadedFile(await file.bytes());
  }

  get bytes(): Uint8Array {
    return this.#bytes;
  }

  toJSON(): { size: number; sha256: string } {
    return { size: this.#bytes.length, sha256: createHash('sha256').update(this.#bytes).digest('hex') };
  }
}

export const fileTooLarge = (field: string, maxBytes: number) =>
  fieldProblem(field, 'file-too-large', { limit: `${Math.floor(maxBytes / 1024 ** 2)} MB` });
