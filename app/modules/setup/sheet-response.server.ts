import type { House } from '#platform/house.server.ts';

interface Sheet {
  centreName: string;
  /** ISO day. */
  date: string;
  recoveryKey: string;
  language: string;
}

/** The recovery sheet as a file to print. Nothing on the way may keep it. */
export async function sheetResponse(house: House, { language, ...sheet }: Sheet): Promise<Response> {
  const pdf = await house.documents.render(
    'recovery-sheet',
    { ...sheet, houseId: house.id, headsKey: house.vault.headsKey().toString('base64') },
    { language },
  );
  return new Response(pdf as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'attachment; filename="recovery-sheet.pdf"',
      'Cache-Control': 'no-store',
    },
  });
}
