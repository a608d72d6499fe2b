import { z } from 'zod';
import { UploadedFile } from '#platform/files/uploaded-file.server.ts';

export const consentProofParams = z.object({ clientId: z.uuid(), consentId: z.uuid() });

export const attachConsentProofInput = z.object({
  ...consentProofParams.shape,
  /** Of any content: what it is, is found out from its bytes. */
  file: z.instanceof(UploadedFile, { error: 'field.required' }),
});
