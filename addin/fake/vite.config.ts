import { defineConfig } from 'vite';

// One classic script that a browser test adds to a page before anything else. Never part of the shipped dist/.
export default defineConfig({
  root: import.meta.dirname,
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    minify: false,
    lib: { entry: 'src/install.ts', formats: ['iife'], name: 'insekWordFake', fileName: () => 'fake.js' },
  },
});
