/**
 * Recordings go out to everybody, so nothing may travel along that nobody hears: telephones write names, places and
 * pictures into them. Each kind is known by its bytes, and what is no sound is taken out or filled with zeros.
 */
export const audioKinds = ['mp3', 'opus', 'm4a'] as const;
export type AudioKind = (typeof audioKinds)[number];

export const audioMediaTypes: Readonly<Record<AudioKind, string>> = {
  mp3: 'audio/mpeg',
  opus: 'audio/ogg',
  m4a: 'audio/mp4',
};
/** The kinds as a person reads them, for `field.file-type`. */
export const audioKindNames = 'MP3, Ogg Opus, M4A';
export const maxAudioBytes = 8 * 1024 ** 2;

/** The sound alone, and what kind it is; undefined for what is none of ours or is broken. */
export function cleanAudio(given: Uint8Array): { kind: AudioKind; bytes: Uint8Array } | undefined {
  const bytes = Buffer.from(given);
  const opus = cleanOpus(bytes);
  if (opus) return { kind: 'opus', bytes: opus };
  const m4a = cleanM4a(bytes);
  if (m4a) return { kind: 'm4a', bytes: m4a };
  const mp3 = cleanMp3(bytes);
  return mp3 && { kind: 'mp3', bytes: mp3 };
}

/** Frames from the first to the last; tags (ID3, APE) stand before and behind them. */
function cleanMp3(bytes: Buffer): Buffer | undefined {
  let start = 0;
  while (bytes.toString('latin1', start, start + 3) === 'ID3') {
    if (bytes.length < start + 10) return undefined;
    const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((bytes[start + at] ?? 0) & 0x7f), 0);
    const hasFooter = ((bytes[start + 5] ?? 0) & 0x10) !== 0;
    start += 10 + size + (hasFooter ? 10 : 0);
  }
  let end = bytes.length;
  for (;;) {
    if (end - start >= 128 && bytes.toString('latin1', end - 128, end - 125) === 'TAG') end -= 128;
    else if (end - start >= 32 && bytes.toString('latin1', end - 32, end - 24) === 'APETAGEX') {
      const hasHeader = (bytes.readUInt32LE(end - 12) & 0x80000000) !== 0;
      end -= bytes.readUInt32LE(end - 20) + (hasHeader ? 32 : 0);
    } else break;
  }
  const frames = bytes.subarray(start, Math.max(start, end));
  const first = frameBytes(frames, 0);
  // A second frame where the first ends: two bytes alone may stand at the beginning of anything.
  return first !== undefined && frameBytes(frames, first) !== undefined ? frames : undefined;
}

const bitrates = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const sampleRates = [44_100, 48_000, 32_000];

/** The length of the layer III frame that begins here. */
function frameBytes(bytes: Buffer, at: number): number | undefined {
  const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
  if (a !== 0xff || (b & 0xe6) !== 0xe2) return undefined;
  const version = (b >> 3) & 3;
  const rate = sampleRates[(c >> 2) & 3];
  const kilobits = bitrates[version === 3 ? 1 : 2][c >> 4];
  if (version === 1 || rate === undefined || !kilobits) return undefined;
  const samplesPerSecond = version === 3 ? rate : version === 2 ? rate / 2 : rate / 4;
  const factor = version === 3 ? 144_000 : 72_000;
  return Math.floor((factor * kilobits) / samplesPerSecond) + ((c >> 1) & 1);
}

/** Ogg pages; the second packet holds the comments, and becomes one without any. */
function cleanOpus(given: Buffer): Buffer | undefined {
  const bytes = Buffer.from(given);
  let packet = 0;
  let inComments = 0;
  let at = 0;
  for (let page = 0; at < bytes.length; page++) {
    if (bytes.toString('latin1', at, at + 4) !== 'OggS' || at + 27 > bytes.length) return undefined;
    const segments = bytes[at + 26] ?? 0;
    const body = at + 27 + segments;
    const sizes = [...bytes.subarray(at + 27, body)];
    const end = body + sizes.reduce((sum, size) => sum + size, 0);
    if (end > bytes.length) return undefined;
    if (page === 0 && bytes.toString('latin1', body, body + 8) !== 'OpusHead') return undefined;
    let place = body;
    for (const size of sizes) {
      if (packet === 1) {
        const isBegin = inComments === 0;
        if (isBegin && bytes.toString('latin1', place, place + 8) !== 'OpusTags') return undefined;
        // Signature, then no vendor and no comments: eight zeros. What follows is padding.
        bytes.fill(0, isBegin ? place + 8 : place, place + size);
        inComments += size;
      }
      place += size;
      if (size < 255) packet += 1;
    }
    bytes.writeUInt32LE(0, at + 22);
    bytes.writeUInt32LE(oggChecksum(bytes.subarray(at, end)), at + 22);
    at = end;
  }
  return packet > 2 && inComments >= 16 ? bytes : undefined;
}

const checksums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit++) value = (value << 1) ^ (value & 0x80000000 ? 0x04c11db7 : 0);
  return value >>> 0;
});

function oggChecksum(bytes: Uint8Array): number {
  let value = 0;
  for (const byte of bytes) value = ((value << 8) ^ (checksums[((value >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0;
  return value;
}

const audioBrands = /^(M4A |M4B |mp42|mp41|isom|iso[2-6]|3gp[4-6]|dash)$/;
/** Boxes that tell of the maker, and those that hold others. */
const tellingBoxes = new Set(['udta', 'meta', 'uuid']);
const holdingBoxes = new Set(['moov', 'trak', 'mdia', 'minf']);

/** Boxes keep their length, because the sound is found by its distance from the beginning; what tells becomes free room. */
function cleanM4a(given: Buffer): Buffer | undefined {
  const bytes = Buffer.from(given);
  if (bytes.toString('latin1', 4, 8) !== 'ftyp' || !audioBrands.test(bytes.toString('latin1', 8, 12)))
    return undefined;
  const seen = new Set<string>();
  if (!cleanBoxes(bytes, 0, bytes.length, seen)) return undefined;
  return seen.has('moov') && seen.has('mdat') && seen.has('soun') && !seen.has('vide') ? bytes : undefined;
}

function cleanBoxes(bytes: Buffer, from: number, to: number, seen: Set<string>): boolean {
  for (let at = from; at < to; ) {
    if (at + 8 > to) return false;
    const type = bytes.toString('latin1', at + 4, at + 8);
    const short = bytes.readUInt32BE(at);
    const head = short === 1 ? 16 : 8;
    if (at + head > to) return false;
    const size = short === 0 ? to - at : short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    if (size < head || at + size > to) return false;
    seen.add(type);
    // What a track carries: sound, or pictures. Its name is free text.
    if (type === 'hdlr' && size >= head + 24) {
      seen.add(bytes.toString('latin1', at + head + 8, at + head + 12));
      bytes.fill(0, at + head + 24, at + size);
    }
    if (tellingBoxes.has(type)) {
      bytes.write('free', at + 4, 'latin1');
      bytes.fill(0, at + head, at + size);
    } else if (type === 'free' || type === 'skip') bytes.fill(0, at + head, at + size);
    else if (holdingBoxes.has(type) && !cleanBoxes(bytes, at + head, at + size, seen)) return false;
    at += size;
  }
  return true;
}
