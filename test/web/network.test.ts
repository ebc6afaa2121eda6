import { describe, expect, it } from 'vitest'
import english from '../../web/i18n/en.json'
import own from '../../web/organisation/texts/en.json'
import { foldId, foldNetwork, parentOfFold } from '../../web/network/fold-network.ts'
import { layeredLayout } from '../../web/network/layered-layout.ts'
import { linkKind } from '../../web/network/link-kind.ts'
import { litPath } from '../../web/network/lit-path.ts'
import { nearestBox } from '../../web/network/nearest-box.ts'
import type { Network } from '../../web/network/network.ts'
import type { NetworkWords } from '../../web/network/network-words.ts'
import { boxLines, lineLabel } from '../../web/network/network-words.ts'
import { networkElements } from '../../web/network/network-elements.ts'
import type { Direct, End, Route, Step } from '../../web/network/ownership-network.ts'
import { ownershipNetwork } from '../../web/network/ownership-network.ts'
import { segmentsOf } from '../../web/network/segments.ts'
import { spanningTree } from '../../web/network/spanning-tree.ts'
import { stacksOf } from '../../web/network/stacks.ts'
import { wrapLabel } from '../../web/network/wrap-label.ts'

const org = (id: string): End => ({ __typename: 'Organisation', id, name: id })
const site = (id: string): End => ({ __typename: 'Site', id, name: id })
const owns = (share: number | null, grade = 'REGISTER', interest = 'shareholding'): Step => ({ type: 'OWNS', interest, grade, share: share === null ? null : { low: share, high: share }, votes: null })
const runs: Step = { type: 'OPERATES', interest: null, grade: 'REPORTED', share: null, votes: null }
const route = (nodes: End[], ...statements: Step[]): Route => ({ nodes, statements })
const exact = (share: number) => ({ low: share, high: share })

/** The texts of the page, filled in as far as these tests need it. */
const texts: Readonly<Record<string, string>> = { ...english, ...own }
const words: NetworkWords = {
  percent: (fraction) => `${Math.round(fraction * 1000) / 10} %`,
  t: (key, values = {}) => (texts[key] ?? key).replaceAll(/\{(\w+), plural, one \{([^}]*)\} other \{([^}]*)\}\}/g, (_all, name: string, one: string, other: string) => (values[name] === 1 ? one : other).replace('#', String(values[name]))).replaceAll(/\{(\w+)\}/g, (_all, name: string) => String(values[name])),
}

//   foundation ──51 %──▶ holding ──100 %──▶ GROUP ──60 %──▶ port company ──operates──▶ quay
//                                             └────operates──▶ pier
const foundation = org('foundation'), holding = org('holding'), group = org('GROUP'), port = org('port company'), quay = site('quay'), pier = site('pier')
const up = [route([holding, group], owns(1)), route([foundation, holding, group], owns(0.51, 'REPORTED'), owns(1))]
const down = [route([group, port], owns(0.6, 'DOCUMENT'))]
const operations: Direct[] = [{ from: port, to: quay, statement: runs }, { from: group, to: pier, statement: runs }]
const harbour = ownershipNetwork({ focus: group, owners: up, holdings: down, operations, remainder: null })

/** A group with so many companies, each with one site, strongest first. */
function groupOf(companies: number): Network {
  const held = Array.from({ length: companies }, (_company, at) => org(`company ${at + 1}`))
  return ownershipNetwork({ focus: group, owners: [], holdings: held.map((one) => route([group, one], owns(0.9))), operations: held.map((one, at) => ({ from: one, to: site(`site ${at + 1}`), statement: runs })), remainder: null })
}
const ids = ({ nodes }: Network) => nodes.map(({ id }) => id)

