import { INTERESTS, JUDGEMENTS, STATUSES } from '#model/code-lists.ts'
import type { CodeList, CodeOf } from '#model/code-lists.ts'
import type { StatementType } from '#model/model.ts'
import { SNAPSHOT_LABELS } from './node-table.ts'
import { SNAPSHOT_TYPES } from './statement-table.ts'

const position = <L extends CodeList>(list: L, code: CodeOf<L>): number => list.codes.findIndex((entry) => entry.code === code)

/** The numbers that stand in the columns of a snapshot. */
export const typeCode = (type: StatementType): number => SNAPSHOT_TYPES.indexOf(type)
export const labelCode = (label: (typeof SNAPSHOT_LABELS)[number]): number => SNAPSHOT_LABELS.indexOf(label)
export const statusCode = (status: CodeOf<typeof STATUSES>): number => position(STATUSES, status)
export const interestCode = (interest: CodeOf<typeof INTERESTS>): number => 1 + position(INTERESTS, interest)
export const judgementCode = (judgement: CodeOf<typeof JUDGEMENTS>): number => 1 + position(JUDGEMENTS, judgement)
