/** Presence in both places at once: 2 here · there / (here + there); 0 if absent in either. */
export const harmonicMean = (here: number, there: number): number => (here > 0 && there > 0 ? (2 * here * there) / (here + there) : 0)