describe('a network from the answers', () => {
  it('has each organisation and each line once, owners above and holdings below', () => {
    expect(harbour.nodes.map(({ id, side, shape }) => `${id} ${side} ${shape}`)).toEqual(['GROUP focus focus', 'holding up organisation', 'foundation up organisation', 'port company down organisation', 'quay down site', 'pier down site'])
    expect(harbour.links.map(({ id }) => id)).toEqual(['holding>GROUP', 'foundation>holding', 'GROUP>port company', 'port company>quay', 'GROUP>pier'])
  })

  it('draws ownership where an organisation both owns and operates, and the better of two grades', () => {
    const both = ownershipNetwork({ focus: group, owners: [], holdings: [route([group, pier], owns(0.5, 'REPORTED')), route([group, pier], owns(0.5, 'REGISTER'))], operations: [{ from: group, to: pier, statement: { ...runs, grade: 'REGISTER' } }], remainder: null })
    expect(both.links).toHaveLength(1)
    expect(both.links[0]).toMatchObject({ kind: 'share', grade: 'REGISTER', share: exact(0.5) })
  })

  it('draws what nobody is on record for as an outline of its own', () => {
    const { nodes, links } = ownershipNetwork({ focus: group, owners: up, holdings: [], operations: [], remainder: { low: 0.38, high: 0.38 } })
    expect(nodes.at(-1)).toMatchObject({ id: 'unrecorded:GROUP', shape: 'unrecorded', side: 'up', range: exact(0.38) })
    expect(links.at(-1)).toMatchObject({ from: 'unrecorded:GROUP', to: 'GROUP', kind: 'unrecorded' })
    expect(ids(ownershipNetwork({ focus: group, owners: up, holdings: [], operations: [], remainder: { low: 0, high: 0.0001 } }))).not.toContain('unrecorded:GROUP')
  })

  it('leaves out a line from a thing to itself and operators that are not drawn', () => {
    const { nodes, links } = ownershipNetwork({ focus: group, owners: [route([group, group], owns(0.1))], holdings: [], operations: [{ from: org('stranger'), to: quay, statement: runs }], remainder: null })
    expect([nodes.length, links.length]).toEqual([1, 0])
  })

  it('tells joint control, operator groups and operation from shares', () => {
    expect(linkKind({ type: 'OWNS', interest: 'joint control' })).toBe('joint')
    expect(linkKind({ type: 'OWNS', interest: 'OPERATOR_GROUP' })).toBe('group')
    expect(linkKind({ type: 'OWNS', interest: null })).toBe('share')
    expect(linkKind({ type: 'MANAGES', interest: null })).toBe('manages')
    expect(linkKind({ type: 'SUPPLIES', interest: null })).toBe('other')
  })
})

describe('shortest ways out from the focus', () => {
  it('gives every node one place, however many hold it', () => {
    // GROUP ─▶ a ─▶ venture ◀─ b ◀─ GROUP: the venture hangs under a, which is the stronger
    const [a, b, venture] = [org('a'), org('b'), org('venture')]
    const ring = ownershipNetwork({ focus: group, owners: [], holdings: [route([group, a], owns(1)), route([group, b], owns(1)), route([group, a, venture], owns(1), owns(0.5)), route([group, b, venture], owns(1), owns(0.5))], operations: [], remainder: null })
    const { near, far } = spanningTree(ring, 'down')
    expect(near.get('venture')).toBe('a')
    expect(far.get('GROUP')).toEqual(['a', 'b'])
    expect(spanningTree(ring, 'up').near.size).toBe(0)
  })

  it('ends in a ring of owners', () => {
    const [a, b] = [org('a'), org('b')]
    const ring = ownershipNetwork({ focus: group, owners: [route([a, group], owns(1)), route([b, a, group], owns(1), owns(1)), route([a, b, a], owns(1), owns(1))], holdings: [], operations: [], remainder: null })
    expect([...spanningTree(ring, 'up').near]).toEqual([['a', 'GROUP'], ['b', 'a']])
  })
})

