import { harmonicMean } from '../parts/harmonic-mean.ts'

/** β of the lists in which an actor that is everywhere says little about two places. */
export const UBIQUITY_WEIGHT = { controllers: 0.25, suppliers: 0.25, financiers: 1 } as const

/**
 * Score of a shared adversary: presence in both places, less for actors that are everywhere.
 *
 * S = H · (1 − β U), H the harmonic mean of the two exposures.
 *
 * @param here exposure in one place, 0–1
 * @param there exposure in the other place, 0–1
 * @param spread ubiquity U, 0–1
 * @param beta weight of ubiquity, 0–1
 */
export const adversaryScore = (here: number, there: number, spread: number, beta: number = UBIQUITY_WEIGHT.controllers): number => harmonicMean(here, there) * (1 - beta * spread)
