import { createHash } from 'node:crypto'
import { BRAND_KINDS, ORGANISATION_KINDS, codeOf } from '#model/code-lists.ts'
import type { OpaqueReason } from '#model/code-lists.ts'
import { parseIdentifier } from '#model/values/identifier.ts'
import { bad } from '../parse/cell.ts'
import type { ReferenceCells } from '../parse/template-reader.ts'
import { judgeParty, placeholderReason } from '../people.ts'
import { FAMILY_NAMES } from '../people/family-names.ts'
import { GIVEN_NAMES } from '../people/given-names.ts'
import { PERSON_KINDS } from '../people/person-signs.ts'
import { cachedNameKey, foldedName } from '../resolve/name-key.ts'
import { opaqueOwnerId } from '../resolve/organisation-id.ts'
import type { Loading } from './loading.ts'
import { isRegistered } from './loading.ts'
import type { Made } from './made.ts'

/** An end of a statement: an organisation or an opaque owner. `holder` is set for a natural person. */
export interface Party { readonly id: string; readonly holder?: string; readonly isOpaque: boolean }

const OPAQUE_NAMES: Readonly<Record<OpaqueReason, string>> = {
  'natural persons': 'natural persons (not named)', 'not named': 'owner not named', 'several holders': 'several holders', unknown: 'unknown owner',
}
const ASK = 'This may be the name of a natural person, which is not kept. If it is an organisation, add its kind or its registered id.'

type Judged = { readonly is: 'organisation' } | { readonly is: 'opaque'; readonly reason: OpaqueReason; readonly isPerson: boolean } | { readonly is: 'unsure' }

function judge(cells: ReferenceCells & { readonly name: string }, loading: Loading, role: 'owner' | 'operator'): Judged {
  const kind = cells.kind?.trim().toLowerCase()
  if (kind !== undefined && PERSON_KINDS.has(kind)) return { is: 'opaque', reason: 'natural persons', isPerson: true }
  const organisationKind = kind === undefined ? undefined : codeOf(ORGANISATION_KINDS, kind)
  if (organisationKind === 'opaque owner' || cells.id?.startsWith('opaque:')) return { is: 'opaque', reason: placeholderReason(cells.name) ?? 'not named', isPerson: false }
  const evidence = organisationKind !== undefined || isRegistered(cells.id) || loading.isOrganisation(cells.name)
  const party = judgeParty(cells.name, { role, evidence })
  if (party.is === 'placeholder') return { is: 'opaque', reason: party.reason, isPerson: false }
  return party.is === 'person' ? { is: 'opaque', reason: 'natural persons', isPerson: true } : party
}

/** The source's own words for nobody in particular: only where the row says what they stand for, and no name hides in them. */
function opaqueName({ name, kind }: ReferenceCells & { readonly name: string }, reason: OpaqueReason, isPerson: boolean): string {
  const words = foldedName(name).split(' ')
  const isStated = kind !== undefined && codeOf(ORGANISATION_KINDS, kind) !== undefined
  const isPlain =
    isStated &&
    !isPerson &&
    words.length > 1 &&
    name.length <= 100 &&
    placeholderReason(name) === reason &&
    !words.some((word) => GIVEN_NAMES.has(word) || FAMILY_NAMES.has(word))
  return isPlain ? name : OPAQUE_NAMES[reason]
}

/**
 * The holder of something: an organisation, or an opaque owner of exactly this thing. A natural person's name, id and
 * kind are dropped here and appear nowhere, not in problems either.
 */
export function holder(cells: ReferenceCells, column: string, ownedId: string, loading: Loading, made: Made): Party | undefined {
  if (cells.name === undefined) return cells.id === undefined ? undefined : byId(cells, column, loading, made)
  const judged = judge({ ...cells, name: cells.name }, loading, 'owner')
  if (judged.is === 'unsure') return made.problem(bad(column, 'MAYBE_PERSON', ASK).problem)
  if (judged.is === 'organisation') return organisation(cells, column, loading, made)
  const { reason, isPerson } = judged
  const id = !isPerson && cells.id?.startsWith('opaque:') ? cells.id : opaqueOwnerId(ownedId, reason)
  made.node({ label: 'Organisation', id, values: { name: opaqueName({ ...cells, name: cells.name }, reason, isPerson), kind: 'opaque owner', opaqueReason: reason } })
  made.opaque.push(id)
  if (!isPerson) return { id, isOpaque: true }
  return { id, isOpaque: true, holder: createHash('sha256').update(cachedNameKey(cells.name).formKey).digest('hex').slice(0, 16) }
}

