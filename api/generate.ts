import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { constraints } from '#derive/constraints.ts'
import { csvColumns } from '#derive/csv-columns.ts'
import { referenceDocs } from '#derive/reference-docs.ts'
import { GLOSSARY } from '#model/glossary.ts'
import { MODEL } from '#model/model.ts'
import { TEMPLATES } from '#model/templates.ts'
import { grafeoSchema } from '#store/dialects/grafeo.ts'
import { neo4jSchema } from '#store/dialects/neo4j.ts'
import { printedSchema } from './print-schema.ts'
import { settingsTable } from './settings.ts'

const cypher = (statements: readonly string[]): string => `${statements.map((statement) => `${statement};`).join('\n')}\n`

/** Every file that is made from the model and checked in, as path → content. Pure: twice gives the same bytes. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const rules = constraints(MODEL)
  return new Map([
    ['graph-schema/REFERENCE.md', referenceDocs(MODEL)],
    ['graph-schema/generated/constraints.neo4j.cypher', cypher(neo4jSchema(rules))],
    ['graph-schema/generated/constraints.grafeo.cypher', cypher(grafeoSchema(rules))],
    ...TEMPLATES.map((template): [string, string] => [
      `graph-schema/generated/templates/${template.name}.csv`, `${csvColumns(MODEL, template).map(({ name }) => name).join(',')}\r\n`,
    ]),
    ['api/schema.graphql', printedSchema()],
    ['api/SETTINGS.md', settingsTable()],
    ['web/generated/glossary.json', `${JSON.stringify(GLOSSARY, undefined, 2)}\n`],
  ])
}

/** Writes them below a folder; the folder is the repository unless a test says otherwise. */
export function writeGenerated(root: string): void {
  for (const [path, content] of generatedFiles()) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeGenerated(join(import.meta.dirname, '..'))
