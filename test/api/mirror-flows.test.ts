import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDocument } from '#api/commands/load-document.ts'
import { flowWorld } from '../worlds/flow-world.ts'
import type { FlowWorld, Tables } from '../worlds/flow-world.ts'

const PLACES = { x: 'place:x', y: 'place:y' } as const
const SHOPS = { x: ['shop-1', 'shop-2'], y: ['shop-1', 'shop-2', 'shop-3'] } as const
const KIND: Readonly<Record<string, string>> = { mill: 'mill', port: 'port', dc: 'warehouse' }
const CHAINS = ['x', 'y'] as const
const sitesOf = (chain: 'x' | 'y') => ['mill', 'port', 'dc', ...SHOPS[chain]]
/** Two chains of one company, loaded as people would load them: a mill, a port, a centre, and two shops or three. */
const TABLES: Tables = [
  ['places', 'id,name,kind', ...CHAINS.map((chain) => `${PLACES[chain]},Town ${chain.toUpperCase()},city`)],
  ['sites', 'id,name,kind,place_id,operator', ...CHAINS.flatMap((chain) => sitesOf(chain).map((role) => `site:${chain}/${role},${role} ${chain},${KIND[role] ?? 'store'},${PLACES[chain]},Chain Group NV`))],
  ['flows', 'from,to,commodity', ...CHAINS.flatMap((chain) => [['mill', 'port'], ['port', 'dc'], ...SHOPS[chain].map((shop) => ['dc', shop])].map(([from, to]) => `site:${chain}/${from},site:${chain}/${to},goods`))],
]
interface Pairs { readonly __typename: string; readonly pairs: readonly { readonly here: { readonly name: string }; readonly there: { readonly name: string }; readonly similarity: number }[] }

describe('two chains asked through the API', () => {
  let world: FlowWorld
  beforeAll(async () => { world = await flowWorld(TABLES) })
  afterAll(() => world.close())

  const similarities = async (variables: object) => {
    const answer = (await world.ask(loadDocument('mirror'), { organisation: 'org:zz/chain-group-nv', here: PLACES.x, there: PLACES.y, ...variables }))['mirrorPoints'] as unknown as Pairs
    expect(answer.__typename).toBe('MirrorPoints')
    return Object.fromEntries(answer.pairs.map(({ here, there, similarity }) => [`${here.name.replace(/-. /, ' ')} – ${there.name.replace(/-. /, ' ')}`, Number(similarity.toFixed(3))]))
  }

  it('their sites are compared by where they stand', async () => {
    const weights = ['depthFromSource', 'depthToMarket', 'suppliers', 'receivers'].map((feature) => ({ feature, weight: 1 }))
    expect(await similarities({ weights })).toEqual({ 'mill x – mill y': 1, 'port x – port y': 1, 'dc x – dc y': 0.948, 'shop x – shop y': 1 })
  })

  it('or by the roles they play', async () => {
    expect(await similarities({ method: 'ROLE_SIM', threshold: 0.5 })).toEqual({ 'mill x – mill y': 0.758, 'port x – port y': 0.716, 'dc x – dc y': 0.573, 'shop x – shop y': 0.637 })
  })
})
