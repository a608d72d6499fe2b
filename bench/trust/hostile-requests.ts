import { withField } from '../../checks/hostile-input/field-paths.ts';
import { asText, hostileValue, randomText, strangeNames } from './hostile-more.ts';
import type { HostileApi, HostilePage } from './hostile-routes.server.ts';
import type { Lot } from './lot.ts';

/** One request as no browser of ours would send it. */
export interface HostileRequest {
  /** Route, trick and field, to find it again. */
  what: string;
  url: string;
  method: string;
  headers: [string, string][];
  body?: string | Uint8Array<ArrayBuffer>;
}

const form = 'application/x-www-form-urlencoded';
const types = [
  form,
  'application/json',
  'text/plain',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary=x',
  `multipart/form-data; boundary=${'b'.repeat(300)}`,
  'application/json; charset=utf-7',
  'application/x-www-form-urlencoded; charset=utf-16',
  'application/x-www-form-urlencoded, application/json',
  'application/problem+json',
  'application/xml',
  'text/x-script',
  'application/octet-stream',
  ';;;',
  'a/b; q="',
];
const methods = ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'QUERY', 'M-SEARCH', 'get'];
const addresses = [
  '..%2f..%2f..%2fetc%2fpasswd',
  '%2e%2e/%2e%2e/etc/passwd',
  '..;/..;/',
  '%00',
  '%ff',
  '%ED%A0%80',
  '%c0%ae%c0%ae%c0%af',
  '%',
  '%zz',
  '%25%32%65',
  '.data',
  '_root.data',
  '.git/config',
  'index.php',
  '//evil.example',
  '%5c%5cevil.example',
  '%0d%0aSet-Cookie:%20serai=x',
  '?',
  '??',
  '#',
  ';jsessionid=1',
  '%E2%80%AE',
  'a'.repeat(4_000),
  'a/'.repeat(800),
  '-1',
  '0',
  '1e999',
  'null',
  'undefined',
  'NaN',
  '[object Object]',
];
const params = (
  'text q page after before site show whose from to month calendar lang language client arrival who file staff action ' +
  'draft next seq until topic name _routes kind format columns sort limit version'
).split(' ');
const headerNames = (
  'accept accept-language accept-encoding cookie origin referer sec-fetch-site sec-fetch-mode range if-none-match ' +
  'if-modified-since x-forwarded-for x-forwarded-host x-forwarded-proto x-http-method-override x-original-url forwarded ' +
  'host content-length transfer-encoding content-encoding expect upgrade authorization idempotency-key user-agent ' +
  'x-requested-with x-rewrite-url te trailer via purpose'
).split(' ');
const headerValues = [
  '',
  '*',
  ',',
  ';',
  'null',
  '-1',
  '0',
  '99999999999999999999',
  'gzip, deflate, br, zstd, x',
  'chunked',
  'chunked, identity',
  'bytes=0-,0-,0-,0-',
  'bytes=-1',
  'bytes=9999999-1',
  '*;q=2,,;q=',
  'xx-'.repeat(2_000),
  '1.1.1.1,'.repeat(900),
  '<script>alert(1)</script>',
  '127.0.0.1, ::1, evil.example',
  'https://evil.example',
  'http://127.0.0.1:4380.evil.example',
  'DELETE',
  'Bearer ',
  `Bearer ${'x'.repeat(100)}`,
  `Basic ${'eDp4'.repeat(40)}`,
  'serai=; serai=x; serai',
  'serai-language=__proto__; serai-left=%; serai-device=%00',
  `serai=${'x'.repeat(5_000)}`,
  'Fri, 30 Feb 0000 25:61:61 GMT',
  'W/"x", "y", *',
  '\u00ff\u00fe',
];

export function hostileRequest(lot: Lot, route: HostilePage | HostileApi): HostileRequest {
  return route.kind === 'api' ? forApi(lot, route) : forPage(lot, route);
}

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

