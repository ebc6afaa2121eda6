import type { Bench } from '../bench.ts'
import { betweennessBench, betweennessPerSourceBench } from './betweenness.ts'
import { componentsBench } from './components.ts'
import { igraphArticulationPoints, igraphBetweenness, igraphComponents, igraphCore, igraphDominators } from './igraph.ts'
import { ownershipBicgstab, ownershipJacobi, ownershipLu } from './integrated-ownership.ts'
import { pageRankBench } from './page-rank.ts'
import { sharedActorsBench } from './shared-actors.ts'
import { snapshotBench } from './snapshot.ts'
import { tenHopsBench } from './ten-hops.ts'
import { twinsBench } from './twins.ts'
import { rankingBench, whatIfBench } from './what-if.ts'

/** To add a bench: write it beside these and name it here. */
export const BENCHES: readonly Bench[] = [
  pageRankBench, componentsBench, betweennessBench, betweennessPerSourceBench,
  igraphDominators, igraphArticulationPoints, igraphCore, igraphComponents, igraphBetweenness,
  ownershipJacobi, ownershipBicgstab, ownershipLu, sharedActorsBench, tenHopsBench, snapshotBench, rankingBench, whatIfBench, twinsBench,
]