/** Who runs a site; nobody for a placeholder and for a natural person. */
export function operator(cells: ReferenceCells, column: string, loading: Loading, made: Made): Party | undefined {
  if (cells.name === undefined) return cells.id === undefined ? undefined : byId(cells, column, loading, made)
  const judged = judge({ ...cells, name: cells.name }, loading, 'operator')
  if (judged.is === 'unsure') return made.problem(bad(column, 'MAYBE_PERSON', ASK).problem)
  if (judged.is === 'organisation') return organisation(cells, column, loading, made)
  made.notes.push(`${column === 'operator' ? 'an' : 'a'} ${column} that ${judged.isPerson ? 'is a natural person' : 'names nobody'} was left out`)
  return undefined
}

/** An organisation that cannot be a person because it is held, or is named as one. Sole traders and forms of address are refused. */
export function organisation(cells: ReferenceCells, column: string, loading: Loading, made: Made): Party | undefined {
  const { name, id, country } = cells
  if (name === undefined) return byId(cells, column, loading, made)
  const judged = judge({ ...cells, name }, loading, 'operator')
  if (judged.is === 'opaque')
    return made.problem(
      judged.isPerson
        ? bad(column, 'NATURAL_PERSON', 'Natural persons are not kept here.').problem
        : bad(column, 'PLACEHOLDER', `Name what ${column} is.`).problem,
    )
  const kind = cells.kind === undefined ? undefined : codeOf(ORGANISATION_KINDS, cells.kind)
  if (cells.kind !== undefined && kind === undefined && !codeOf(BRAND_KINDS, cells.kind)) {
    return made.problem(bad(`${column}_kind`, 'NOT_A_CODE', `One of: ${ORGANISATION_KINDS.codes.map(({ code }) => code).join(', ')}.`, cells.kind).problem)
  }
  const resolved = loading.organisations.resolve({ name, id, country }, column)
  if (!resolved.ok) return made.problem(resolved.problem)
  if (!hasLabel(resolved.id, 'Organisation', column, loading, made)) return undefined
  made.node({ label: 'Organisation', id: resolved.id, values: { name, country: country ?? resolved.country, kind }, defaults: { kind: 'company' } })
  return { id: resolved.id, isOpaque: false }
}

/** A row that gives an id alone: the thing has to be known. */
function byId({ id }: ReferenceCells, column: string, loading: Loading, made: Made): Party | undefined {
  if (id === undefined) return made.problem(bad(column, 'REQUIRED', `Fill in ${column}.`).problem)
  if (loading.labelOf(id) === undefined && !loading.organisations.isDeclared(id))
    return made.problem(bad(`${column}_id`, 'REQUIRED', `The store has nothing with this id: fill in ${column} as well.`, id).problem)
  if (!hasLabel(id, 'Organisation', column, loading, made)) return undefined
  // The row that names it may be refused: the node is made either way.
  if (loading.labelOf(id) === undefined) made.node({ label: 'Organisation', id, values: {}, defaults: { name: loading.organisations.nameOf(id), kind: 'company' } })
  return { id, isOpaque: id.startsWith('opaque:') }
}

/** False, with a problem, when the store has another kind of thing under the id. */
export function hasLabel(id: string, label: 'Organisation' | 'Brand' | 'Site' | 'Place', column: string, loading: Loading, made: Made): boolean {
  const stored = loading.labelOf(id)
  const scheme = parseIdentifier(id)?.scheme
  if ((stored === undefined || stored === label) && scheme !== 'src' && scheme !== 'imp') return true
  made.problem(
    bad(
      `${column}_id`,
      'ID_OF_ANOTHER_KIND',
      `${id} is a ${(stored ?? 'record of our own').toLowerCase()}, not ${label === 'Organisation' ? 'an organisation' : `a ${label.toLowerCase()}`}.`,
      id,
    ).problem,
  )
  return false
}
