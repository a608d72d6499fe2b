// A file is sealed in pieces, so that it can be written and read as a stream. Sealing each piece alone would let somebody
// with the disk drop, repeat, reorder or exchange pieces; so every piece also says which file it is of, its number, and
// whether it is the last. The key is the file's own, so a counter is enough of a nonce and can never come twice.

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Which file this is: its id and what it was stored as. Both are bound into the key and into every piece. */
export interface FileName {
  id: string;
  kind: string;
}

const mark = Buffer.from('SERAIF\0\x01', 'latin1');
const saltLength = 16;
const tagLength = 16;
const pieceLength = 64 * 1024;
const sealedLength = pieceLength + tagLength;

/** @throws when the content throws; yields mark (8) · salt (16) · pieces of ciphertext (65,536 or less) · tag (16) */
export async function* sealFile(
  recordKey: Buffer,
  name: FileName,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltLength);
  const key = fileKey(recordKey, salt, name);
  yield Buffer.concat([mark, salt]);
  let number = 0;
  for await (const { piece, isLast } of piecesOf(content, pieceLength)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast));
    cipher.setAAD(boundTo(name, number, isLast));
    const body = cipher.update(piece);
    cipher.final();
    yield Buffer.concat([body, cipher.getAuthTag()]);
    number += 1;
  }
}

/** Every piece is proven before it is yielded. @throws when a byte, the order, the end, the file or the key is not as sealed */
export async function* openFile(
  recordKey: Buffer,
  name: FileName,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const headLength = mark.length + saltLength;
  let key: Buffer | undefined;
  let number = 0;
  for await (const { piece, isLast } of piecesOf(sealed, sealedLength, headLength)) {
    if (!key) {
      if (piece.length !== headLength || isLast || !piece.subarray(0, mark.length).equals(mark))
        throw broken();
      key = fileKey(recordKey, piece.subarray(mark.length), name);
      continue;
    }
    if (piece.length < tagLength) throw broken();
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast));
    decipher.setAAD(boundTo(name, number, isLast));
    decipher.setAuthTag(piece.subarray(-tagLength));
    const body = decipher.update(piece.subarray(0, -tagLength));
    decipher.final();
    yield body;
    number += 1;
  }
  if (number === 0) throw broken();
}

const broken = () => new Error('not a sealed file');

function fileKey(recordKey: Buffer, salt: Buffer, { id, kind }: FileName): Buffer {
  return Buffer.from(hkdfSync('sha256', recordKey, salt, `serai/v1/file/${kind}/${id}`, 32));
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

const boundTo = ({ id, kind }: FileName, number: number, isLast: boolean): Buffer =>
  Buffer.from(`serai-file\0${mark.at(-1)}\0${id}\0${kind}\0${number}\0${isLast ? 'last' : 'more'}`, 'utf8');

/** Cuts a stream into pieces of one length, the first of `firstLength`; the last may be shorter, and is empty for nothing. */
async function* piecesOf(
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  length: number,
  firstLength = length,
): AsyncGenerator<{ piece: Buffer; isLast: boolean }> {
  let waiting: Buffer[] = [];
  let size = 0;
  let wanted = firstLength;
  for await (const chunk of content) {
    waiting.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    size += chunk.byteLength;
    // One byte more than a piece must be there before it is known not to be the last.
    if (size <= wanted) continue;
    let all = Buffer.concat(waiting);
    while (all.length > wanted) {
      yield { piece: all.subarray(0, wanted), isLast: false };
      all = all.subarray(wanted);
      wanted = length;
    }
    waiting = [all];
    size = all.length;
  }
  yield { piece: Buffer.concat(waiting), isLast: true };
}
