/** What one suite did; executed = passed + failed. */
export interface SuiteCount { readonly suite: string; passed: number; failed: number; skipped: number }

interface JsonReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

/** Suites are the folders below `test`; files at its top are the suite "architecture", as are model and derive. */
export function suiteOf(file: string): string {
  const folder = /(?:^|[\\/])test[\\/](?:([^\\/]+)[\\/])?[^]*$/.exec(file)?.[1]
  return folder === undefined || folder === 'model' || folder === 'derive' ? 'architecture' : folder
}

/** Counts per suite from the JSON report. A file that failed before its first test counts as one failure. */
export function countSuites(report: JsonReport): SuiteCount[] {
  const counts = new Map<string, SuiteCount>()
  for (const { name, status, assertionResults } of report.testResults) {
    const suite = suiteOf(name)
    const count = counts.get(suite) ?? { suite, passed: 0, failed: 0, skipped: 0 }
    counts.set(suite, count)
    for (const { status: result } of assertionResults) {
      if (result === 'passed') count.passed++
      else if (result === 'failed') count.failed++
      else count.skipped++
    }
    if (status === 'failed' && !assertionResults.some((one) => one.status === 'failed')) count.failed++
  }
  return [...counts.values()].sort((a, b) => (a.suite < b.suite ? -1 : 1))
}

/** What is wrong with the counts: a suite that shrank or is missing, and, where skips are refused, each skip. */
export function complaints(counts: readonly SuiteCount[], minimums: Readonly<Record<string, number>>, refuseSkips: boolean): string[] {
  const missing = Object.keys(minimums).filter((suite) => !counts.some((count) => count.suite === suite)).map((suite) => `${suite}: no test ran, at least ${minimums[suite]} expected`)
  return [...missing, ...counts.flatMap(({ suite, passed, failed, skipped }) => {
    const minimum = minimums[suite]
    if (minimum === undefined) return [`${suite}: has no minimum in test/minimums.json`]
    if (refuseSkips && skipped > 0) return [`${suite}: ${skipped} skipped, and here nothing may be skipped`]
    const seen = passed + failed + (refuseSkips ? 0 : skipped)
    return seen < minimum ? [`${suite}: ${seen} tests, at least ${minimum} expected`] : []
  })]
}