function forPage(lot: Lot, page: HostilePage): HostileRequest {
  const kind = lot.below(100);
  const base = { url: page.url, method: 'GET', headers: [] as [string, string][] };
  if (kind < 10) return strangeAddress(lot, page);
  if (kind < 18) {
    const query = Array.from({ length: 1 + lot.below(4) }, () => {
      const value = lot.chance(0.5)
        ? lot.pick(addresses)
        : encoded(asText(hostileValue(lot)).slice(0, 6_000));
      return `${lot.chance(0.8) ? lot.pick(params) : encoded(lot.pick(strangeNames))}=${value}`;
    }).join('&');
    return { ...base, what: `${page.path}, a query`, url: `${page.url}?${query}` };
  }
  if (kind < 26) return { ...base, what: `${page.path}, headers`, headers: strangeHeaders(lot) };
  if (kind < 28)
    return {
      ...base,
      what: `${page.path}, its data`,
      url: `${page.url}.data?_routes=${lot.pick(addresses)}`,
    };
  if (kind < 32) {
    const method = lot.pick(methods);
    const body = lot.chance(0.5) && method !== 'HEAD' && method !== 'get' ? { body: strangeBody(lot) } : {};
    return { ...base, ...body, what: `${page.path}, ${method}`, method };
  }
  const sent = { ...base, method: 'POST' };
  if (kind < 45) {
    const type = lot.pick(types);
    return {
      ...sent,
      what: `${page.path}, a body of ${type.slice(0, 40)}`,
      headers: [['content-type', type]],
      body: strangeBody(lot),
    };
  }
  return strangeField(lot, page);
}

/** A form as the page shows it, with one field (or the form itself) changed; forms that no page shows are made up. */
function strangeField(lot: Lot, page: HostilePage): HostileRequest {
  const shown = page.forms.length > 0 ? lot.pick(page.forms) : undefined;
  const fields: [string, string][] = shown?.fields.length
    ? [...shown.fields]
    : params.slice(0, 1 + lot.below(8)).map((name) => [name, 'x']);
  const at = lot.below(fields.length);
  const [name = 'note'] = fields[at] ?? [];
  const value = asText(hostileValue(lot));
  let trick = 'a value';
  switch (lot.below(8)) {
    case 0:
      fields.push([name, value]);
      trick = 'twice';
      break;
    case 1:
      fields.splice(at, 1);
      trick = 'left out';
      break;
    case 2:
      fields[at] = [`${name}[${lot.pick(['0', '-1', '1e9', '__proto__', ''])}]`, value];
      trick = 'as a list';
      break;
    case 3:
      fields[at] = [`${name}.${lot.pick(strangeNames)}`, value];
      trick = 'as an object';
      break;
    case 4:
      fields.push([lot.pick(strangeNames), value]);
      trick = 'one more';
      break;
    default:
      fields[at] = [name, value];
  }
  const what = `${page.path}, field ${name.slice(0, 60)}, ${trick}`;
  const url = shown?.action.startsWith('/') ? shown.action : page.url;
  if (lot.chance(0.15)) {
    const edge = 'edge';
    const parts = fields.map(([key, text]) => {
      const file = lot.chance(0.2) ? `; filename="${lot.pick(strangeNames).replaceAll(/["\r\n]/g, '')}"` : '';
      return `--${edge}\r\nContent-Disposition: form-data; name="${key.replaceAll(/["\r\n]/g, '')}"${file}\r\n\r\n${text}\r\n`;
    });
    const body = `${parts.join('')}--${edge}--\r\n`;
    return {
      what,
      url,
      method: 'POST',
      headers: [['content-type', `multipart/form-data; boundary=${edge}`]],
      body,
    };
  }
  const body = fields.map(([key, text]) => `${encoded(key)}=${encoded(text)}`).join('&');
  return { what, url, method: 'POST', headers: [['content-type', form]], body };
}

