/**
 * The thread that runs Typst. A page of Nastaliq or a list of two thousand rows would otherwise
 * hold up every other request, and the compiler's results are freed only when this small heap is
 * collected: here that happens often, in the server's large heap it would not.
 */
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readDocumentFonts } from './document-fonts.server.ts';
import { findProjectRoot } from './project-root.server.ts';

export interface PressOrder {
  id: number;
  template: string;
  /** JSON text; the one value that crosses into Typst, so that nothing in it can become source. */
  page: string;
  /** Leave nothing of it in the compiler's cache. */
  secret: boolean;
}

export type PressAnswer = { id: number; pdf: Uint8Array<ArrayBuffer> } | { id: number; complaint: string };

/** How many renderings an unused result may stay in Typst's cache. */
const cacheAge = 8;

const root = findProjectRoot();
const templates = join(root, 'app/platform/documents/templates');
const compiler = NodeCompiler.create({
  // Typst cannot read outside this folder, and no template asks for a package from the network.
  workspace: templates,
  fontArgs: [{ fontBlobs: readDocumentFonts(root) }],
});

parentPort?.on('message', (order: PressOrder) => {
  const answer = print(order);
  parentPort?.postMessage(answer, 'pdf' in answer ? [answer.pdf.buffer] : []);
});

function print({ id, template, page, secret }: PressOrder): PressAnswer {
  try {
    const compiled = compiler.compile({ mainFilePath: join(templates, `${template}.typ`), inputs: { page } });
    const result = compiled.result;
    // A copy: memory of the addon cannot be handed to another thread.
    if (result) return { id, pdf: new Uint8Array(compiler.pdf(result, {})) };
    const complaints: { message?: string }[] = compiled.takeError()?.shortDiagnostics ?? [];
    return { id, complaint: complaints.map((one) => one.message ?? 'unknown').join('; ') };
  } catch {
    // What the addon throws may quote the page; the page is somebody's.
    return { id, complaint: 'the compiler failed' };
  } finally {
    compiler.evictCache(secret ? 0 : cacheAge);
  }
}
