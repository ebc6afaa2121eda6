/** Words that stand for a name the source does not give. */
const PLACEHOLDER = /^\(.*\)$|^(unknown|unnamed|various( companies)?|several|tba|tbc|n\/?a|none|not available|under maintenance)$|\((not named|collectively)\)$/i

/** True for a cell that names nobody: "UNKNOWN", "(UNDER MAINTENANCE)", "private owners (not named)". */
export const isPlaceholder = (name: string): boolean => PLACEHOLDER.test(name.trim())
