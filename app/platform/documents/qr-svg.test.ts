import { expect, it } from 'vitest';
import { drawQrSvg } from './qr-svg.server.ts';

it('encodes text that no QR code could hold by cutting it, never by failing', () => {
  expect(drawQrSvg('x'.repeat(100_000))).toContain('<svg');
  expect(drawQrSvg('')).toContain('<svg');
  expect(drawQrSvg('\uD800')).toContain('<svg');
});

it('holds nothing of the text but its modules', () => {
  expect(drawQrSvg('"/><script>')).toMatch(
    /^<svg [^<]*><path fill="#fff" d="[MHhVvz\d ]+"\/><path fill="#000" d="[Mhvz\d -]+"\/><\/svg>$/u,
  );
});

it('leaves a quiet zone of four modules', () => {
  expect(drawQrSvg('4827')).toContain('viewBox="0 0 29 29"');
});
