import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { generatedFiles, writeGenerated } from '#api/generate.ts'
import { ROOT } from './imports-of.ts'

/** A difference of thousands of lines helps nobody. */
const STALE = 'differs from what is checked in: npm run generate'

describe('what npm run generate writes', () => {
  it.each([...generatedFiles()])('%s is checked in as it is made', (path, content) => {
    expect(readFileSync(join(ROOT, path), 'utf8') === content, STALE).toBe(true)
  })

  it('is the same the second time', () => {
    const folder = mkdtempSync(join(tmpdir(), 'generated-'))
    try {
      writeGenerated(folder)
      const first = [...generatedFiles().keys()].map((path) => readFileSync(join(folder, path), 'utf8'))
      writeGenerated(folder)
      expect([...generatedFiles().keys()].map((path) => readFileSync(join(folder, path), 'utf8'))).toEqual(first)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('includes the types of the queries of the page', () => {
    const folder = mkdtempSync(join(tmpdir(), 'generated-'))
    try {
      const output = join(folder, 'graphql-env.d.ts')
      const { status, stderr } = spawnSync(process.execPath, ['node_modules/gql.tada/bin/cli.js', 'generate-output', '-c', 'web/tsconfig.json', '--output', output], { cwd: ROOT, encoding: 'utf8' })
      expect(stderr + String(status)).toMatch(/0$/)
      expect(readFileSync(output, 'utf8') === readFileSync(join(ROOT, 'web/generated/graphql-env.d.ts'), 'utf8'), STALE).toBe(true)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
