import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT, importsOf, sourceFiles } from '../imports-of.ts'

const METHODS = 'graph-schema/analytics/'
const isMethod = (file: string) => file.startsWith(METHODS) && file.endsWith('.ts')
const oracles = sourceFiles('test/oracles')
/** Tests that hold a second opinion beside what they call. */
const comparing = sourceFiles('test').filter((file) => file.endsWith('.test.ts') && importsOf(file).some((one) => one.startsWith('test/oracles/')))

/** Files that are reached from some by imports. */
function reachedFrom(start: readonly string[]): Set<string> {
  const found = new Set(start)
  for (const file of found) for (const next of importsOf(file)) if (isMethod(next)) found.add(next) // grows while it is read
  return found
}

/** The one second opinion that is made of parts: it tries every actor with them and keeps nothing, and each part has an oracle of its own. */
const MADE_OF_PARTS = new Set(['test/oracles/plain-ranking.ts'])

it('no oracle calls what it is to check', () => {
  const calling = oracles.filter((file) => !MADE_OF_PARTS.has(file)).filter((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8')
    return [...text.matchAll(/^import (?!type )[^'"]*['"]([^'"]+)['"]/gm)].some(([, from]) => !from!.startsWith('./'))
  })
  expect(calling).toEqual([])
  expect(oracles.length).toBeGreaterThan(20)
})

/** What no comparison reaches, and why. */
const WITHOUT_ORACLE: Readonly<Record<string, string>> = {
  'record/ownership-picture.ts': 'puts beside each other what other methods say, each with an oracle of its own',
}

it('every method is called, by itself or through others, in a test that compares with an oracle', () => {
  const views = [join('graph-schema', 'snapshot', 'view-at.ts')] // worlds are read by it
  const compared = reachedFrom([...comparing, ...views].flatMap((file) => importsOf(file)).filter(isMethod))
  const methods = sourceFiles('graph-schema/analytics').filter((file) => /^export (?:function|const \w+ = \(|class)/m.test(readFileSync(join(ROOT, file), 'utf8')))
  expect(methods.length).toBeGreaterThan(80)
  expect(methods.filter((file) => !compared.has(file)).map((file) => file.replace(METHODS, '')).sort()).toEqual(Object.keys(WITHOUT_ORACLE).sort())
})
