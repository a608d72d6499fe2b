import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Runs a command of React Router on the Node.js that runs this. @throws when it fails */
export async function runReactRouter(root: string, command: 'build' | 'typegen'): Promise<void> {
  const program = join(root, 'node_modules/@react-router/dev/bin.cjs');
  const environment = {
    ...process.env,
    NODE_ENV: command === 'build' ? 'production' : process.env['NODE_ENV'],
  };
  const child = spawn(process.execPath, [program, command], {
    cwd: root,
    stdio: 'inherit',
    env: environment,
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`react-router ${command} failed`);
}
