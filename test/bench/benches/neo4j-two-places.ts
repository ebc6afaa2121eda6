import { UBIQUITY_WEIGHT } from '../../../graph-schema/analytics/places/adversary-score.ts'
import { sharedAdversaries } from '../../../graph-schema/analytics/places/shared-adversaries.ts'
import type { Statement } from '../../../graph-schema/model/model.ts'
import { viewAt } from '../../../graph-schema/snapshot/view-at.ts'
import { seededRandom } from '../../seeded-random.ts'
import { TODAY, aWorld, locatedIn, operates, organisation, owns, place, site } from '../../worlds/snapshot-world.ts'
import type { Arrays } from '../arrays.ts'
import { checksumOf } from '../arrays.ts'
import type { Bench } from '../bench.ts'
import type { Neo4jClient } from '../neo4j-client.ts'
import { NEO4J } from '../neo4j-peer.ts'

const SITES_PER_PLACE = 40
/** One company in fifty heads a group. */
const COMPANIES_PER_GROUP = 50
const QUESTIONS = 20
/** As the question of the API asks, each actor in a row of its own: Cypher is not asked for chains. */
const OPTIONS = { list: 'controllers', weights: undefined, beta: UBIQUITY_WEIGHT.controllers, collapse: false } as const

type Atlas = Arrays & Readonly<Record<'holder' | 'held' | 'operator', Int32Array>> & { readonly share: Float64Array }

/**
 * As many terminals as companies, forty in each place, run by companies of which a few run most. A company that heads no group
 * has one holder with more than half of it and one with less than a third: what a group controls is what chains of majorities lead to.
 * At most six such steps lie between a terminal's operator and the head. Each terminal makes two statements, each company about two.
 */
function atlasOf(statements: number): Atlas {
  const random = seededRandom(1)
  const companies = Math.floor(statements / 4)
  const heads = Math.ceil(companies / COMPANIES_PER_GROUP)
  const [holder, held, share]: [number[], number[], number[]] = [[], [], []]
  const add = (above: number, below: number, part: number) => { holder.push(above); held.push(below); share.push(part) }
  for (let company = heads; company < companies; company++) {
    const parent = Math.floor(company / 2) - Math.floor((random() * company) / 8)
    const other = Math.floor(random() * companies)
    add(parent, company, 0.51 + 0.15 * random())
    if (other !== parent && other !== company) add(other, company, 0.3 * random())
  }
  const operator = Int32Array.from({ length: companies }, () => Math.floor(random() ** 4 * companies))
  return { holder: Int32Array.from(holder), held: Int32Array.from(held), share: Float64Array.from(share), operator }
}

const placesOf = ({ operator }: Atlas): number => Math.ceil(operator.length / SITES_PER_PLACE)
/** Pairs of places, far apart in the list. */
const pairsOf = (places: number): readonly (readonly [number, number])[] =>
  Array.from({ length: QUESTIONS }, (_, question) => [Math.floor((question * places) / QUESTIONS), Math.floor(((question + 0.5) * places) / QUESTIONS)])

async function viewOf({ holder, held, share, operator }: Atlas, places: number) {
  const statements: Statement[] = Array.from(holder, (above, at) => owns(`o${above}`, `o${held[at]}`, share[at]!))
  for (const [at, by] of operator.entries()) statements.push(locatedIn(`s${at}`, `p${Math.floor(at / SITES_PER_PLACE)}`), operates(`o${by}`, `s${at}`))
  const nodes = [
    ...Array.from({ length: places }, (_, at) => place(`p${at}`)), ...Array.from(operator, (_, at) => organisation(`o${at}`)), ...Array.from(operator, (_, at) => site(`s${at}`, 'port terminal')),
  ]
  return viewAt(await aWorld(nodes, statements), { asOf: TODAY, grades: ['reported'], today: TODAY })
}

