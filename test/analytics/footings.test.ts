import { describe, expect, it } from 'vitest'
import { footingsOf } from '#analytics/record/footings.ts'
import type { Stake } from '#analytics/ownership/stake-graph.ts'
import { naiveControl } from '../oracles/naive-control.ts'
import { seededRandom } from '../seeded-random.ts'
import type { Findings } from './differences.ts'
import { differences } from './differences.ts'
import { largeView } from './large-view.ts'

/** Landlords, what they control, portfolios and terminals; some sites are stated in two places, every other place lies in another one. */
interface Landlords { readonly seed: number; readonly organisations: number; readonly stakes: readonly Stake[]; readonly sites: readonly { readonly portfolio: boolean; readonly stated: readonly number[] }[]; readonly within: readonly (number | undefined)[] }

function randomLandlords(seed: number): Landlords {
  const random = seededRandom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const [organisations, places] = [2 + below(seed % 13 === 0 ? 60 : 8), 1 + below(6)]
  const sites = Array.from({ length: 1 + below(seed % 13 === 0 ? 130 : 14) }, () => ({ portfolio: random() < 0.7, stated: [...new Set([below(places), ...(random() < 0.3 ? [below(places)] : [])])].sort((a, b) => a - b) }))
  const stakes: Stake[] = []
  for (let held = 0; held < organisations + sites.length; held++) {
    for (const holder of new Set(Array.from({ length: below(3) }, () => below(organisations)))) {
      const part = [0.3, 0.6, 1][below(3)]!
      if (holder !== held) stakes.push({ holder, held, shareLow: part, shareHigh: part })
    }
  }
  return { seed, organisations, stakes, sites, within: Array.from({ length: places }, (_, at) => (at % 2 === 1 ? at - 1 : undefined)) }
}

/** Which site is part of the figure of which other one, by footingsOf. */
async function found({ seed, organisations, stakes, sites, within }: Landlords): Promise<{ readonly seed: number; readonly findings: Findings }> {
  const view = await largeView({
    organisations, sites: sites.length, places: within.length, stakes, operator: () => 0, within: (at) => within[at],
    place: (at) => sites[at]!.stated[0]!, alsoIn: (at) => sites[at]!.stated[1], kind: (at) => (sites[at]!.portfolio ? 'residential portfolio' : 'port terminal'),
  })
  const { list } = footingsOf(view)
  return { seed, findings: Object.fromEntries(list.flatMap(({ site, containers }) => containers.map((container) => [`${site - organisations} in ${list[container]!.site - organisations}`, 1]))) }
}

/** The same by trying every pair of sites, owner and company under its control. */
function slowContainers({ organisations, stakes, sites, within }: Landlords, planted: 'none' | 'never the group' = 'none'): Findings {
  const controls = naiveControl({ size: organisations + sites.length, stakes })
  const holds = (holder: number, site: number) => stakes.some((stake) => stake.holder === holder && stake.held === organisations + site)
  const places = (site: number) => sites[site]!.stated.flatMap((place) => [place, ...(within[place] === undefined ? [] : [within[place]])])
  const includes = (outer: number, inner: number) => {
    if (outer === inner || !sites[outer]!.portfolio || !sites[inner]!.portfolio) return false // only homes, and terminals are none
    const larger = sites[outer]!.stated.find((place) => places(inner).includes(place))
    if (larger === undefined) return false
    const owners = Array.from({ length: organisations }, (_, one) => one).filter((one) => holds(one, outer))
    return owners.some((owner) => Array.from({ length: organisations }, (_, one) => one).some((member) =>
      (member === owner || (planted === 'none' && controls[`${owner} controls ${member}`] !== undefined)) && holds(member, inner) && !(member === owner && sites[inner]!.stated.includes(larger))))
  }
  const findings: Findings = {}
  for (let outer = 0; outer < sites.length; outer++) for (let inner = 0; inner < sites.length; inner++) if (includes(outer, inner) && findings[`${outer} in ${inner}`] === undefined) findings[`${inner} in ${outer}`] = 1
  return findings
}

describe('homes that are already in the figure of another portfolio', () => {
  const worlds = Array.from({ length: 520 }, (_, index) => randomLandlords(130_001 + index))
  console.info('footings: seeds 130001 … 130520, up to 196 nodes')

  it('are those of every pair tried (520 worlds)', async () => {
    const ours = new Map((await Promise.all(worlds.map(found))).map(({ seed, findings }) => [seed, findings]))
    expect(differences(({ seed }) => ours.get(seed)!, slowContainers, worlds)).toEqual([])
    expect(worlds.reduce((sum, { seed }) => sum + Object.keys(ours.get(seed)!).length, 0)).toBeGreaterThan(1_000)
    expect(differences(({ seed }) => ours.get(seed)!, (world) => slowContainers(world, 'never the group'), worlds).length).toBeGreaterThan(100)
  })
})
