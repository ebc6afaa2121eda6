import { articulationPoints } from '../../../graph-schema/analytics/graphs/articulation-points.ts'
import { betweenness } from '../../../graph-schema/analytics/graphs/betweenness.ts'
import { connectedComponents } from '../../../graph-schema/analytics/graphs/connected-components.ts'
import type { DirectedGraph } from '../../../graph-schema/analytics/graphs/directed-graph.ts'
import { undirectedGraph } from '../../../graph-schema/analytics/graphs/directed-graph.ts'
import { pageRank } from '../../../graph-schema/analytics/graphs/page-rank.ts'
import type { Arrays } from '../arrays.ts'
import { checksumOf } from '../arrays.ts'
import type { Bench, Finding } from '../bench.ts'
import { sampled } from '../bench.ts'
import type { Neo4jClient, Row } from '../neo4j-client.ts'
import { GDS } from '../neo4j-peer.ts'
import { edgesOf } from '../world.ts'
import { inPieces, sizesOf } from './components.ts'
import { pointsOf } from './igraph.ts'

type Ends = Arrays & { readonly start: Int32Array; readonly target: Int32Array }

/** The world of the bench `components`, where nodes alone hold pieces together, too. */
const edges = (size: number): Ends => { const { from, to } = edgesOf(inPieces(size)); return { start: from, target: to } }

const load = (server: Neo4jClient, size: number, { start, target }: Ends) => server.load(['CREATE CONSTRAINT FOR (company:Company) REQUIRE company.at IS UNIQUE'], function* () {
  yield { write: 'UNWIND $rows AS row CREATE (:Company {at: toInteger(row[0])})', rows: Array.from({ length: size }, (_, at) => [at]) }
  yield {
    write: 'UNWIND $rows AS row MATCH (a:Company {at: toInteger(row[0])}) MATCH (b:Company {at: toInteger(row[1])}) CREATE (a)-[:HOLDS]->(b)',
    rows: Array.from(start, (one, edge) => [one, target[edge]!]),
  }
})

const PROJECT = "CALL gds.graph.project('holdings', 'Company', {HOLDS: {orientation: 'UNDIRECTED'}}, {readConcurrency: 1}) YIELD graphName"
const DROP = "CALL gds.graph.drop('holdings', false) YIELD graphName RETURN count(graphName) AS dropped"

interface Kernel {
  readonly name: string
  /** Asked of the kernel alone, and with the projection counted. */
  readonly times: readonly [alone: number, projected: number]
  /** Smallest size the goal speaks of. */
  readonly from: number
  readonly sizes: Pick<Bench, 'sizes' | 'fullSizes'>
  readonly mode: string
  /** What is measured: a question to the projected graph that returns few numbers. It may name `$sampled`, fifty companies. */
  readonly call: string
  /** A question that is not measured, for what would be a handicap to return each time. */
  readonly check?: string
  readonly found: (answer: readonly Row[], check: readonly Row[], size: number) => Finding
  /** The same question to us, and what the check asks: likewise not measured. */
  readonly ours: (graph: DirectedGraph, size: number) => Finding
  readonly checkOfOurs?: (graph: DirectedGraph) => Finding
}

/** One line for the kernel alone, and one in which either side first makes the graph it works on: the peer from its store, ours from the list of edges. */
function benchesOf(kernel: Kernel): readonly [Bench, Bench] {
  return [kernelBench(kernel, false), kernelBench(kernel, true)]
}

function kernelBench({ name, times: [alone, withProjection], from, sizes, call, mode, found, check, ours, checkOfOurs }: Kernel, projected: boolean): Bench {
  return {
    goal: 'GDS', name: `gds-${name}${projected ? '-projected' : ''}`, unit: 'nodes',
    ...(projected ? { sizes: [], fullSizes: [...sizes.sizes, ...sizes.fullSizes] } : sizes), // the small run leaves the second line out
    ours: (size) => {
      const ends = edges(size)
      const graph = undirectedGraph(size, ends.start, ends.target)
      const checked = checkOfOurs?.(graph) ?? {}
      return { input: checksumOf(ends), run: () => ({ ...checked, ...ours(projected ? undirectedGraph(size, ends.start, ends.target) : graph, size) }) }
    },
    against: {
      peer: `${GDS}, ${mode}, concurrency 1, ${projected ? 'projection counted' : 'on the projected graph'}`, times: projected ? withProjection : alone, from,
      work: {
        graph: 'holdings',
        onNeo4j: async (size, server) => {
          const ends = edges(size)
          await load(server, size, ends)
          const project = async () => { await server.ask(DROP); await server.ask(PROJECT) }
          await project()
          const parameters = { sampled: Array.from({ length: 50 }, (_, index) => Math.floor((index * size) / 50)) }
          const checked = check === undefined ? [] : await server.ask(check, parameters)
          return { input: checksumOf(ends), run: async () => { if (projected) await project(); return found(await server.ask(call, parameters), checked, size) } }
        },
      },
    },
  }
}

