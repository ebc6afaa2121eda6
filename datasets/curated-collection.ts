import type { RawRecord, TemplateRow } from '#ingest/preset.ts'
import { curatedOwnership } from '#ingest/presets/curated-ownership.ts'
import type { PresetOutput } from './run-preset.ts'
import { runPreset } from './run-preset.ts'
import type { SourceFiles } from './source-files.ts'

const FILES = [
  'organisations', 'ports', 'datacentres', 'landlords', 'brands', 'brands-presence', 'sites', 'facility-aliases',
  'ports-aliases', 'datacentres-aliases', 'landlords-aliases', 'doubtful-pairs', 'conflicts',
] as const
type CuratedFile = (typeof FILES)[number]
export type Topic = 'ports' | 'datacentres' | 'landlords' | 'brands'
const TOPICS: readonly Topic[] = ['ports', 'datacentres', 'landlords', 'brands']

const text = (record: RawRecord, column: string): string => String(record[column] ?? '')

/** The curated tables, read once with their preset and divided by topic. */
export class CuratedCollection {
  private readonly outputs: ReadonlyMap<string, PresetOutput>
  private readonly topicOf: ReadonlyMap<string, ReadonlySet<Topic>>
  /** Name of a place of the sites by its id, for places whose lists spell without accents. */
  readonly placeNames: ReadonlyMap<string, string>

  constructor(files: SourceFiles) {
    const records = new Map<CuratedFile, readonly RawRecord[]>(FILES.map((file) => [file, files.table(`curated-ownership/${file}.csv`)]))
    const outputs = runPreset(curatedOwnership, FILES.map((name) => ({ name, records: records.get(name)! })))
    this.outputs = new Map(outputs.map((output) => [output.name, output]))
    this.topicOf = topicsOf(records)
    this.placeNames = new Map(this.rows('sites').filter(({ cells }) => !cells['place']!.includes('/')).map(({ cells }) => [cells['place_id'] ?? '', cells['place']!]))
  }

  /** All rows of one file; the areas its sites bring stand among the places. */
  rows = (file: CuratedFile): readonly TemplateRow[] => this.outputs.get(file)!.rows.filter(({ template }) => template !== 'places')
  sites = (kind: string): readonly TemplateRow[] => this.rows('sites').filter(({ cells }) => cells['kind'] === kind)
  /** Organisations that rows of the topic name; one named in several topics stands in each. */
  organisations = (topic: Topic): readonly TemplateRow[] => this.rows('organisations').filter(({ cells }) => this.topics(cells['name']!).has(topic))
  /** Doubtful pairs of the first topic that knows one of the two names. */
  doubtful = (topic: Topic): readonly TemplateRow[] =>
    this.rows('doubtful-pairs').filter(({ cells }) => TOPICS.find((each) => this.topics(cells['alias']!).has(each) || this.topics(cells['organisation']!).has(each)) === topic)

  private topics = (name: string): ReadonlySet<Topic> => this.topicOf.get(name) ?? new Set(['brands'])
}

/** Which topics name an organisation, as owner, owned, operator or target of an alias. */
function topicsOf(records: ReadonlyMap<CuratedFile, readonly RawRecord[]>): ReadonlyMap<string, ReadonlySet<Topic>> {
  const topics = new Map<string, Set<Topic>>()
  const add = (name: string, topic: Topic): void => { if (name !== '') topics.set(name, (topics.get(name) ?? new Set<Topic>()).add(topic)) }
  for (const topic of TOPICS) {
    for (const record of records.get(topic)!) for (const column of ['owner', 'owned']) add(text(record, column), topic)
    for (const record of topic === 'brands' ? [] : records.get(`${topic}-aliases`)!) add(text(record, 'group'), topic)
  }
  for (const record of records.get('facility-aliases')!) add(text(record, 'organisation'), 'ports')
  const topicOfKind: Readonly<Record<string, Topic>> = { 'container terminal': 'ports', 'data centre': 'datacentres', 'residential portfolio': 'landlords' }
  for (const record of records.get('sites')!) for (const column of ['operator', 'owner']) add(text(record, column), topicOfKind[text(record, 'kind')]!)
  for (const record of records.get('brands-presence')!) add(text(record, 'brand'), 'brands')
  return topics
}
