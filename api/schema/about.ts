import { LIMITS } from '../limits/limits.ts'
import type { Limit } from '../limits/limits.ts'
import type { Api } from './refs.ts'

interface Count { readonly name: string; readonly count: number }
interface Licence { readonly licence: string; readonly sources: number }

/** What runs here, on which data, within which limits. */
export function defineAbout({ builder }: Api): void {
  const count = builder
    .objectRef<Count>('Count')
    .implement({ description: 'How many of a kind are on record.', fields: (t) => ({ name: t.exposeString('name'), count: t.exposeInt('count') }) })
  const limit = builder.objectRef<Limit>('Limit').implement({
    description: 'A limit every request is held to.',
    fields: (t) => ({ name: t.exposeString('name'), value: t.exposeFloat('value'), unit: t.exposeString('unit'), doc: t.exposeString('doc') }),
  })
  const licence = builder.objectRef<Licence>('Licence').implement({
    description: 'A licence of the data and how many sources carry it.',
    fields: (t) => ({ licence: t.exposeString('licence'), sources: t.exposeInt('sources') }),
  })
  const about = builder.objectRef<object>('About').implement({
    description: 'What runs here, on which data, within which limits.',
    fields: (t) => ({
      version: t.string({ resolve: (_about, _args, { atlas }) => atlas.version }),
      engine: t.string({ description: 'Graph database behind it: grafeo (embedded) or neo4j.', resolve: (_about, _args, { atlas }) => atlas.store.engine }),
      dataVersion: t.string({ description: 'Changes whenever the data does.', resolve: (_about, _args, { atlas }) => atlas.dataVersion }),
      today: t.field({ type: 'Date', description: 'Day answers are for unless asked otherwise, UTC.', resolve: (_about, _args, { atlas }) => atlas.today() }),
      counts: t.field({
        type: [count], description: 'Nodes and statements on record, by kind.',
        resolve: (_about, _args, { atlas: { counts } }) => Object.entries({ ...counts.nodes, ...counts.statements }).map(([name, n]) => ({ name, count: n })),
      }),
      limits: t.field({ type: [limit], resolve: () => [...LIMITS] }),
      licences: t.field({ type: [licence], description: 'Licences of the data, as its sources state them.', resolve: (_about, _args, { atlas }) => licencesOf(atlas.sources) }),
    }),
  })
  builder.queryField('about', (t) => t.field({ type: about, description: 'What runs here, on which data, within which limits.', resolve: () => ({}) }))
}

function licencesOf(sources: readonly { readonly licence?: string }[]): Licence[] {
  const counts = new Map<string, number>()
  for (const { licence } of sources) counts.set(licence ?? 'not stated', (counts.get(licence ?? 'not stated') ?? 0) + 1)
  return [...counts].map(([licence, n]) => ({ licence, sources: n })).sort((a, b) => b.sources - a.sources || (a.licence < b.licence ? -1 : 1))
}
