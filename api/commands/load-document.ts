import { readFileSync } from 'node:fs'

const read = (name: string): string => readFileSync(new URL(`./documents/${name}.graphql`, import.meta.url), 'utf8')

/** A stored question with the fragments it uses, those of fragments included. */
export function loadDocument(name: string): string {
  const fragments = new Map(read('fragments').split(/\n(?=fragment )/).map((text) => [/^fragment (\w+)/.exec(text)?.[1] ?? '', text.trim()]))
  const parts = [read(name).trim()]
  const used = new Set<string>()
  for (const part of parts) { // grows while it is read
    for (const [, fragment = ''] of part.matchAll(/\.\.\.(\w+)/g)) {
      const text = fragments.get(fragment)
      if (text === undefined || used.has(fragment) || fragment === 'on') continue
      used.add(fragment)
      parts.push(text)
    }
  }
  return parts.join('\n\n')
}
