import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProviderConfig } from '#platform/config.server.ts';
import type { Clock } from '#platform/house.server.ts';
import { openLocalAuthority } from '#platform/lan/local-authority.server.ts';

/** Who signs in at the provider. */
export interface ProviderPerson {
  sub: string;
  email: string;
  verified?: boolean;
  amr?: string[];
}

interface Granted {
  nonce: string;
  challenge: string;
  back: string;
  person: ProviderPerson;
}

type Parts = { header: Record<string, unknown>; claims: Record<string, unknown> };

export interface TestProvider {
  config: ProviderConfig;
  /** Somebody signs in there. @returns the query with which the browser is sent back */
  answer(to: URL, person: ProviderPerson): string;
  /** Bends what the provider says; each is a fault that the house must notice. */
  twist: {
    token?: (parts: Parts) => Parts;
    /** Signs with a key that the provider does not publish. */
    foreignKey?: boolean;
    unsigned?: boolean;
    metadata?: Record<string, unknown>;
    /** Whoever is signed in there, for journeys with a browser. */
    person?: ProviderPerson;
  };
  /** How often a token was asked for. */
  asked(): number;
  close(): void;
}

const base64 = (value: object | Buffer) =>
  (Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value))).toString('base64url');

/** A small OpenID Connect provider over TLS on this machine, strict as a real one about codes, proof keys and secrets. */
export async function openTestProvider(clock: Clock): Promise<TestProvider> {
  const folder = mkdtempSync(join(tmpdir(), 'serai-provider-'));
  const authority = await openLocalAuthority(folder, { hosts: ['provider'], addresses: ['127.0.0.1'] });
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, Granted>();
  const secret = randomBytes(24).toString('base64url');
  const twist: TestProvider['twist'] = {};
  let asked = 0;
  let issuer = '';

  const grant = (to: URL, person: ProviderPerson): URLSearchParams => {
    const code = randomBytes(16).toString('base64url');
    const asks = (name: string) => to.searchParams.get(name) ?? '';
    codes.set(code, {
      nonce: asks('nonce'),
      challenge: asks('code_challenge'),
      back: asks('redirect_uri'),
      person,
    });
    return new URLSearchParams({ code, state: asks('state'), iss: issuer });
  };
  const metadata = () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    ...twist.metadata,
  });
  const tokenOf = ({ nonce, person }: Granted): string => {
    const now = Math.floor(clock.now().getTime() / 1000);
    const plain: Parts = {
      header: { alg: 'RS256', kid: 'one', typ: 'JWT' },
      claims: {
        iss: issuer,
        aud: 'serai',
        sub: person.sub,
        email: person.email,
        email_verified: person.verified ?? true,
        nonce,
        iat: now,
        exp: now + 300,
        ...(person.amr && { amr: person.amr }),
      },
    };
    const { header, claims } = twist.token?.(plain) ?? plain;
    const text = `${base64(header)}.${base64(claims)}`;
    if (twist.unsigned) return `${text}.`;
    const by: KeyObject = twist.foreignKey ? foreign.privateKey : key.privateKey;
    return `${text}.${base64(sign('sha256', Buffer.from(text), by))}`;
  };
  const redeem = (form: URLSearchParams, authorization: string) => {
    asked += 1;
    const granted = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const [client, given] = Buffer.from(authorization.replace(/^Basic /, ''), 'base64')
      .toString()
      .split(':')
      .map(decodeURIComponent);
    const isClient = client === 'serai' && given === secret;
    if (!granted || !isClient || proof !== granted.challenge || form.get('redirect_uri') !== granted.back)
      return { status: 400, body: { error: 'invalid_grant' } };
    return {
      status: 200,
      body: { access_token: 'unused', token_type: 'Bearer', expires_in: 60, id_token: tokenOf(granted) },
    };
  };

  const server = createServer({ key: authority.key, cert: authority.cert }, (request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', issuer);
      const send = (status: number, body: object) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      if (url.pathname === '/.well-known/openid-configuration') return send(200, metadata());
      if (url.pathname === '/keys')
        return send(200, { keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig' }] });
      if (url.pathname === '/token') {
        const { status, body } = redeem(
          new URLSearchParams(await bodyOf(request)),
          request.headers.authorization ?? '',
        );
        return send(status, body);
      }
      if (url.pathname === '/authorize' && twist.person) {
        const back = new URL(url.searchParams.get('redirect_uri') ?? '');
        back.search = grant(url, twist.person).toString();
        return response.writeHead(302, { location: back.href }).end();
      }
      return send(404, {});
    })();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  issuer = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const secretFile = join(folder, 'secret');
  const caFile = join(folder, 'ca.pem');
  writeFileSync(secretFile, `${secret}\n`, { mode: 0o600 });
  writeFileSync(caFile, authority.authorityPem);
  return {
    config: {
      issuer,
      clientId: 'serai',
      secretFile,
      caFile,
      name: 'Harbour Sign-in',
      strong: [],
      internal: true,
    },
    answer: (to, person) => grant(to, person).toString(),
    twist,
    asked: () => asked,
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) body += String(part);
  return body;
}