describe('folding', () => {
  it('counts the sites of a company on its box and draws those of the focus', () => {
    const folded = foldNetwork(harbour)
    expect(ids(folded)).toEqual(['GROUP', 'holding', 'foundation', 'port company', 'pier'])
    expect(folded.nodes.find(({ id }) => id === 'port company')?.inside).toEqual({ organisations: 0, sites: 1 })
    expect(ids(foldNetwork(harbour, { unfolded: new Set(['port company']) }))).toContain('quay')
  })

  it('keeps the seven strongest of thirty companies and counts the rest with their sites', () => {
    const folded = foldNetwork(groupOf(30))
    expect(folded.nodes).toHaveLength(1 + 7 + 1)
    expect(folded.nodes.at(-1)).toMatchObject({ id: foldId('down', 'GROUP'), shape: 'fold', inside: { organisations: 23, sites: 23 } })
    expect(ids(folded).slice(1, 8)).toEqual([1, 2, 3, 4, 5, 6, 7].map((at) => `company ${at}`))
    expect(parentOfFold(foldId('down', 'GROUP'))).toBe('GROUP')
    expect(parentOfFold('GROUP')).toBeUndefined()
  })

  it('never folds a single one: eight companies stay eight', () => {
    expect(foldNetwork(groupOf(8)).nodes.map(({ shape }) => shape)).not.toContain('fold')
    expect(foldNetwork(groupOf(9)).nodes.find(({ shape }) => shape === 'fold')?.inside.organisations).toBe(2)
  })

  it('draws all of them when asked, and keeps a chosen one when not', () => {
    expect(foldNetwork(groupOf(30), { unfolded: new Set(['GROUP']) }).nodes.filter(({ shape }) => shape === 'organisation')).toHaveLength(30)
    const kept = foldNetwork(groupOf(30), { kept: new Set(['company 20', 'site 20']) })
    expect(ids(kept)).toEqual(expect.arrayContaining(['company 20', 'site 20', foldId('down', 'GROUP')]))
    expect(kept.nodes.find(({ shape }) => shape === 'fold')?.inside).toEqual({ organisations: 22, sites: 22 })
  })

  it('counts a site once that two folded companies run together', () => {
    const many = groupOf(30)
    const shared = { ...many, links: [...many.links, { id: 'company 29>site 30', from: 'company 29', to: 'site 30', kind: 'operates' as const, grade: 'REPORTED', share: null }] }
    expect(foldNetwork(shared).nodes.at(-1)?.inside.sites).toBe(23)
  })

  it('cuts at the limit and says how much', () => {
    const cut = foldNetwork(groupOf(40), { unfolded: new Set(['GROUP']), limit: 11 })
    expect([cut.nodes.length, cut.cut]).toEqual([11, 30])
    expect(cut.links.every(({ from, to }) => ids(cut).includes(from) && ids(cut).includes(to))).toBe(true)
  })
})

describe('layers', () => {
  const layout = layeredLayout(foldNetwork(harbour))
  const y = (id: string) => layout.positions.get(id)!.y

  it('puts every owner above what it holds', () => {
    expect(y('foundation')).toBeLessThan(y('holding'))
    expect(y('holding')).toBeLessThan(y('GROUP'))
    expect(y('GROUP')).toBeLessThan(y('port company'))
  })

  it('gives the same drawing every time', () => {
    expect(layeredLayout(foldNetwork(harbour))).toEqual(layout)
    expect(layeredLayout(foldNetwork(groupOf(30)))).toEqual(layeredLayout(foldNetwork(groupOf(30))))
  })

  it('lays no box over another, stacks included', () => {
    const { positions } = layeredLayout(foldNetwork(groupOf(30), { unfolded: new Set(['GROUP', 'company 3', 'company 5']) }))
    const boxes = [...positions.values()]
    const overlaps = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => Math.abs(a.x - b.x) < 164 && Math.abs(a.y - b.y) < 50))
    expect(overlaps).toEqual([])
  })

  it('stacks many neighbours beside a spine: eight high in a tall drawing, four in a wide one', () => {
    const folded = foldNetwork(groupOf(30))
    expect(stacksOf(folded).map(({ parent, members }) => [parent, members.length])).toEqual([['GROUP', 8]])
    const columns = (shape: 'tall' | 'wide') => new Set(stacksOf(folded, shape)[0]!.places.map(({ x }) => x)).size
    expect([columns('tall'), columns('wide')]).toEqual([1, 2])
    expect(stacksOf(foldNetwork(groupOf(3)))).toEqual([])
  })

  it('begins and ends lines at the edges of their boxes', () => {
    const folded = foldNetwork(groupOf(30))
    const { positions, routes } = layeredLayout(folded)
    const [from, to] = [positions.get('GROUP')!, positions.get('company 2')!]
    const corners = routes.get('GROUP>company 2')?.corners
    expect(corners?.[0]).toEqual({ x: from.x, y: from.y + 25 })
    expect(corners?.at(-1)).toEqual({ x: to.x - 82, y: to.y })
  })

  it('draws a venture of two holders once, with a second line across', () => {
    const [a, b, venture] = [org('a'), org('b'), org('venture')]
    const network = foldNetwork(ownershipNetwork({ focus: group, owners: [], holdings: [route([group, a], owns(1)), route([group, b], owns(1)), route([group, a, venture], owns(1), owns(0.5)), route([group, b, venture], owns(1), owns(0.5))], operations: [], remainder: null }))
    const { positions, routes } = layeredLayout(network)
    expect(positions.size).toBe(4)
    expect(routes.get('b>venture')?.corners).toHaveLength(4)
  })
})

