import { defineConfig } from 'vitest/config'

/**
 * One project per suite, so that the report names what ran and what was skipped.
 * The embedded engine has native threads: tests run in forked processes, never in worker threads.
 */
const suite = (name: string, folders: readonly string[], timeoutMs = 20_000) => ({
  extends: true as const,
  test: { name, include: folders.map((folder) => `test/${folder}/**/*.test.ts`), testTimeout: timeoutMs, hookTimeout: 120_000 },
})

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // Pothos resolves the CommonJS build of graphql; tests must use the same copy.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
    projects: [
      { extends: true as const, test: { name: 'architecture', include: ['test/*.test.ts', 'test/model/**/*.test.ts', 'test/derive/**/*.test.ts'], testTimeout: 60_000 } },
      suite('analytics', ['analytics', 'snapshot'], 120_000),
      suite('ingest', ['ingest'], 60_000),
      suite('datasets', ['datasets', 'questions'], 180_000),
      suite('store', ['store'], 300_000),
      suite('api', ['api'], 60_000),
      suite('web', ['web'], 120_000),
      suite('browser', ['browser'], 120_000),
    ],
  },
})
