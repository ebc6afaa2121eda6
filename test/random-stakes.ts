import { INTERESTS } from '#model/code-lists.ts'
import type { Interest } from '#model/code-lists.ts'
import type { NodeValue, Statement } from '#model/model.ts'
import { seededRandom } from './seeded-random.ts'
import { organisation, owns, sameAs, site } from './worlds/snapshot-world.ts'

const DATES = [undefined, undefined, '2015', '2018-05', '2018-05-20', '2020', '2022-03-01', '2026-10'] as const
const SHARES = [0, 0.05, 0.25, 0.4, 0.5, 0.51, 0.75, 1] as const
/** Half of all stakes are plain shareholdings, as in a real atlas. */
const INTEREST_OF: readonly Interest[] = [...INTERESTS.codes.map(({ code }) => code), ...Array.from({ length: 8 }, () => 'shareholding' as const)]

/** A small world of companies and sites with ownership statements of every kind: several about one pair, ranges, votes, indirect ones, nominees, groups, records judged to be the same. */
export function randomStakes(seed: number): { readonly nodes: readonly NodeValue[]; readonly statements: readonly Statement[] } {
  const random = seededRandom(seed)
  const below = (n: number) => Math.floor(random() * n)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
  const companies = 4 + below(8)
  const sites = 1 + below(5)
  const nodes = [
    ...Array.from({ length: companies }, (_, at) => organisation(`o${at}`)),
    ...Array.from({ length: sites }, (_, at) => site(`s${at}`, pick(['port terminal', 'residential portfolio', 'data centre']))),
  ]
  const share = () => {
    const bounds = [pick(SHARES), pick(SHARES)].sort((a, b) => a - b)
    const [min, max] = pick([[bounds[0], bounds[0]], [bounds[0], bounds[1]], [bounds[0], undefined], [undefined, bounds[1]]] as const)
    return { ...(min === undefined ? {} : { min, ...(random() < 0.2 ? { minExclusive: true as const } : {}) }), ...(max === undefined ? {} : { max, ...(random() < 0.2 && max > 0 ? { maxExclusive: true as const } : {}) }) }
  }
  const statements = Array.from({ length: companies + below(4 * companies) }, () => {
    const [validFrom, asOf, validTo] = [pick(DATES), pick(DATES), random() < 0.05 ? '2024' : undefined]
    return owns(`o${below(companies)}`, random() < 0.25 ? `s${below(sites)}` : `o${below(companies)}`, undefined, {
      interest: pick(INTEREST_OF), sourceId: pick(['src:one', 'src:two', 'src:three']), grade: pick(['reported', 'register']),
      ...(random() < 0.7 ? { share: share() } : {}), ...(random() < 0.2 ? { votes: share() } : {}), ...(random() < 0.1 ? { direct: 'indirect' as const } : {}),
      ...(validFrom === undefined ? {} : { validFrom }), ...(asOf === undefined ? {} : { asOf }), ...(validTo === undefined ? {} : { validTo }),
    })
  })
  const judgements = random() < 0.3 ? [sameAs(`o${below(companies)}`, `o${below(companies)}`)] : []
  return { nodes, statements: [...statements, ...judgements] }
}
