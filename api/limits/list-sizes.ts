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
  'Ownership.unrecorded': 10,
  'Ownership.statements': 60,
  'Ownership.notCounted': 3,
  'Conflict.bySource': 2,
  'ConflictSide.statements': 2,
  'Timeline.periods': 8,
  'Period.statements': 4,
  'Holding.interests': 1,
  'Conflict.statements': 3,
  'MirrorPoints.pairs': 15,
  'MirrorPoints.unmatchedHere': 15,
  'MirrorPoints.unmatchedThere': 15,
  'ChokePoints.markets': 20,
  'ChokePoints.origins': 5,
  'ChokePoints.pairs': 10,
  'ChokePoints.concentration': 4,
  'ChokePoint.byMarket': 10,
  'ChokePoint.dominatedMarkets': 2,
  'ChokePoint.dependents': 5,
  'ChokePoint.flows': 4,
  'ChokePoint.paths': 2,
  'ChokePoint.notes': 3,
  'FlowLink.statements': 2,
  'LocalCost.statements': 2,
  'WhatIf.removed': 3,
  'WhatIf.byMarket': 20,
  'WhatIf.cutOffMarkets': 5,
  'WhatIf.flows': 10,
  'Twin.adversaries': 6,
  'Twin.reasons': 4,
  'TwinAdversary.controllers': 1,
  'TwinHistory.statements': 1,
  'PlaceMatching.pairs': 8,
  'PlaceMatching.unmatched': 3,
  'WhyNot.reasons': 3,
  'WhyNotReason.organisations': 1,
  'WhyNotReason.statements': 3,
  'OwnMoneyRow.amounts': 1,
  'OwnMoneyRow.links': 1,
  'OwnMoney.linked': 2,
  'OwnMoney.all': 2,
  'MoneyAmount.statements': 8,
  'MoneyLink.controllers': 2,
  'MoneyLink.paths': 2,
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
export const USUALLY_FILLED: Readonly<Record<string, number>> = { 'Exposure.sites': 0.04, 'Organisation.sites': 0.5, 'Organisation.statements': 0.4, 'Brand.statements': 0.4, 'Site.statements': 0.4, 'Ownership.holders': 0.5, 'Coverage.unconnectedOperators': 0.5 }

/** Their items were counted by the field that has `first`. */
export const COUNTED_ABOVE = new Set(['edges', 'nodes', 'items'])

/** Fields that ask the store once for every parent: weight in values. */
export const LOOK_UPS: Readonly<Record<string, number>> = {
  'Organisation.statements': 100, 'Organisation.statementCount': 100, 'Organisation.sites': 100, 'Organisation.brands': 100, 'Brand.statements': 100, 'Brand.organisations': 100,
  'Site.statements': 100, 'Site.operators': 100, 'Site.owners': 100, 'Site.figures': 100, 'Place.coverage': 500, 'SharedAdversary.mirrorPairs': 50, 'SiteHolding.paths': 10, 'Holding.paths': 10,
  'Query.sharedAdversaries': 10_000, 'Query.mirrorPoints': 5_000, 'Query.ownership': 5_000, 'Query.timeline': 10_000, 'Query.changes': 5_000, 'Query.paths': 5_000, 'Query.chokePoints': 10_000, 'Query.whatIf': 5_000, 'ChokePoint.byMarket': 50, 'ChokePoints.pairs': 5_000, 'Query.coverage': 1_000, 'Query.twins': 20_000, 'Query.twinMatching': 50_000, 'Query.whyNot': 10_000, 'Query.ownMoney': 10_000, 'MoneyLink.paths': 10, 'Query.search': 5_000,
}
