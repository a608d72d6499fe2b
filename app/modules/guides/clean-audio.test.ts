import { expect, test } from 'vitest';
import { testPng } from '#platform/files/files.testing.ts';
import { testM4a, testMp3, testOpus } from './audio.testing.ts';
import { cleanAudio } from './clean-audio.ts';

test.each([
  ['a picture', testPng()],
  ['a text', Buffer.from('<svg onload=x>')],
  ['two bytes that look like a frame', Buffer.of(0xff, 0xfb, 0x10, 0xc4, 1, 2, 3)],
  ['nothing', Buffer.alloc(0)],
  ['a film', testM4a('x', 'vide')],
  ['a recording cut short', testOpus().subarray(0, 200)],
  ['boxes that reach beyond the end', testM4a().subarray(0, 60)],
  ['a tag without sound', testMp3('only').subarray(0, 14)],
])('%s is no recording', (_what, bytes) => {
  expect(cleanAudio(bytes)).toBeUndefined();
});

test.each([
  ['mp3', testMp3('Zarghuna at home')],
  ['opus', testOpus('ARTIST=Zarghuna at home')],
  ['m4a', testM4a('Zarghuna at home')],
] as const)('%s keeps its sound and loses what was written into it', (kind, bytes) => {
  const clean = cleanAudio(bytes);
  expect(clean?.kind).toBe(kind);
  expect(Buffer.from(clean?.bytes ?? []).includes('Zarghuna')).toBe(false);
  expect(cleanAudio(clean?.bytes ?? Buffer.alloc(0))).toEqual(clean);
});

test('the sound itself stays as it was', () => {
  expect(Buffer.from(cleanAudio(testMp3('x'))?.bytes ?? [])).toEqual(testMp3());
  expect(Buffer.from(cleanAudio(testM4a())?.bytes ?? []).subarray(-64)).toEqual(Buffer.alloc(64, 9));
});
