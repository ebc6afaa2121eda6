import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromiumPath, missingTools } from './test-tools.ts'
import { complaints, countSuites } from './suite-report.ts'
import type { SuiteCount } from './suite-report.ts'

/**
 * `npm test`: types, lint and every suite, then a table of what ran and what could not.
 * With TEST_SKIPS=refuse (continuous integration) a skipped test is a failure.
 */
const refuseSkips = process.env['TEST_SKIPS'] === 'refuse'
const node = process.execPath
const root = join(import.meta.dirname, '..')

/** A check without a count of its own: one passed or one failed. */
function check(suite: string, args: readonly string[]): SuiteCount {
  console.log(`\n— ${suite}`)
  const { status } = spawnSync(node, args, { cwd: root, stdio: 'inherit' })
  return { suite, passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 }
}

function runSuites(): SuiteCount[] {
  const folder = mkdtempSync(join(tmpdir(), 'mirrorpoint-test-'))
  const output = join(folder, 'report.json')
  try {
    spawnSync(node, ['node_modules/vitest/vitest.mjs', 'run', '-c', 'test/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${output}`], {
      cwd: root, stdio: 'inherit', env: { ...process.env, CHROMIUM_PATH: chromiumPath() ?? '' },
    })
    return countSuites(JSON.parse(readFileSync(output, 'utf8')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const counts = [
  check('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']),
  check('lint', ['node_modules/eslint/bin/eslint.js', '-c', 'test/eslint.config.js', '.']),
  check('queries', ['node_modules/gql.tada/bin/cli.js', 'check', '-c', 'web/tsconfig.json']),
  ...runSuites(),
]
const minimums = JSON.parse(readFileSync(join(import.meta.dirname, 'minimums.json'), 'utf8')) as Record<string, number>
const wrong = complaints(counts, minimums, refuseSkips)

console.log('\nsuite            passed  failed  skipped')
for (const { suite, passed, failed, skipped } of counts) console.log(`${suite.padEnd(16)} ${String(passed).padStart(6)}  ${String(failed).padStart(6)}  ${String(skipped).padStart(7)}`)
for (const { what, install } of missingTools()) console.log(`Not run here: ${what}. Install it with: ${install}`)
for (const line of wrong) console.log(`Not good enough: ${line}`)

const total = (of: (count: SuiteCount) => number): number => counts.reduce((sum, count) => sum + of(count), 0)
const failed = total((count) => count.failed) + wrong.length
const skipped = total((count) => count.skipped)
console.log(`\n${total((count) => count.passed)} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed > 0 ? 1 : 0
