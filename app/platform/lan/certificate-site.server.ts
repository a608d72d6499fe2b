import { createServer, type IncomingMessage, type Server } from 'node:http';
import { X509Certificate } from 'node:crypto';
import { directionOf } from '../language/interface-languages.ts';
import type { Translators } from '../language/translators.ts';
import { Problem } from '../problem.ts';

interface CertificateSite {
  port: number;
  host: string;
  authorityPem: string;
  /** Where the centre itself is served, HTTPS. */
  centrePort: number;
  translators: Translators;
}

/**
 * A plain-HTTP site that gives out the authority's certificate with a page that says what to do with it, and
 * nothing else: over HTTPS a browser could not fetch what it needs to trust HTTPS. Whoever could change it on the
 * way is found out by comparing the fingerprint that the device shows with the one on the server's
 * screen. The page itself shows none: who changed the file would change the page too.
 * @throws Problem `port.taken`, `port.refused`
 */
export async function serveCertificate(
  site: CertificateSite,
): Promise<{ port: number; close(): Promise<void> }> {
  const der = new X509Certificate(site.authorityPem).raw;
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 10_000 }, (request, response) => {
    const path = (request.url ?? '').split('?')[0];
    const headers = { 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' };
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void response.writeHead(405, headers).end();
    if (path === '/office-network.crt') {
      const file = {
        'Content-Type': 'application/x-x509-ca-cert',
        'Content-Disposition': 'attachment; filename="office-network.crt"',
      };
      return void response.writeHead(200, { ...headers, ...file }).end(der);
    }
    if (path !== '/') return void response.writeHead(404, headers).end();
    const page = {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    };
    response.writeHead(200, { ...headers, ...page }).end(helpPage(site, request));
  });
  server.maxConnections = 64;
  const port = await listen(server, site.port, site.host);
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const code = cause.code === 'EACCES' ? 'port.refused' : 'port.taken';
      reject(new Problem(code, 500, { params: { port }, cause }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

const style =
  'body{font:1.05rem/1.65 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;' +
  'color:#1d2a2b;background:#fbf8f2}h1{line-height:1.25}a{color:#0f5257}' +
  '.take{display:inline-block;padding:.7rem 1.2rem;border-radius:.5rem;background:#0f5257;color:#fff}' +
  '.care{padding:.8rem 1rem;border-inline-start:.25rem solid #c8790a;background:#f1e9da}' +
  'dt{font-weight:600;margin-top:1rem}dd{margin:0;overflow-wrap:anywhere}';

function helpPage({ translators, centrePort }: CertificateSite, request: IncomingMessage): string {
  const wished = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((each) => each.split(';')[0]?.trim().split('-')[0] ?? '');
  const language =
    wished
      .map((wish) => (wish === 'fa' || wish === 'prs' ? 'fa-AF' : wish))
      .find((each) => ['en', 'ar', 'fa-AF'].includes(each)) ?? 'en';
  const t = translators.for(language, 'cli');
  const steps = ['windows', 'mac', 'android', 'iphone', 'firefox', 'linux'].map(
    (system) => `<dt>${t(`lan.page.${system}.name`)}</dt><dd>${t(`lan.page.${system}.steps`)}</dd>`,
  );
  // Only a name or an address that could be ours is put back into the page.
  const host = /^[a-z0-9.-]{1,253}$/i.exec((request.headers.host ?? '').split(':')[0] ?? '')?.[0];
  const address =
    host === undefined
      ? ''
      : `<p><a href="https://${host}:${centrePort}/staff/sign-in">https://${host}:${centrePort}</a></p>`;
  return (
    `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><title>${t('lan.page.title')}</title>` +
    `<style>${style}</style>` +
    `<h1>${t('lan.page.title')}</h1><p>${t('lan.page.why')}</p>` +
    `<p><a class="take" href="/office-network.crt">${t('lan.page.download')}</a></p>` +
    `<p class="care">${t('lan.page.compare')}</p><dl>${steps.join('')}</dl><p>${t('lan.page.then')}</p>${address}</html>`
  );
}
