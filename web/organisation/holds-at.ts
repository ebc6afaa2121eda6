/** When and how well something is stated. Imprecise dates are their first day. */
export interface Dated { readonly status: string; readonly grade: string; readonly validFrom: string | null; readonly validTo: string | null }
/** The day and the grades of the answers beside it, as their basis says. */
export interface When { readonly asOf: string; readonly grades: readonly string[] }

/** Whether a statement read outside an answer counts on its day: in force, of a grade in use, begun, and not ended before. */
export const holdsAt = ({ status, grade, validFrom, validTo }: Dated, { asOf, grades }: When): boolean =>
  status === 'IN_FORCE' && grades.includes(grade) && (validFrom === null || validFrom <= asOf) && (validTo === null || validTo > asOf)
