// The X.509 package builds its classes by decorators and asks for this before it is loaded.
import 'reflect-metadata';
import { createPrivateKey, randomBytes, webcrypto, X509Certificate as NodeCertificate } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';
import type { LanNames } from './lan-names.server.ts';
import { permittedNames } from './name-constraints.server.ts';

/** The centre's own certificate authority, and a certificate for this machine signed by it. */
export interface LocalAuthority {
  /** PEM, for the HTTPS server. */
  key: string;
  cert: string;
  /** The authority's certificate: what the office computers are told to trust. */
  authorityPem: string;
  authorityFile: string;
  /** Of the authority's certificate, in pairs of digits: SHA-256, and SHA-1, which is what Windows shows. */
  fingerprints: { sha256: string; sha1: string };
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
/** Node.js and the DOM name one and the same class; the compiler takes them for two. */
const makeKeys = () =>
  webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']) as unknown as Promise<CryptoKeyPair>;
const day = 24 * 3600 * 1000;
/** Systems refuse server certificates of more than 825 days, some of more than 398. */
const serverDays = 397;
const renewBefore = 60 * day;
const authorityYears = 10;
const networks = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '100.64.0.0/10',
  '127.0.0.0/8',
  'fc00::/7',
  'fe80::/10',
];

/**
 * Reads the authority and the machine's certificate from `folder`, making what is missing: the authority once, the
 * certificate again when the machine's names change or its end is near.
 */
export async function openLocalAuthority(
  folder: string,
  names: LanNames,
  now = new Date(),
): Promise<LocalAuthority> {
  x509.cryptoProvider.set(webcrypto as Crypto);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const authorityFile = join(folder, 'authority.crt');
  const authority = (await readPair(folder, 'authority')) ?? (await makeAuthority(folder, names, now));
  let server = await readPair(folder, 'server');
  if (!server || !stillFits(server.cert, authority.cert, names, now))
    server = await makeServer(folder, authority, names, now);
  const { fingerprint256: sha256, fingerprint: sha1 } = new NodeCertificate(authority.cert);
  return {
    key: server.key,
    cert: `${server.cert}${authority.cert}`,
    authorityPem: authority.cert,
    authorityFile,
    fingerprints: { sha256, sha1 },
  };
}

interface Pair {
  key: string;
  cert: string;
}

async function readPair(folder: string, name: string): Promise<Pair | undefined> {
  const [key, cert] = await Promise.all(
    ['key', 'crt'].map((kind) => readFile(join(folder, `${name}.${kind}`), 'utf8').catch(() => undefined)),
  );
  if (key === undefined || cert === undefined) return undefined;
  return new NodeCertificate(cert).checkPrivateKey(createPrivateKey(key)) ? { key, cert } : undefined;
}

function stillFits(cert: string, authority: string, names: LanNames, now: Date): boolean {
  const found = new NodeCertificate(cert);
  if (!found.verify(new NodeCertificate(authority).publicKey)) return false;
  if (new Date(found.validFrom) > now || new Date(found.validTo).getTime() - now.getTime() < renewBefore)
    return false;
  return (
    names.hosts.every((host) => found.checkHost(host)) &&
    names.addresses.every((address) => found.checkIP(address))
  );
}

async function makeAuthority(folder: string, names: LanNames, now: Date): Promise<Pair> {
  const keys = await makeKeys();
  // The name says where the authority came from and nothing of the centre's work: it stands in everyone's settings.
  const name = `CN=Office network ${randomBytes(2).toString('hex')}`;
  const cert = await x509.X509CertificateGenerator.create({
    serialNumber: newSerial(),
    subject: name,
    issuer: name,
    notBefore: new Date(now.getTime() - day),
    notAfter: new Date(now.getTime() + authorityYears * 365 * day),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey: keys.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      new x509.Extension(
        '2.5.29.30',
        true,
        new Uint8Array(permittedNames(['local', 'localhost', ...names.hosts.slice(0, 1)], networks)),
      ),
    ],
  });
  return keep(folder, 'authority', keys.privateKey, cert);
}

async function makeServer(folder: string, authority: Pair, names: LanNames, now: Date): Promise<Pair> {
  const keys = await makeKeys();
  const issuer = new x509.X509Certificate(authority.cert);
  const signingKey = await importKey(authority.key);
  // Names outside the authority's constraints would make the whole certificate void.
  const hosts = [
    'localhost',
    ...names.hosts.filter((host) => host.endsWith('.local') || isPermitted(authority.cert, host)),
  ];
  const cert = await x509.X509CertificateGenerator.create({
    serialNumber: newSerial(),
    subject: `CN=${hosts.at(-1) ?? 'localhost'}`,
    issuer: issuer.subject,
    notBefore: new Date(now.getTime() - day),
    notAfter: new Date(now.getTime() + serverDays * day),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        ...hosts.map((value) => ({ type: 'dns' as const, value })),
        ...['127.0.0.1', ...names.addresses].map((value) => ({ type: 'ip' as const, value })),
      ]),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return keep(folder, 'server', keys.privateKey, cert);
}

/** Does the authority's list of permitted names hold this one? The bytes are searched: it was written just above. */
function isPermitted(authorityPem: string, host: string): boolean {
  const constraints = new x509.X509Certificate(authorityPem).getExtension('2.5.29.30');
  return constraints !== null && Buffer.from(constraints.value).includes(Buffer.from(host, 'ascii'));
}

/** Positive, at most 20 bytes, never zero. */
function newSerial(): string {
  const bytes = randomBytes(16);
  bytes.writeUInt8((bytes.readUInt8(0) & 0x7f) | 0x40, 0);
  return bytes.toString('hex');
}

function importKey(pem: string): Promise<CryptoKey> {
  const der = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' });
  return webcrypto.subtle.importKey('pkcs8', new Uint8Array(der), algorithm, true, [
    'sign',
  ]) as Promise<CryptoKey>;
}

async function keep(
  folder: string,
  name: string,
  privateKey: CryptoKey,
  cert: x509.X509Certificate,
): Promise<Pair> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', privateKey as webcrypto.CryptoKey));
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString();
  const pair = { key, cert: `${cert.toString('pem')}\n` };
  // The key first: a certificate without its key counts as missing, and both are made again.
  await writeSynced(join(folder, `${name}.key`), pair.key, 0o600);
  await writeSynced(join(folder, `${name}.crt`), pair.cert, 0o644);
  return pair;
}

async function writeSynced(path: string, text: string, mode: number): Promise<void> {
  const handle = await open(`${path}.new`, 'w', mode);
  try {
    await handle.chmod(mode);
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${path}.new`, path);
}