describe('corners as the drawing program wants them', () => {
  it('measures along and beside the straight line', () => {
    // from (0, 0) down to (0, 10), then right to (10, 10): the corner is half way and 7.07 to the side
    expect(segmentsOf([{ x: 0, y: 0 }, { x: 0, y: 10 }, { x: 10, y: 10 }])).toEqual({ weights: [0.5], distances: [7.0711] })
    expect(segmentsOf([{ x: 0, y: 0 }, { x: 0, y: 10 }])).toEqual({ weights: [], distances: [] })
    expect(segmentsOf([{ x: 1, y: 1 }, { x: 5, y: 1 }, { x: 1, y: 1 }])).toEqual({ weights: [], distances: [] })
  })
})

describe('words of the drawing', () => {
  it('writes the share on a line, and what stands in its place', () => {
    expect(lineLabel({ kind: 'share', share: exact(0.501) }, words)).toBe('50.1 %')
    expect(lineLabel({ kind: 'share', share: null }, words)).toBe('size not stated')
    expect(lineLabel({ kind: 'joint', share: exact(0.5) }, words)).toBe('joint, 50 %')
    expect(lineLabel({ kind: 'joint', share: { low: 0, high: 1 } }, words)).toBe('joint control')
    expect(lineLabel({ kind: 'group', share: null }, words)).toBe('operator group')
    expect(lineLabel({ kind: 'folded', share: null }, words)).toBe('')
  })

  it('says what a fold holds and how much is unrecorded', () => {
    const fold = foldNetwork(groupOf(30)).nodes.at(-1)!
    expect(boxLines(fold, words)).toBe('+ 23 organisations\n+ 23 sites')
    expect(boxLines({ ...fold, side: 'up', inside: { organisations: 2, sites: 0 } }, words)).toBe('+ 2 owners')
    const outline = (range: { low: number; high: number }) => boxLines({ id: 'unrecorded:x', name: '', shape: 'unrecorded', side: 'up', inside: { organisations: 0, sites: 0 }, range }, words)
    expect(outline(exact(0.38))).toBe('unrecorded\n38 %')
    expect(outline({ low: 0, high: 1 })).toBe('unrecorded\nup to 100 %')
  })

  it('breaks long names at blanks and ends them in an ellipsis', () => {
    expect(wrapLabel('APM Terminals')).toBe('APM Terminals')
    expect(wrapLabel('Blackstone Real Estate Income Trust (BREIT)')).toBe('Blackstone Real Estate\nIncome Trust (BREIT)')
    expect(wrapLabel('ADMINISTRACION PORTUARIA INTEGRAL DE ENSENADA S.A. DE C.V.').split('\n')).toHaveLength(2)
    expect(wrapLabel('ADMINISTRACION PORTUARIA INTEGRAL DE ENSENADA S.A. DE C.V.')).toMatch(/…$/)
    expect(wrapLabel('Donaudampfschifffahrtsgesellschaftskapitän')).toMatch(/^Donau\S+…$/)
  })

  it('gives each line the classes of its grade and kind', () => {
    const folded = foldNetwork(harbour)
    const elements = networkElements(folded, layeredLayout(folded), words)
    const classesOf = (id: string) => elements.find(({ data }) => data.id === id)?.classes
    expect(classesOf('foundation>holding')).toEqual(['share', 'reported', 'up', 'cornered'])
    expect(classesOf('GROUP')).toBe('focus')
    expect(elements.find(({ data }) => data.id === 'port company')?.data['label']).toBe('port company\n+ 1 site')
  })
})

describe('what is lit', () => {
  it('is every way between the focus and the chosen one', () => {
    const routes = new Map([['foundation', [up[1]!]], ['port company', down]])
    expect([...litPath('foundation', routes, operations)].sort()).toEqual(['GROUP', 'foundation', 'foundation>holding', 'holding', 'holding>GROUP'])
    expect([...litPath('quay', routes, operations)].sort()).toEqual(['GROUP', 'GROUP>port company', 'port company', 'port company>quay', 'quay'])
    expect(litPath(undefined, routes, operations).size).toBe(0)
  })
})

describe('arrow keys', () => {
  const boxes = [{ id: 'middle', x: 0, y: 0 }, { id: 'above', x: 10, y: -100 }, { id: 'far above', x: 0, y: -300 }, { id: 'right', x: 200, y: 5 }]
  it('lead to the nearest box in their direction and nowhere from the edge', () => {
    expect(nearestBox(boxes, boxes[0]!, 'ArrowUp')?.id).toBe('above')
    expect(nearestBox(boxes, boxes[0]!, 'ArrowRight')?.id).toBe('right')
    expect(nearestBox(boxes, boxes[3]!, 'ArrowLeft')?.id).toBe('middle')
    expect(nearestBox(boxes, boxes[2]!, 'ArrowUp')).toBeUndefined()
  })
})
