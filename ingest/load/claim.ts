import { GRADE_OF_SOURCE } from '#model/code-lists.ts'
import type { Grade, SourceKind, Status } from '#model/code-lists.ts'
import type { SourceNode } from '#model/model.ts'
import { sourceId } from '#model/statement-key.ts'
import type { ImpreciseDate } from '#model/values/imprecise-date.ts'
import type { CellProblem } from '../parse/cell.ts'
import { bad } from '../parse/cell.ts'
import type { ParsedRow, SourceCells } from '../parse/template-reader.ts'
import type { SourceDefaults } from '../preset.ts'

/** What every statement of a row carries: whose word, how good, for when. */
export interface Claim {
  readonly sourceId: string
  readonly grade: Grade
  readonly status: Status
  readonly retrievedOn: string
  readonly validFrom?: ImpreciseDate
  readonly validTo?: ImpreciseDate
  readonly asOf?: ImpreciseDate
  readonly note?: string
}
export type ClaimOfRow = { readonly claim: Claim; readonly source: SourceNode } | { readonly problem: CellProblem }

/** The source of a row and the day it was read. */
export class Sources {
  private readonly lastRead = new Map<string, string>()
  private readonly today: string

  /** @param today day taken where neither row nor import says when the source was read and it was never read before */
  constructor(today: string) {
    this.today = today
  }

  /** A source of the store: a file loaded again without a day keeps the day it had, so that nothing changes. */
  addKnown(source: SourceNode): void {
    const key = this.key(source)
    const before = this.lastRead.get(key)
    if (before === undefined || before < source.retrievedOn) this.lastRead.set(key, source.retrievedOn)
  }

  /** Columns of the row override what is said of the file; a row with a title or address of its own has a source of its own. */
  of(cells: SourceCells, defaults: SourceDefaults | undefined): SourceNode | undefined {
    const ownSource = cells.title !== undefined || cells.url !== undefined
    const inherited: SourceCells =
      defaults === undefined
        ? {}
        : ownSource
          ? { kind: defaults.kind, ...(defaults.licence === undefined ? {} : { licence: defaults.licence }) }
          : defaults
    const retrieved = cells.retrievedOn ?? defaults?.retrievedOn
    const all: SourceCells = { ...inherited, ...cells }
    const name = all.title ?? all.url
    if (name === undefined) return undefined
    const described = {
      name,
      kind: (all.kind ?? 'dataset') as SourceKind,
      ...(all.publisher === undefined ? {} : { publisher: all.publisher }),
      ...(all.url === undefined ? {} : { url: all.url }),
      ...(all.licence === undefined ? {} : { licence: all.licence }),
    }
    const retrievedOn = retrieved ?? this.lastRead.get(this.key(described)) ?? this.today
    return { label: 'Source', id: sourceId({ ...described, retrievedOn }), ...described, retrievedOn }
  }

  private key = ({ name, url, publisher }: { readonly name: string; readonly url?: string; readonly publisher?: string }): string =>
    JSON.stringify([url ?? '', name, publisher ?? ''])
}

/**
 * The claim of a row. Grade: the row's own, else "claimed" where the note calls the source weak, else from the kind of
 * the source. Status: in force unless stated.
 * @param claimOf statement type under which the columns of the claim were read
 */
export function claimOfRow({ source: cells, values, template }: ParsedRow, claimOf: string, sources: Sources, defaults: SourceDefaults | undefined): ClaimOfRow {
  const source = sources.of(cells, defaults)
  if (!source) return bad(template.sourced ? 'source_title' : '', 'NO_SOURCE', 'Fill in source_title or source_url, or name the source of the whole file (--source-title).')
  const { grade, status, validFrom, validTo, asOf, note } = (values[claimOf] ?? {}) as Partial<Claim> // read by the types of the model
  const weak = note !== undefined && /weak source/i.test(note)
  return {
    source,
    claim: {
      sourceId: source.id,
      grade: grade ?? (weak ? 'claimed' : GRADE_OF_SOURCE[source.kind]),
      status: status ?? 'in force',
      retrievedOn: source.retrievedOn,
      ...(validFrom ? { validFrom } : {}), ...(validTo ? { validTo } : {}), ...(asOf ? { asOf } : {}), ...(note ? { note } : {}),
    },
  }
}

/** Sources of what ids and the gazetteer say by themselves. */
const standard = (name: string, publisher: string, url: string, kind: SourceKind, licence: string): SourceNode => {
  const described = { name, publisher, url, retrievedOn: '2026-11-23' }
  return { label: 'Source', id: sourceId(described), kind, licence, ...described }
}
const UNLOCODE = standard('UN/LOCODE: the first two letters are the country', 'UNECE', 'https://unece.org/trade/uncefact/unlocode', 'standard body', 'Free use, cite UNECE')
const ISO = standard('ISO 3166-2 codes begin with the country', 'ISO', 'https://www.iso.org/iso-3166-country-codes.html', 'standard body', 'Codes free to use')
const GEONAMES = standard('GeoNames towns of 1,000 inhabitants and more', 'GeoNames', 'https://www.geonames.org/', 'dataset', 'CC BY 4.0')
const FIPS = standard(
  'County codes of the United States',
  'United States Census Bureau',
  'https://www.census.gov/library/reference/code-lists/ansi.html',
  'standard body',
  'Public domain',
)
export const sourceOfScheme = (id: string): SourceNode => (id.startsWith('unlocode:') ? UNLOCODE : id.startsWith('iso3166:') ? ISO : id.startsWith('fips:') ? FIPS : GEONAMES)
