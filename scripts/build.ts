import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeManifest } from '../app/platform/doctor/program-manifest.server.ts';
import { compressAssets } from './compress-assets.ts';
import { runReactRouter } from './run-react-router.ts';

// Builds both halves into build/: the browser's files, compressed once here, and the server's one bundle.
const root = resolve(import.meta.dirname, '..');

await runReactRouter(root, 'build');
rmSync(join(root, 'build/client/.vite'), { recursive: true, force: true });
const { files, saved } = await compressAssets(join(root, 'build/client'));
await writeManifest(root);
console.log(`Built. ${files} files compressed, ${Math.round(saved / 1024)} kB less to send.`);