function strangeAddress(lot: Lot, page: HostilePage): HostileRequest {
  const value = lot.chance(0.6) ? lot.pick(addresses) : encoded(asText(hostileValue(lot)).slice(0, 4_000));
  const hasParams = page.path.includes(':') || page.path.includes('*');
  const url = hasParams
    ? page.path.replace('?', '').replaceAll(/:[a-zA-Z]+|\*/g, () => (lot.chance(0.6) ? value : 'x'))
    : `${page.url.replace(/\/$/, '')}${lot.chance(0.5) ? '/' : ''}${value}`;
  return { what: `${page.path}, a strange address`, url, method: 'GET', headers: [] };
}

function strangeHeaders(lot: Lot): [string, string][] {
  return Array.from({ length: 1 + lot.below(4) }, () => [
    lot.pick(headerNames),
    lot.chance(0.8)
      ? lot.pick(headerValues)
      : randomText(lot, 30)
          .replaceAll(/[^\u0020-\u007e\u00a0-\u00ff]/g, '')
          .trim(),
  ]);
}

function strangeBody(lot: Lot): string | Uint8Array<ArrayBuffer> {
  switch (lot.below(8)) {
    case 0:
      return new Uint8Array(Array.from({ length: lot.below(400) }, () => lot.below(256)));
    case 1:
      return JSON.stringify(hostileValue(lot)) ?? '';
    case 2:
      return Array.from({ length: lot.pick([1, 10, 3_000]) }, (_, at) => `f${at}=${lot.below(9)}`).join('&');
    case 3:
      return `a${'[b]'.repeat(lot.below(600))}=1`;
    case 4:
      return `${'{"a":'.repeat(lot.pick([10, 9_000]))}1`;
    case 5:
      return `--x\r\nContent-Disposition: form-data; name="${lot.pick(strangeNames)}"; filename="${lot.pick(strangeNames)}"\r\nContent-Type: ${lot.pick(types)}\r\n\r\nx\r\n--x${lot.chance(0.5) ? '--\r\n' : ''}`;
    case 6:
      return lot.chance(0.05)
        ? 'note='.padEnd(lot.pick([900_000, 1_200_000]), 'v')
        : 'intent=constructor&_key=%00';
    default:
      return `${encoded(lot.pick(strangeNames))}=${encoded(asText(hostileValue(lot)).slice(0, 100_000))}`;
  }
}

function forApi(lot: Lot, api: HostileApi): HostileRequest {
  const field = api.fields.length > 0 && lot.chance(0.85) ? lot.pick(api.fields) : undefined;
  const value = hostileValue(lot);
  const input = (field ? withField(api.input, field, value) : api.input) as Record<string, unknown>;
  const left: Record<string, unknown> = { ...input };
  const path = api.path.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => {
    const text = asText(left[name] ?? value).slice(0, 3_000);
    delete left[name];
    return encoded(text) || 'x';
  });
  const what = `API ${api.method} ${api.path}, ${field ? `field ${field.join('.')}` : 'as a whole'}`;
  const headers: [string, string][] = [
    ['accept', 'application/json'],
    ...(lot.chance(0.1) ? strangeHeaders(lot) : []),
  ];
  if (api.method === 'GET') {
    const query = Object.entries(left).map(
      ([key, each]) => `${encoded(key)}=${encoded(asText(each).slice(0, 6_000))}`,
    );
    return { what, url: `/api/v1${path}?${query.join('&')}`, method: 'GET', headers };
  }
  headers.push(['content-type', lot.chance(0.9) ? 'application/json' : lot.pick(types)]);
  if (lot.chance(0.9)) headers.push(['idempotency-key', `key-${lot.below(2 ** 31)}-${lot.below(2 ** 31)}`]);
  const body = field || lot.chance(0.3) ? (JSON.stringify(left) ?? '') : strangeBody(lot);
  return { what, url: `/api/v1${path}`, method: 'POST', headers, body };
}
