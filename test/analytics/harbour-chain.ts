import { directedGraph } from '#analytics/graphs/directed-graph.ts'
import type { SupplyNetwork } from '#analytics/flows/flow-network.ts'

/**
 * One good on its way from two mills to three cities; capacities on the arrows.
 *
 *            ┌─60─▶ MillN ─60─▶ PortA ─80─▶ DC1 ─50─▶ City1 (wants 50)
 *   Source ──┤               ▲           ▲    └─40─▶ City2 (wants 50)
 *            │            40 │        20 │            ▲
 *            └─60─▶ MillS ───┴─30─▶ PortB ─30─▶ DC2 ─25┘
 *                                                └─10─▶ City3 (wants 10)
 */
export const NAMES = ['Source', 'MillN', 'MillS', 'PortA', 'PortB', 'DC1', 'DC2', 'City1', 'City2', 'City3'] as const
export type Name = (typeof NAMES)[number]
export const at = (name: Name): number => NAMES.indexOf(name)
export const nameOf = (site: number): Name => NAMES[site]!

const LINKS: readonly (readonly [Name, Name, number])[] = [
  ['Source', 'MillN', 60], ['Source', 'MillS', 60], ['MillN', 'PortA', 60], ['MillS', 'PortA', 40], ['MillS', 'PortB', 30], ['PortA', 'DC1', 80],
  ['PortB', 'DC1', 20], ['PortB', 'DC2', 30], ['DC1', 'City1', 50], ['DC1', 'City2', 40], ['DC2', 'City2', 25], ['DC2', 'City3', 10],
]
const ends = (end: 0 | 1) => LINKS.map((link) => at(link[end]))

export const harbourChain: SupplyNetwork = {
  graph: directedGraph(NAMES.length, ends(0), ends(1), LINKS.map(([, , capacity]) => capacity)),
  sources: [{ site: at('Source') }],
  markets: [{ site: at('City1'), demand: 50 }, { site: at('City2'), demand: 50 }, { site: at('City3'), demand: 10 }],
}

/** With one node more, into which all markets lead: then every city lies between the mills and "the end". */
export const withCommonEnd = directedGraph(NAMES.length + 1, [...ends(0), at('City1'), at('City2'), at('City3')], [...ends(1), NAMES.length, NAMES.length, NAMES.length])
