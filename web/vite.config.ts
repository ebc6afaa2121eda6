import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = dirname(fileURLToPath(import.meta.url))

/** Everything is a file of our own server: nothing is inlined, because the content policy allows no data: scripts or fonts. */
export default defineConfig({
  root,
  plugins: [react()],
  publicDir: false,
  build: { outDir: join(root, 'dist'), emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022', chunkSizeWarningLimit: 1200, modulePreload: { polyfill: false } },
  worker: { format: 'es' },
  server: { port: 4010, proxy: { '/graphql': 'http://127.0.0.1:4000' } },
})
