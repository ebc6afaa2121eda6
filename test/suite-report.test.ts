import { describe, expect, it } from 'vitest'
import { complaints, countSuites, suiteOf } from './suite-report.ts'

describe('the closing table', () => {
  it('sorts files into suites by their folder', () => {
    expect(['/clone/test/store/contract.test.ts', 'C:\\clone\\test\\api\\a.test.ts', '/clone/test/lock-file.test.ts', '/clone/test/model/values.test.ts', '/clone/test/ingest/presets/smdg.test.ts'].map(suiteOf))
      .toEqual(['store', 'api', 'architecture', 'architecture', 'ingest'])
  })

  it('counts a file that broke before its first test as a failure', () => {
    expect(countSuites({ testResults: [
      { name: '/c/test/api/a.test.ts', status: 'failed', assertionResults: [] },
      { name: '/c/test/api/b.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'skipped' }] },
    ] })).toEqual([{ suite: 'api', passed: 1, failed: 1, skipped: 1 }])
  })

  it('complains about shrunken and missing suites always, about skips only where they are refused', () => {
    const counts = [{ suite: 'api', passed: 8, failed: 0, skipped: 2 }]
    expect(complaints(counts, { api: 10 }, false)).toEqual([])
    expect(complaints(counts, { api: 11 }, false)).toEqual(['api: 10 tests, at least 11 expected'])
    expect(complaints(counts, { api: 8 }, true)).toEqual(['api: 2 skipped, and here nothing may be skipped'])
    expect(complaints(counts, { api: 10, store: 5 }, false)).toEqual(['store: no test ran, at least 5 expected'])
  })
})
