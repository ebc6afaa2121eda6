import type { SourceLike } from '../source/source-link.tsx'

export interface Sourced { readonly key: string; readonly source: SourceLike & { readonly id: string } }
export interface UsedSource { readonly source: SourceLike & { readonly id: string }; readonly statements: number }

/** Sources of statements, each once with how many different statements rest on it; most first, then by title. */
export function usedSources(statements: readonly Sourced[]): readonly UsedSource[] {
  const sources = new Map<string, { source: UsedSource['source']; keys: Set<string> }>()
  for (const { key, source } of statements) {
    const known = sources.get(source.id) ?? { source, keys: new Set<string>() }
    known.keys.add(key)
    sources.set(source.id, known)
  }
  return [...sources.values()]
    .map(({ source, keys }) => ({ source, statements: keys.size }))
    .sort((a, b) => b.statements - a.statements || a.source.title.localeCompare(b.source.title, 'en'))
}