const LINEAR = { sizes: [10_000], fullSizes: [100_000, 200_000, 1_000_000] }
/** The columns `nodeId` and `score` with the company's own number. */
const NUMBERED = 'YIELD nodeId, score WITH gds.util.asNode(nodeId).at AS at, score'
const valueOf = (rows: readonly Row[]) => { const values = new Map(rows.map(({ at, value }) => [at, value as number])); return (at: number) => values.get(at) ?? NaN }

export const [gdsComponents, gdsComponentsProjected] = benchesOf({
  name: 'components', times: [5, 10], from: 200_000, sizes: LINEAR, mode: 'wcc.stats, number of components',
  call: "CALL gds.wcc.stats('holdings', {concurrency: 1}) YIELD componentCount AS count",
  check: "CALL gds.wcc.stats('holdings', {concurrency: 1}) YIELD componentDistribution RETURN componentDistribution.max AS largest",
  found: ([answer], [check]) => ({ count: Number(answer?.['count']), largest: Number(check?.['largest']) }),
  ours: (graph) => ({ count: connectedComponents(graph, { symmetric: true }).count }),
  checkOfOurs: (graph) => ({ largest: sizesOf(connectedComponents(graph, { symmetric: true })).largest }),
})

/** Theirs is the largest change of a node where ranks add up to the number of nodes, ours the mean change of a node on the same scale. */
const TOLERANCE = 1e-7
const rankQuestion = (mode: string) => `CALL gds.pageRank.${mode}('holdings', {concurrency: 1, tolerance: ${TOLERANCE}, maxIterations: 500})`
export const [gdsPageRank, gdsPageRankProjected] = benchesOf({
  name: 'page-rank', times: [3, 3], from: 200_000, sizes: LINEAR, mode: `pageRank.stats, tolerance ${TOLERANCE}`,
  call: `${rankQuestion('stats')} YIELD didConverge RETURN CASE WHEN didConverge THEN 1 ELSE 0 END AS converged`,
  check: `${rankQuestion('stream')} ${NUMBERED} WITH sum(score) AS total, collect(CASE WHEN at IN $sampled THEN [at, score] END) AS sampled UNWIND sampled AS one RETURN one[0] AS at, one[1] / total AS value`,
  found: ([answer], check, size) => ({ converged: Number(answer?.['converged']), ...sampled('rank of', size, valueOf(check)) }),
  ours: (graph, size) => {
    const { rank, residual } = pageRank(graph, { tolerance: TOLERANCE, maxRounds: 500, incoming: graph })
    return { converged: residual <= TOLERANCE ? 1 : 0, ...sampled('rank of', size, (node) => rank[node]!) }
  },
})

export const [gdsArticulationPoints, gdsArticulationPointsProjected] = benchesOf({
  name: 'articulation-points', times: [10, 10], from: 200_000, sizes: LINEAR, mode: 'articulationPoints.stats; neither is asked for bridges',
  call: "CALL gds.articulationPoints.stats('holdings', {concurrency: 1}) YIELD articulationPointCount AS count",
  check: "CALL gds.articulationPoints.stream('holdings', {concurrency: 1}) YIELD nodeId RETURN sum(gds.util.asNode(nodeId).at) AS sum",
  found: ([answer], [check]) => ({ count: Number(answer?.['count']), sum: Number(check?.['sum']) }),
  ours: (graph) => ({ count: pointsOf(articulationPoints(graph, { bridges: false })).count }),
  checkOfOurs: (graph) => ({ sum: pointsOf(articulationPoints(graph, { bridges: false })).sum }),
})

export const [gdsBetweenness, gdsBetweennessProjected] = benchesOf({
  name: 'betweenness', times: [2, 2], from: 10_000, sizes: { sizes: [1_000], fullSizes: [10_000] }, mode: 'betweenness.stream, exact, fifty values returned',
  call: `CALL gds.betweenness.stream('holdings', {concurrency: 1}) ${NUMBERED} WHERE at IN $sampled RETURN at, score AS value`,
  found: (answer, _check, size) => sampled('betweenness of', size, valueOf(answer)),
  ours: (graph, size) => {
    const values = betweenness(graph)
    return sampled('betweenness of', size, (node) => values[node]! / 2)
  },
})
