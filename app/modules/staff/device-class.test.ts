import { expect, test } from 'vitest';
import { deviceClass, deviceShape, deviceWords } from './device-class.ts';

const agents: [string | null, string][] = [
  [null, 'other/other'],
  ['curl/8.5', 'other/other'],
  [
    'Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36',
    'chrome/android',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'edge/windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile/15E148 Safari/604.1',
    'safari/ios',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0', 'firefox/linux'],
  [
    'Mozilla/5.0 (Linux; Android 13) SamsungBrowser/24.0 Chrome/117.0 Mobile Safari/537.36',
    'samsung/android',
  ],
];

test('a browser is known by two coarse words and by nothing finer', () => {
  for (const [agent, kept] of agents) {
    expect(deviceClass(agent)).toBe(kept);
    expect(kept).toMatch(deviceShape);
  }
});

test('what was kept by another release reads as other', () => {
  expect(deviceWords('netscape/amiga')).toEqual({ browser: 'other', system: 'other' });
  expect(deviceWords(null)).toEqual({ browser: 'other', system: 'other' });
  expect(deviceWords('firefox/linux')).toEqual({ browser: 'firefox', system: 'linux' });
});
