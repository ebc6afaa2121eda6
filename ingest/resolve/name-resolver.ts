import type { CellProblem } from '../parse/cell.ts'
import { bad } from '../parse/cell.ts'
import { cachedNameKey } from './name-key.ts'

/** How a row names a thing. Without an id the name is looked up. */
export interface Mention { readonly name: string; readonly id?: string | undefined; readonly country?: string | undefined }
/** A thing of that name: in the store, or given an id or a country somewhere in the files of this import. */
export interface Candidate { readonly id: string; readonly country: string | undefined; readonly names: ReadonlySet<string>; readonly forms: ReadonlySet<string> }
export type Resolution = { readonly ok: true; readonly id: string; readonly country: string | undefined } | { readonly ok: false; readonly problem: CellProblem }

interface Draft { id: string; country: string | undefined; names: Set<string>; forms: Set<string> }
const draft = (id: string, country: string | undefined): Draft => ({ id, country, names: new Set(), forms: new Set() })

/** Two legal forms that can be one thing: equal, or one of them left out. */
const compatible = (forms: ReadonlySet<string>, form: string): boolean => form === '' || forms.size === 0 || forms.has(form) || (forms.size === 1 && forms.has(''))

/**
 * From names to ids, for one kind of node. Two passes: every mention of every file is collected first, so the result
 * does not depend on the order of rows.
 *
 * An explicit id wins. Otherwise the candidates are the known things with the same name key and a legal form that does
 * not contradict. With a country: those of that country, else one without a country. Without: all, where those of a
 * known country go before those without. One candidate is it; of several the one with exactly this spelling; else the
 * row is refused with the candidates named. No candidate: a new id from country and name with its legal form.
 */
export class NameResolver {
  private readonly known = new Map<string, Draft[]>()
  private readonly byId = new Map<string, Draft>()
  private readonly mentioned = new Map<string, Map<string, Set<string>>>()
  private readonly settled = new Map<string, readonly Draft[]>()
  private readonly makeId: (name: string, country?: string) => string

  constructor(makeId: (name: string, country?: string) => string) {
    this.makeId = makeId
  }

  /** A thing the store holds. Of its other names those count that differ in spelling or legal form only: the rest are not unique. */
  addKnown({ id, name, country, aliases = [] }: { readonly id: string; readonly name: string; readonly country?: string | undefined; readonly aliases?: readonly string[] }): void {
    const { key } = cachedNameKey(name)
    for (const spelling of [name, ...aliases.filter((alias) => cachedNameKey(alias).key === key)]) this.declare({ id, name: spelling, country })
  }

  /** First pass: a row names it. */
  mention({ name, id, country }: Mention): void {
    if (id !== undefined) { this.declare({ id, name, country }); return }
    const { key } = cachedNameKey(name)
    const countries = this.mentioned.get(key) ?? new Map<string, Set<string>>()
    this.mentioned.set(key, countries)
    const place = country ?? ''
    countries.set(place, (countries.get(place) ?? new Set()).add(name))
    this.settled.delete(key)
  }

  has(name: string): boolean {
    const { key } = cachedNameKey(name)
    return this.known.has(key)
  }

  /** True for an id some row or the store gives a name. */
  isDeclared = (id: string): boolean => this.byId.has(id)
  /** A name of a declared id, the first in order of text. */
  nameOf = (id: string): string | undefined => [...(this.byId.get(id)?.names ?? [])].sort()[0]
  countryOf = (id: string): string | undefined => this.byId.get(id)?.country

  /** Second pass. @param prefer country taken where several candidates remain: shops of a chain stand in its own country first */
  resolve({ name, id, country }: Mention, column: string, prefer?: string): Resolution {
    if (id !== undefined) return { ok: true, id, country: country ?? this.countryOf(id) }
    const { key, form } = cachedNameKey(name)
    const all = this.candidates(key).filter(({ forms }) => compatible(forms, form))
    const narrowed = this.narrow(all, name, form, country, prefer)
    if (narrowed.length === 1) return { ok: true, id: narrowed[0]!.id, country: narrowed[0]!.country }
    if (narrowed.length === 0) return { ok: true, id: this.makeId(name, country), country }
    const shown = narrowed.slice(0, 5).map((each) => each.id).sort().join(', ')
    return bad(column, 'AMBIGUOUS_NAME', `Several have this name: ${shown}. Write one of them into ${column}_id.`)
  }

  private narrow(all: readonly Draft[], name: string, form: string, country: string | undefined, prefer: string | undefined): readonly Draft[] {
    const steps: readonly ((each: Draft) => boolean)[] = [
      ...(prefer === undefined ? [] : [(each: Draft) => each.country === prefer]),
      (each) => each.country !== undefined,
      (each) => each.forms.has(form),
      (each) => each.names.has(name),
    ]
    let left = all
    if (country !== undefined) {
      const there = all.filter((each) => each.country === country)
      left = there.length > 0 ? there : all.filter((each) => each.country === undefined)
    }
    for (const step of steps) {
      if (left.length <= 1) break
      const some = left.filter(step)
      if (some.length > 0) left = some
    }
    return left
  }

  private declare({ id, name, country }: { readonly id: string; readonly name: string; readonly country?: string | undefined }): void {
    const { key, form } = cachedNameKey(name)
    const entry = this.byId.get(id) ?? draft(id, country)
    // Rows may disagree on the country of one id; the first in order of text counts, whatever the order of rows.
    if (country !== undefined && (entry.country === undefined || country < entry.country)) entry.country = country
    entry.names.add(name)
    entry.forms.add(form)
    this.byId.set(id, entry)
    const list = this.known.get(key) ?? []
    if (!list.includes(entry)) this.known.set(key, [...list, entry])
    this.settled.delete(key)
  }

  /** Known things of a key, and those its mentions with a country bring into being. */
  private candidates(key: string): readonly Draft[] {
    const before = this.settled.get(key)
    if (before) return before
    const made = [...(this.known.get(key) ?? [])]
    for (const [country, names] of [...(this.mentioned.get(key) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (country !== '') made.push(...this.newOnes(made, country, [...names].sort()))
    }
    const unplaced = this.mentioned.get(key)?.get('')
    if (made.length === 0 && unplaced) made.push(...this.newOnes([], undefined, [...unplaced].sort()))
    this.settled.set(key, made)
    return made
  }

  /** One new thing per legal form; a spelling without a form joins the only one there is. */
  private newOnes(made: readonly Draft[], country: string | undefined, names: readonly string[]): Draft[] {
    const open = names.filter((name) => !made.some((each) => (each.country === country || each.country === undefined) && compatible(each.forms, cachedNameKey(name).form)))
    const forms = new Set(open.map((name) => cachedNameKey(name).form).filter((form) => form !== ''))
    const groups = new Map<string, string[]>()
    for (const name of open) {
      const own = cachedNameKey(name).form
      const form = own === '' && forms.size === 1 ? [...forms][0]! : own
      groups.set(form, [...(groups.get(form) ?? []), name])
    }
    return [...groups].map(([form, members]) => {
      const spelled = members.find((name) => cachedNameKey(name).form === form) ?? members[0]!
      const one = draft(this.makeId(spelled, country), country)
      for (const name of members) { one.names.add(name); one.forms.add(cachedNameKey(name).form) }
      return one
    })
  }
}
