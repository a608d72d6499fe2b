import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { newChallenge } from './passkey-challenge.server.ts';
import type { PasskeyPurpose } from './staff.tables.server.ts';
import { registerPasskey } from './operations/register-passkey.server.ts';

export const testHome = { rpId: 'localhost', origin: 'http://localhost:4380' };
export const testBrowser = 'b'.repeat(43);

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest();
const text = (value: string) => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
const bytes = (value: Buffer) => Buffer.concat([Buffer.from([0x58, value.length]), value]);

/** A device that keeps one passkey, in software: what a browser would send of it. */
export function openTestDevice() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(20);
  const jwk = publicKey.export({ format: 'jwk' });
  const coordinate = (value: string | undefined) => bytes(Buffer.from(value ?? '', 'base64url'));
  // COSE: an elliptic key (2) for ES256 (-7) on P-256 (1), in CBOR.
  const cose = Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    coordinate(jwk.x),
    Buffer.from([0x22]),
    coordinate(jwk.y),
  ]);
  let counter = 0;
  const clientData = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const head = (flags: number, rpId: string) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count]);
  };
  const envelope = (response: object) =>
    JSON.stringify({
      id: id.toString('base64url'),
      rawId: id.toString('base64url'),
      type: 'public-key',
      clientExtensionResults: {},
      response,
    });
  return {
    /** Sets the counter, as a copy of the device would have it. */
    turnBackTo: (value: number) => void (counter = value),
    make(challenge: string, { rpId, origin } = testHome, { verified = true } = {}): string {
      const attested = Buffer.concat([
        head(0x41 + (verified ? 4 : 0), rpId),
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        cose,
      ]);
      const long = Buffer.from([0x59, attested.length >> 8, attested.length & 0xff]);
      const object = Buffer.concat([
        Buffer.from([0xa3]),
        text('fmt'),
        text('none'),
        text('attStmt'),
        Buffer.from([0xa0]),
        text('authData'),
        long,
        attested,
      ]);
      return envelope({
        clientDataJSON: clientData('webauthn.create', challenge, origin).toString('base64url'),
        attestationObject: object.toString('base64url'),
        transports: ['internal'],
      });
    },
    use(challenge: string, { rpId, origin } = testHome, { verified = true, count = true } = {}): string {
      if (count) counter += 1;
      const data = head(0x01 + (verified ? 4 : 0), rpId);
      const client = clientData('webauthn.get', challenge, origin);
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      return envelope({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      });
    },
  };
}
export type TestDevice = ReturnType<typeof openTestDevice>;

/** A challenge as the page would fetch it, in the browser of the tests. */
export const askChallenge = (house: TestHouse, purpose: PasskeyPurpose, staffId: string | null = null) =>
  newChallenge(house, { purpose, browser: testBrowser, staffId });

/** What a form sends of a passkey. */
export const proofOf = (passkey: string, home = testHome) => ({ passkey, browser: testBrowser, ...home });

/** Registers a device's passkey for somebody whose second factor is fresh. */
export async function registerTestPasskey(house: TestHouse, actor: StaffActor, name = 'Blue phone') {
  const device = openTestDevice();
  const challenge = await askChallenge(house, 'register', actor.staffId);
  const input = { ...proofOf(device.make(challenge)), name };
  const { passkeyId } = await execute(house, registerPasskey, actor, input);
  return { device, passkeyId };
}
