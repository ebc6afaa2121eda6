import { integratedHolders } from '../../../graph-schema/analytics/ownership/integrated-ownership.ts'
import { stakeGraph } from '../../../graph-schema/analytics/ownership/stake-graph.ts'
import { checksumOf } from '../arrays.ts'
import type { Bench } from '../bench.ts'
import type { Neo4jClient } from '../neo4j-client.ts'
import { NEO4J } from '../neo4j-peer.ts'
import { LEVELS, levelledStakes } from './ten-hops.ts'

const QUESTIONS = 20

/** The network of `ten-hops` without the stakes that run back: where nobody holds itself, the share of a holder is the sum over all ways of the products along them. */
function acyclicStakes(stakes: number) {
  const { size, list, width } = levelledStakes(stakes)
  const down = list.filter(({ holder, held }) => Math.floor(holder / width) < Math.floor(held / width))
  const columns = { holder: Int32Array.from(down, ({ holder }) => holder), held: Int32Array.from(down, ({ held }) => held), share: Float64Array.from(down, ({ shareLow }) => shareLow) }
  const targets = Array.from({ length: QUESTIONS }, (_, question) => (LEVELS - 1) * width + Math.floor((question * width) / QUESTIONS))
  return { size, list: down, columns, targets }
}

const load = (server: Neo4jClient, { size, columns: { holder, held, share } }: ReturnType<typeof acyclicStakes>) => server.load(['CREATE CONSTRAINT FOR (company:Organisation) REQUIRE company.at IS UNIQUE'], function* () {
  yield { write: 'UNWIND $rows AS row CREATE (:Organisation {at: toInteger(row[0])})', rows: Array.from({ length: size }, (_, at) => [at]) }
  yield {
    write: 'UNWIND $rows AS row MATCH (a:Organisation {at: toInteger(row[0])}) MATCH (b:Organisation {at: toInteger(row[1])}) CREATE (a)-[:OWNS {shareMin: row[2]}]->(b)',
    rows: Array.from(holder, (above, at) => [above, held[at]!, share[at]!]),
  }
})

const UP = 'sum(share) AS share WITH holder, share, CASE WHEN COUNT { (holder)<-[:OWNS]-() } = 0 THEN 1 ELSE 0 END AS ultimate'
  + ' RETURN count(*) AS holders, sum(ultimate) AS ultimate, sum(share * ultimate) AS share, sum(share * holder.at) AS weighed'

/** Every way of up to ten steps by itself, as such a question is mostly written; about two thousand ways lead to a company here. */
const BY_WAY = `MATCH (:Organisation {at: toInteger($at)})<-[stakes:OWNS*1..10]-(holder)
  WITH holder, reduce(part = 1.0, stake IN stakes | part * stake.shareMin) AS share WITH holder, ${UP}`

/** One step up from all holders of the step before, added up per holder: the fastest form found, written out ten times. */
const STEP = `UNWIND last AS one WITH found, one[0] AS held, one[1] AS part MATCH (held)<-[stake:OWNS]-(holder)
  WITH found, holder, sum(part * stake.shareMin) AS share WITH found, collect([holder, share]) AS last WITH found + last AS found, last `
const BY_STEP = `MATCH (target:Organisation {at: toInteger($at)}) WITH [] AS found, [[target, 1.0]] AS last ${STEP.repeat(LEVELS - 1)}
  UNWIND found AS one WITH one[0] AS holder, one[1] AS share WITH holder, ${UP}`

type Sums = Record<'holders' | 'ultimate' | 'share' | 'weighed', number>
const none = (): Sums => ({ holders: 0, ultimate: 0, share: 0, weighed: 0 })

function bench(name: string, mode: string, question: string): Bench {
  return {
    goal: 'Neo4j', name, unit: 'stakes', sizes: [10_000], fullSizes: [100_000, 1_000_000],
    ours: (stakes) => {
      const { size, list, columns, targets } = acyclicStakes(stakes)
      const graph = stakeGraph(size, list)
      integratedHolders(graph, size - 1) // bounds are kept per graph: a server has answered before
      return {
        input: checksumOf(columns),
        run: () => {
          const sums = none()
          for (const target of targets) {
            for (const { node, low, ultimate } of integratedHolders(graph, target).holders) {
              sums.holders++
              sums.weighed += low * node
              if (!ultimate) continue
              sums.ultimate++
              sums.share += low
            }
          }
          return sums
        },
      }
    },
    against: {
      peer: `${NEO4J}, who holds a company over up to ten steps and how much of it, ${QUESTIONS} companies of the lowest level, ${mode}`, times: 50, from: 100_000,
      work: {
        graph: 'acyclic stakes',
        onNeo4j: async (stakes, server) => {
          const world = acyclicStakes(stakes)
          await load(server, world)
          return {
            input: checksumOf(world.columns),
            run: async () => {
              const sums = none()
              for (const at of world.targets) {
                const [row] = await server.ask(question, { at })
                for (const name of Object.keys(sums) as (keyof Sums)[]) sums[name] += Number(row?.[name])
              }
              return sums
            },
          }
        },
      },
    },
  }
}

export const neo4jTenHopsByWay = bench('neo4j-ten-hops', 'in Cypher by ways of variable length', BY_WAY)
export const neo4jTenHopsByStep = bench('neo4j-ten-hops-by-step', 'in Cypher with the ten steps written out and holders added up after each', BY_STEP)
