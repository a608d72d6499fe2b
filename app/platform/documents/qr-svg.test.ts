import { create } from 'qrcode';
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

it('draws exactly the modules of the code', () => {
  const { modules } = create('4827-1930-56', { errorCorrectionLevel: 'M' });
  const drawn = new Set<string>();
  for (const [, x, y, length] of drawQrSvg('4827-1930-56').matchAll(/M(\d+) (\d+)h(\d+)v1h/gu)) {
    for (let i = 0; i < Number(length); i++) drawn.add(`${Number(x) + i - 4},${Number(y) - 4}`);
  }
  const expected = new Set<string>();
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) expected.add(`${x},${y}`);
  }
  expect(drawn).toEqual(expected);
});
