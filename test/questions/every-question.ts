import { bodyOf, locatedIn, operates, owns, pays, place, site, supplies } from '../worlds/snapshot-world.ts'

//   Holding ──60%──▶ Group ──operates──▶ pier and shed in Here, quay in There; pier ──grain──▶ quay; Council of Here pays Group
export const NODES = [place('Here'), place('There'), site('pier', 'port terminal'), site('shed', 'warehouse'), site('quay', 'port terminal')]
export const FACTS = [
  owns('Holding', 'Group', 0.6, { validFrom: '2020' }), operates('Group', 'pier', { validFrom: '2021' }), operates('Group', 'shed'), operates('Group', 'quay'), locatedIn('pier', 'Here'), locatedIn('shed', 'Here'), locatedIn('quay', 'There'),
  supplies('pier', 'quay', { commodity: 'grain' }), bodyOf('Council', 'Here', { sourceId: 'src:list' }), pays('Council', 'Group', 100, { sourceId: 'src:list' }),
]

const TWO = { here: 'Here', there: 'There' } as const
/** Arguments with which each question answers in this world. */
export const ARGUMENTS = {
  sharedAdversaries: { ...TWO, list: 'CONTROLLERS', domain: undefined, weights: undefined, beta: undefined, collapse: true, first: 20 },
  mirrorPoints: { ...TWO, organisation: 'Group', threshold: undefined },
  ownership: { of: 'Group', direction: 'UP', minShare: undefined, threshold: 0.25 },
  paths: { from: 'Holding', to: 'pier', first: 25 },
  coverage: { place: 'Here', domain: undefined },
  chokePoints: { organisation: 'Group', place: undefined, commodity: undefined },
  whatIf: { organisation: 'Group', place: undefined, commodity: undefined, remove: ['pier'] },
  timeline: { organisation: 'Holding', target: 'pier' },
  changes: { from: '2019-01-01', to: '2022-12-31', place: 'Here', organisation: 'Group', first: 50, after: undefined },
  twins: { place: 'Here', domain: undefined, fit: undefined, first: 20 },
  twinMatching: { places: ['Here', 'There'], domain: undefined, fit: undefined },
  whyNot: { ...TWO, organisation: 'Group', list: 'CONTROLLERS' },
  ownMoney: { place: 'Here', source: 'src:list', first: 50 },
} as const
export const NAMES = Object.keys(ARGUMENTS) as (keyof typeof ARGUMENTS)[] // the keys of the constant
