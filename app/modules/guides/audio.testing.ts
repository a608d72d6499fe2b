import { Buffer } from 'node:buffer';

/** Frames of silence, 32 kbit/s mono, with tags around them. */
export function testMp3(tag = ''): Buffer {
  const frame = Buffer.alloc(104);
  frame.set([0xff, 0xfb, 0x10, 0xc4]);
  const text = Buffer.from(tag, 'latin1');
  const before = Buffer.concat([Buffer.from('ID3\x04\0\0', 'latin1'), Buffer.of(0, 0, 0, text.length), text]);
  const after = Buffer.alloc(128);
  after.write(`TAG${tag}`, 'latin1');
  const frames = Buffer.concat([frame, frame, frame]);
  return tag === '' ? frames : Buffer.concat([before, frames, after]);
}

function oggPage(packets: readonly Buffer[], sequence: number): Buffer {
  const lacing = packets.flatMap(({ length }) => [
    ...Array.from({ length: Math.floor(length / 255) }, () => 255),
    length % 255,
  ]);
  const head = Buffer.alloc(27);
  head.write('OggS', 'latin1');
  head.writeUInt32LE(sequence, 18);
  head[26] = lacing.length;
  return Buffer.concat([head, Buffer.from(lacing), ...packets]);
}

/** Opus in Ogg with a comment that tells something. */
export function testOpus(comment = 'ARTIST=Nobody'): Buffer {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 'latin1');
  const tags = Buffer.concat([
    Buffer.from('OpusTags', 'latin1'),
    Buffer.alloc(8),
    Buffer.from(comment.padEnd(600)),
  ]);
  return Buffer.concat([oggPage([head], 0), oggPage([tags], 1), oggPage([Buffer.alloc(40, 7)], 2)]);
}

function box(type: string, ...content: readonly Uint8Array[]): Buffer {
  const inside = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(inside.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, inside]);
}

/** M4A as telephones write it, with a place in it. */
export function testM4a(place = '+24.71+046.67/', handler = 'soun'): Buffer {
  const hdlr = Buffer.alloc(24);
  hdlr.write(handler, 8, 'latin1');
  return Buffer.concat([
    box('ftyp', Buffer.from('M4A \0\0\0\0', 'latin1')),
    box(
      'moov',
      box('trak', box('mdia', box('hdlr', hdlr, Buffer.from('Core Media Audio\0')))),
      box('udta', box('\xa9xyz', Buffer.from(place))),
    ),
    box('mdat', Buffer.alloc(64, 9)),
  ]);
}