const load = (server: Neo4jClient, { holder, held, share, operator }: Atlas, places: number) => server.load(
  ['Place', 'Site', 'Organisation'].map((label) => `CREATE CONSTRAINT FOR (node:${label}) REQUIRE node.id IS UNIQUE`),
  function* () {
    yield { write: 'UNWIND $rows AS row CREATE (:Place {id: row[0]})', rows: Array.from({ length: places }, (_, at) => [`p${at}`]) }
    yield { write: 'UNWIND $rows AS row CREATE (:Organisation {id: row[0], at: row[1]})', rows: Array.from(operator, (_, at) => [`o${at}`, at]) }
    yield {
      write: 'UNWIND $rows AS row MATCH (operator:Organisation {id: row[2]}) MATCH (place:Place {id: row[1]}) CREATE (operator)-[:OPERATES]->(:Site {id: row[0]})-[:LOCATED_IN]->(place)',
      rows: Array.from(operator, (by, at) => [`s${at}`, `p${Math.floor(at / SITES_PER_PLACE)}`, `o${by}`]),
    }
    yield {
      write: 'UNWIND $rows AS row MATCH (a:Organisation {id: row[0]}) MATCH (b:Organisation {id: row[1]}) CREATE (a)-[:OWNS {shareMin: row[2]}]->(b)',
      rows: Array.from(holder, (above, at) => [`o${above}`, `o${held[at]}`, share[at]!]),
    }
  },
)

/**
 * As a reader of Cypher would write it: from both places by their ids down to the operators, each operator once, and up
 * the majorities from there. Sites per place come from the count that Neo4j keeps per node.
 */
const QUESTION = `
  UNWIND [$here, $there] AS id
  MATCH (place:Place {id: id})
  WITH place, 1.0 / COUNT { (place)<-[:LOCATED_IN]-() } AS part
  MATCH (place)<-[:LOCATED_IN]-(:Site)<-[:OPERATES]-(operator:Organisation)
  WITH place, operator, sum(part) AS part
  MATCH (operator) (()<-[stake:OWNS WHERE stake.shareMin > 0.5]-()){0,10} (actor)
  WITH actor, place, sum(part) AS part
  WITH actor, sum(CASE place.id WHEN $here THEN part ELSE 0 END) AS here, sum(CASE place.id WHEN $there THEN part ELSE 0 END) AS there
  WHERE here > 0 AND there > 0
  RETURN count(*) AS actors, sum(here) AS here, sum(there) AS there, sum(actor.at * here * there) AS weighed`

export const neo4jTwoPlaces: Bench = {
  goal: 'Neo4j', name: 'neo4j-two-places', unit: 'statements', sizes: [10_000], fullSizes: [100_000, 1_000_000],
  ours: async (size) => {
    const atlas = atlasOf(size)
    const places = placesOf(atlas)
    const view = await viewOf(atlas, places)
    const { ids } = view.snapshot.nodes
    const pairs = pairsOf(places).map((pair) => pair.map((at) => view.snapshot.indexOf(`p${at}`)!) as [number, number])
    for (const [here, there] of pairs) sharedAdversaries(view, here, there, OPTIONS) // who controls whom is kept per view: a server has answered before, as Neo4j's has
    return {
      input: checksumOf(atlas),
      run: () => {
        const found = { actors: 0, here: 0, there: 0, weighed: 0 }
        for (const [one, other] of pairs) {
          for (const { actor, here: { low: here }, there: { low: there } } of sharedAdversaries(view, one, other, OPTIONS).rows) {
            if (!(here > 0 && there > 0)) continue // may control something there, which Cypher is not asked about
            found.actors++
            found.here += here
            found.there += there
            found.weighed += Number(ids[actor]!.slice(1)) * here * there
          }
        }
        return found
      },
    }
  },
  against: {
    peer: `${NEO4J}, one question in Cypher per pair of places, ${QUESTIONS} pairs; ours also scores and ranks them by their spread over all places; both have answered before`, times: 50, from: 100_000,
    work: {
      graph: 'two places',
      onNeo4j: async (size, server) => {
        const atlas = atlasOf(size)
        const places = placesOf(atlas)
        await load(server, atlas, places)
        return {
          input: checksumOf(atlas),
          run: async () => {
            const found = { actors: 0, here: 0, there: 0, weighed: 0 }
            for (const [here, there] of pairsOf(places)) {
              const [row] = await server.ask(QUESTION, { here: `p${here}`, there: `p${there}` })
              for (const name of Object.keys(found) as (keyof typeof found)[]) found[name] += Number(row?.[name])
            }
            return found
          },
        }
      },
    },
  },
}
