import { relationPaths } from '#analytics/record/relation-paths.ts'
import type { AsOfArgs, Outcome, Paths } from './answers.ts'
import type { QuestionData } from './asked.ts'
import { askedAt, basisOf } from './asked.ts'
import { firstArgument, nodeArgument } from './checked-arguments.ts'
import { pathAnswer } from './path-answer.ts'
import { answering, refuse } from './refused.ts'

export interface PathsArgs extends AsOfArgs { readonly from: string; readonly to: string; readonly first: number }

const ENDS = ['Organisation', 'Site', 'Brand']

/**
 * How one thing comes to hold, run or brand another, shortest way first, holder first. Where only the other
 * direction leads somewhere, that is answered and said.
 */
export const paths = (data: QuestionData, { from, to, first, ...when }: PathsArgs): Outcome<Paths> => answering(() => {
  const wanted = firstArgument(first)
  const ends = [nodeArgument(data.snapshot, 'from', from, ENDS), nodeArgument(data.snapshot, 'to', to, ENDS)] as const
  const asked = askedAt(data, when)
  const { view, cancellation } = asked
  const [upper, lower] = [view.canonical[ends[0]]!, view.canonical[ends[1]]!]
  if (upper === lower) refuse('to', `${from} and ${to} are one and the same`, 'Choose two different things.')
  const down = relationPaths(view, upper, lower, { cancellation })
  const turned = down.paths.length === 0
  const found = turned ? relationPaths(view, lower, upper, { cancellation }) : down
  return {
    items: found.paths.slice(0, wanted).map((steps) => pathAnswer(view, steps)),
    totalCount: found.paths.length,
    basis: basisOf(asked, 'Simple paths over OWNS, OPERATES, MANAGES and BRAND_OF, shortest first', { from, to, first: wanted }, [
      ...(found.paths.length > 0
        ? []
        : [
            `No way from ${asked.nameOf(upper)} to ${asked.nameOf(lower)}, nor back, is on record at this date and these grades. That is unknown, not none.`,
          ]),
      ...(found.complete ? [] : ['There are more paths than were searched; the shortest are shown.']),
      ...(turned && found.paths.length > 0 ? [`${asked.nameOf(lower)} stands above ${asked.nameOf(upper)}: the paths run from there.`] : []),
    ]),
  }
})
