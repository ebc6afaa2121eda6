import { describe, expect, it } from 'vitest'
import { constraints } from '#derive/constraints.ts'
import { MODEL } from '#model/model.ts'
import { grafeoSchema } from '#store/dialects/grafeo.ts'
import { neo4jSchema, neo4jText } from '#store/dialects/neo4j.ts'
import { REGISTRY } from '#store/registry/registry.ts'

const printed = (lines: readonly string[]): string => `${lines.join('\n')}\n`

describe('The text sent to a database', () => {
  it('of every registered statement is the recorded one, on Grafeo', async () => {
    await expect(printed(REGISTRY.map(({ id, text }) => `// ${id}\n${text}`))).toMatchFileSnapshot('golden/statements-grafeo.cypher')
  })

  it('differs on Neo4j by its hints only', async () => {
    await expect(printed(REGISTRY.map(({ id, text }) => `// ${id}\n${neo4jText(text)}`))).toMatchFileSnapshot('golden/statements-neo4j.cypher')
    for (const { text } of REGISTRY) expect(neo4jText(text).replace(/ USING INDEX SEEK \w+:\w+\(\w+\)/g, '')).toBe(text)
  })

  it('of the schema is the recorded one on either engine', async () => {
    await expect(printed(grafeoSchema(constraints(MODEL)))).toMatchFileSnapshot('golden/schema-grafeo.cypher')
    await expect(printed(neo4jSchema(constraints(MODEL)))).toMatchFileSnapshot('golden/schema-neo4j.cypher')
  })

  it('has an id of its own for each statement and stays short', () => {
    expect(new Set(REGISTRY.map(({ id }) => id)).size).toBe(REGISTRY.length)
    expect(Math.max(...REGISTRY.map(({ text }) => text.length))).toBeLessThan(2_000)
  })

  it('names every parameter it declares and no other', () => {
    for (const { id, text, parameters } of REGISTRY) {
      expect([id, [...new Set(text.match(/\$\w+/g) ?? [])].sort()]).toEqual([id, Object.keys(parameters).map((name) => `$${name}`).sort()])
    }
  })
})

describe('Portable text', () => {
  const rules: readonly (readonly [rule: string, forbidden: RegExp])[] = [
    ['returns values, never whole nodes or relationships', /RETURN (?:[nabor])\b(?!\.)/],
    ['uses no internal ids', /\b(?:element)?[iI]d\(/],
    ['has one label per pattern', /\(\w*:\w+:\w+/],
    ['uses no dates, points or random values', /\b(?:date|datetime|point|randomUUID)\(/],
    ['never merges relationships from the end with many', /MERGE \(a\)-\[o:(?:OWNS|OPERATES|MANAGES|FINANCES|SUPPLIES)\b/],
    ['orders whatever it limits by something unique, or limits what is repeated until nothing is left', /ORDER BY (?!id|key|name, id|n\.id)/],
  ]
  it.each(rules)('%s', (_rule, forbidden) => {
    expect(REGISTRY.filter(({ text }) => forbidden.test(text)).map(({ id }) => id)).toEqual([])
  })
})
