import { z } from 'zod';

const base64url = z
  .string()
  .regex(/^[A-Za-z0-9_-]*$/)
  .max(16_000);
const attachment = z.enum(['platform', 'cross-platform']).nullish().catch(undefined);

const answer = <Response extends z.ZodType>(response: Response) =>
  z.object({
    id: base64url.min(1).max(2_000),
    rawId: base64url.min(1).max(2_000),
    type: z.literal('public-key'),
    authenticatorAttachment: attachment.transform((value) => value ?? undefined),
    // Nothing of what a browser may add here is used.
    clientExtensionResults: z.unknown().transform(() => ({})),
    response,
  });

/** What a browser sends of a passkey that it used, `PublicKeyCredential.toJSON()`. */
const usedPasskey = answer(
  z.object({
    clientDataJSON: base64url.min(1),
    authenticatorData: base64url.min(1),
    signature: base64url.min(1),
    userHandle: base64url.nullish().transform((value) => value ?? undefined),
  }),
);

/** What a browser sends of a passkey that it made. */
const madePasskey = answer(
  z.object({
    clientDataJSON: base64url.min(1),
    attestationObject: base64url.min(1),
    transports: z
      .array(z.string().regex(/^[a-z-]{2,20}$/))
      .max(8)
      .default([])
      .catch([]),
  }),
);

export type UsedPasskey = z.output<typeof usedPasskey>;
export type MadePasskey = z.output<typeof madePasskey>;

/** A form carries the browser's answer as text. Undefined where it is nothing that a browser would send. */
export const readUsedPasskey = (text: string): UsedPasskey | undefined => readAs(usedPasskey, text);
export const readMadePasskey = (text: string): MadePasskey | undefined => readAs(madePasskey, text);

/** The challenge that the browser says it signed; whether it did, the signature tells. */
export function challengeOf(given: { response: { clientDataJSON: string } }): string | undefined {
  const data = parse(Buffer.from(given.response.clientDataJSON, 'base64url').toString('utf8'));
  const parsed = z.object({ challenge: base64url.min(16).max(200) }).safeParse(data);
  return parsed.success ? parsed.data.challenge : undefined;
}

function readAs<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> | undefined {
  const parsed = schema.safeParse(parse(text));
  return parsed.success ? parsed.data : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The answer as an operation takes it, with the browser and the place in which it was asked for. */
export const passkeyProofShape = {
  passkey: z.string().min(2).max(20_000),
  /** The browser's short-lived secret, to which the challenge is bound. */
  browser: z.string().min(20).max(200),
  rpId: z.string().min(1).max(253),
  origin: z.string().min(1).max(300),
};
export const passkeyProofSchema = z.object(passkeyProofShape);
export type PasskeyProof = z.output<typeof passkeyProofSchema>;
