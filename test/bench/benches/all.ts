import type { Bench } from '../bench.ts'
import { betweennessBench, betweennessPerSourceBench } from './betweenness.ts'
import { componentsBench } from './components.ts'
import {
  gdsArticulationPoints, gdsArticulationPointsProjected, gdsBetweenness, gdsBetweennessProjected, gdsComponents, gdsComponentsProjected, gdsPageRank, gdsPageRankProjected,
} from './graph-data-science.ts'
import { igraphArticulationPoints, igraphBetweenness, igraphComponents, igraphCore, igraphDominators } from './igraph.ts'
import { ownershipBicgstab, ownershipJacobi, ownershipJacobiOfMany, ownershipLu, ownershipRanges } from './integrated-ownership.ts'
import { neo4jTenHopsByStep, neo4jTenHopsByWay } from './neo4j-ten-hops.ts'
import { neo4jTwoPlaces } from './neo4j-two-places.ts'
import { pageRankBench } from './page-rank.ts'
import { sharedActorsBench } from './shared-actors.ts'
import { snapshotBench, viewBench } from './snapshot.ts'
import { storedSnapshotBench } from './stored-snapshot.ts'
import { tenHopsBench } from './ten-hops.ts'
import { twinsBench } from './twins.ts'
import { rankingBench, whatIfBench } from './what-if.ts'

/** To add a bench: write it beside these and name it here. */
export const BENCHES: readonly Bench[] = [
  pageRankBench, componentsBench, betweennessBench, betweennessPerSourceBench,
  igraphDominators, igraphArticulationPoints, igraphCore, igraphComponents, igraphBetweenness,
  ownershipJacobi, ownershipJacobiOfMany, ownershipBicgstab, ownershipLu, ownershipRanges, sharedActorsBench, tenHopsBench, snapshotBench, storedSnapshotBench, viewBench, rankingBench, whatIfBench, twinsBench,
  neo4jTwoPlaces, neo4jTenHopsByWay, neo4jTenHopsByStep,
  gdsComponents, gdsComponentsProjected, gdsPageRank, gdsPageRankProjected, gdsArticulationPoints, gdsArticulationPointsProjected, gdsBetweenness, gdsBetweennessProjected,
]
