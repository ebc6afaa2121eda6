import type { Bench } from '../bench.ts'
import { betweennessBench, betweennessPerSourceBench } from './betweenness.ts'
import { componentsBench } from './components.ts'
import { pageRankBench } from './page-rank.ts'

/** To add a bench: write it beside these and name it here. */
export const BENCHES: readonly Bench[] = [pageRankBench, componentsBench, betweennessBench, betweennessPerSourceBench]
