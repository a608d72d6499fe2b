const browsers = [
  ['edge', /\bEdg(?:e|A|iOS)?\//],
  ['samsung', /\bSamsungBrowser\//],
  ['opera', /\bOPR\/|\bOpera\b/],
  ['firefox', /\b(?:Firefox|FxiOS)\//],
  ['chrome', /(?:Chrome|CriOS|Chromium)\//],
  ['safari', /\bSafari\//],
] as const;
const systems = [
  ['android', /\bAndroid\b/],
  ['ios', /\b(?:iPhone|iPad|iPod)\b/],
  ['windows', /\bWindows\b/],
  ['chromeos', /\bCrOS\b/],
  ['mac', /\bMacintosh\b/],
  ['linux', /\bLinux\b/],
] as const;

export const browserNames = [...browsers.map(([name]) => name), 'other'] as const;
export const systemNames = [...systems.map(([name]) => name), 'other'] as const;

/** `chrome/android`: enough for its owner to know it again, too little to know anybody by. */
export function deviceClass(userAgent: string | null | undefined): string {
  const said = (userAgent ?? '').slice(0, 500);
  const browser = browsers.find(([, mark]) => mark.test(said))?.[0] ?? 'other';
  const system = systems.find(([, mark]) => mark.test(said))?.[0] ?? 'other';
  return `${browser}/${system}`;
}

/** The two halves of a kept class, `other` for what is not known. */
export function deviceWords(kept: string | null): { browser: string; system: string } {
  const [browser = '', system = ''] = (kept ?? '').split('/');
  return {
    browser: (browserNames as readonly string[]).includes(browser) ? browser : 'other',
    system: (systemNames as readonly string[]).includes(system) ? system : 'other',
  };
}

/** What makers call their things, in every language; `ios` and `other` are said in words. */
export const brandNames: Readonly<Record<string, string>> = {
  edge: 'Edge',
  samsung: 'Samsung Internet',
  opera: 'Opera',
  firefox: 'Firefox',
  chrome: 'Chrome',
  safari: 'Safari',
  android: 'Android',
  windows: 'Windows',
  chromeos: 'ChromeOS',
  mac: 'Mac',
  linux: 'Linux',
};

/** The shape of a kept class, for what an operation takes in. */
export const deviceShape = /^[a-z]{2,12}\/[a-z]{2,12}$/;
