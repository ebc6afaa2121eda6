/**
 * How many items a list without `first` is taken to have when a query is weighed: what is usual, not the longest.
 * The size of the finished answer is checked on its own. Lists not named here count as OTHER_LISTS.
 */
export const LIST_SIZES: Readonly<Record<string, number>> = {
  'Path.nodes': 4,
  'Path.statements': 3,
  'Path.judgements': 1,
  'SiteHolding.paths': 2,
  'Holding.paths': 3,
  'SharedAdversary.controllers': 2,
  'SharedAdversary.members': 3,
  'SharedAdversary.mirrorPairs': 3,
  'MirrorPair.reasons': 4,
  'MirrorPair.differences': 4,
  'Exposure.byDomain': 3,
  'Coverage.byDomain': 3,
  'Ownership.cycles': 2,
  'Ownership.conflicts': 3,
  'Conflict.statements': 3,
  'MirrorPoints.pairs': 15,
  'MirrorPoints.unmatchedHere': 15,
  'MirrorPoints.unmatchedThere': 15,
  'Place.parents': 2,
  'Site.operators': 2,
  'Site.owners': 3,
  'Site.figures': 2,
  'Query.presets': 15,
  'Preset.columns': 30,
  'About.counts': 16,
  'About.limits': 16,
}
export const OTHER_LISTS = 5

/** Fields with `first` that are rarely full: this part of `first` is counted. */
export const USUALLY_FILLED: Readonly<Record<string, number>> = { 'Exposure.sites': 0.2, 'Organisation.sites': 0.5, 'Ownership.holders': 0.5, 'Coverage.unconnectedOperators': 0.5 }

/** Their items were counted by the field that has `first`. */
export const COUNTED_ABOVE = new Set(['edges', 'nodes', 'items'])

/** Fields that ask the store once for every parent: weight in values. */
export const LOOK_UPS: Readonly<Record<string, number>> = {
  'Organisation.statements': 20, 'Organisation.statementCount': 20, 'Organisation.sites': 20, 'Organisation.brands': 20, 'Brand.statements': 20, 'Brand.organisations': 20,
  'Site.statements': 20, 'Site.operators': 20, 'Site.owners': 20, 'Site.figures': 20, 'Place.coverage': 50, 'SharedAdversary.mirrorPairs': 50, 'SiteHolding.paths': 10, 'Holding.paths': 10,
  'Query.sharedAdversaries': 200, 'Query.mirrorPoints': 200, 'Query.ownership': 200, 'Query.paths': 200, 'Query.coverage': 50, 'Query.search': 100,
}
