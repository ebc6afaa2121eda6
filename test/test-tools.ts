import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** A program some suites need and a machine may lack. */
export interface MissingTool { readonly what: string; readonly install: string }

export const NEO4J_SERVERS = [
  { name: 'Neo4j 5.26', uri: 'TEST_NEO4J_5_URI', password: 'TEST_NEO4J_5_PASSWORD', version: '5.26.30' },
  { name: 'Neo4j 2026.08', uri: 'TEST_NEO4J_2026_URI', password: 'TEST_NEO4J_2026_PASSWORD', version: '2026.08.1' },
] as const

/** Where Chromium is; undefined when there is none. */
export function chromiumPath(): string | undefined {
  const named = process.env['CHROMIUM_PATH']
  if (named) return existsSync(named) ? named : undefined
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    const { stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' })
    if (stdout?.trim()) return stdout.trim()
  }
  return undefined
}

export const installChromium = 'sudo apt-get install -y chromium fonts-noto-core'
export const installNeo4j = ({ version, uri }: { version: string; uri: string }): string =>
  `NEO4J_VERSION=${version} test/neo4j/neo4j.sh start, then set ${uri}=bolt://127.0.0.1:17687`

export function missingTools(): MissingTool[] {
  return [
    ...(chromiumPath() ? [] : [{ what: 'the browser suite (no Chromium)', install: installChromium }]),
    ...NEO4J_SERVERS.filter(({ uri }) => !process.env[uri]).map((server) => ({ what: `the store suite on ${server.name}`, install: installNeo4j(server) })),
  ]
}
