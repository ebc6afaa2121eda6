import { Brand } from './kinds/brand.ts'
import { Import } from './kinds/import.ts'
import { Organisation } from './kinds/organisation.ts'
import { Place } from './kinds/place.ts'
import { Site } from './kinds/site.ts'
import { Source } from './kinds/source.ts'
import type { NodeKind, NodeOf } from './node-kind.ts'
import type { StatementKind, StatementOf } from './statement-kind.ts'
import { BrandOf, Finances, LocatedIn, Manages, Operates, PartOf, SameAs, SoldIn, Supplies } from './statements/other-statements.ts'
import { Owns } from './statements/owns.ts'
import { DependsOn, StatesFigure } from './statements/published-figures.ts'
import { BodyOf, Funds } from './statements/public-money.ts'
import { TwinnedWith } from './statements/twinned-with.ts'

/** Raised when stored data of an older version can no longer be read as it is. */
export const MODEL_VERSION = 1

/** The one declaration. Constraints, API types, CSV templates and reference pages are derived from this value. */
export interface Model { readonly nodes: readonly NodeKind[]; readonly statements: readonly StatementKind[] }

export const NODE_KINDS = [Organisation, Brand, Site, Place, Source, Import] as const
export const STATEMENT_KINDS = [
  Owns,
  Operates,
  Manages,
  BrandOf,
  SoldIn,
  Supplies,
  Finances,
  LocatedIn,
  PartOf,
  SameAs,
  TwinnedWith,
  BodyOf,
  Funds,
  StatesFigure,
  DependsOn,
] as const
export const MODEL: Model = { nodes: NODE_KINDS, statements: STATEMENT_KINDS }

export type NodeLabel = (typeof NODE_KINDS)[number]['name']
export type StatementType = (typeof STATEMENT_KINDS)[number]['name']
type Each<K> = K extends NodeKind ? NodeOf<K> : K extends StatementKind ? StatementOf<K> : never
/** Any node; narrow by `label`. */
export type NodeValue = Each<(typeof NODE_KINDS)[number]>
/** Any statement, before it has been stored; narrow by `type`. */
export type Statement = Each<(typeof STATEMENT_KINDS)[number]>
export type OrganisationNode = NodeOf<typeof Organisation>
export type SiteNode = NodeOf<typeof Site>
export type PlaceNode = NodeOf<typeof Place>
export type SourceNode = NodeOf<typeof Source>
export type ImportNode = NodeOf<typeof Import>
export type OwnsStatement = StatementOf<typeof Owns>

export const nodeKindOf = (label: NodeLabel): NodeKind => NODE_KINDS.find(({ name }) => name === label)!
export const statementKindOf = (type: StatementType): StatementKind => STATEMENT_KINDS.find(({ name }) => name === type)!
