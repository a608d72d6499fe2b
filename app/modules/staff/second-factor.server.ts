import { drawQrSvg } from '#platform/documents/qr-svg.server.ts';
import { newSeed, seedAddress, seedSchema } from './one-time-code.server.ts';

/** A second factor to be set up: as a QR code, as a link for this phone, and as text to type. */
export interface NewSecondFactor {
  seed: string;
  address: string;
  qr: string;
  /** The seed in groups of four. */
  groups: string[];
}

/** For a new seed, or for the one that a form already showed. `label` is what the app writes beside the code. */
export function offerSecondFactor(label: string, shown?: unknown): NewSecondFactor {
  const parsed = seedSchema.safeParse(shown);
  const seed = parsed.success ? parsed.data : newSeed();
  const address = seedAddress(seed, label);
  return { seed, address, qr: drawQrSvg(address), groups: seed.match(/.{4}/g) ?? [] };
}
