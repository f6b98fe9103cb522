import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

/** Files that Office asks for by name: the manifest says where the shortcuts are. */
const named = ['shortcuts.json', 'shortcuts.texts.json'];

function namedFiles(): Plugin {
  return {
    name: 'named-files',
    generateBundle() {
      for (const fileName of named) {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(new URL(fileName, import.meta.url), 'utf8') });
      }
    },
  };
}

export default defineConfig({
  base: '/addin/',
  plugins: [namedFiles()],
  build: {
    target: 'es2022',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: ['import.html', 'pane.html', 'signed-in.html'],
    },
  },
  test: {
    include: ['tests/**/*.test.ts'],
  },
});
