import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  build: {
    target: 'es2022',
    // Inlined assets would need `data:` in more places of the content security policy than we allow.
    assetsInlineLimit: 0,
    sourcemap: false,
  },
  environments: {
    ssr: {
      build: {
        target: 'node24',
        // One bundle holds the pages and the HTTP shell, so that platform modules exist once in the process.
        rollupOptions: { input: 'server/main.ts' },
      },
    },
  },
});
