import { GRADES } from '#model/code-lists.ts'
import type { NodeValue } from '#model/model.ts'
import type { Context } from '../context.ts'
import type { Conflict, ConflictSide, Holding, Ownership, Unrecorded } from '../questions/answers.ts'
import { ask, open } from './ask.ts'
import { pageSize } from './bad-input.ts'
import { gradesArg } from './grades-arg.ts'
import { readingArg } from './reading-arg.ts'
import type { Api } from './refs.ts'
import { kindRef } from './refs.ts'
import type { DefineResult } from './results.ts'

/** Integrated ownership, control and voting power, each its own column: they are never mixed. */
export function defineOwnership(api: Api, result: DefineResult): void {
  const { builder, refs, enums } = api
  const one = async ({ load }: Context, id: string): Promise<NodeValue> => (await load.nodes([id]))[0]! // nodes() throws when it is missing
  const holding = defineHolding(api, one)
  const unrecorded = builder.objectRef<Unrecorded>('Unrecorded').implement({
    description: 'The part of one company that nobody on record holds, directly.',
    fields: (t) => ({
      node: t.field({ type: refs.node, resolve: ({ node }, _args, context) => one(context, node) }),
      share: t.field({ type: refs.interval, resolve: ({ share }) => share }),
    }),
  })
  const { conflictCode, side } = defineConflictParts(api)
  const conflict = builder.objectRef<Conflict>('Conflict').implement({
    description: 'Statements that cannot all hold. They are shown as a range, never averaged.',
    fields: (t) => ({
      target: t.field({ type: refs.node, resolve: ({ target }, _args, context) => one(context, target) }),
      kind: t.exposeString('kind'),
      sentence: t.exposeString('sentence'),
      code: t.expose('code', { type: conflictCode }),
      statements: t.field({ type: [refs.statement], resolve: ({ statements }, _args, { load }) => load.statements(statements) }),
      bySource: t.field({
        type: [side],
        description: 'What each source alone says. Ask ownership(source: …) for the whole answer by its word.',
        resolve: ({ bySource }) => [...bySource],
      }),
    }),
  })
  const answer = builder.objectRef<Ownership>('Ownership').implement({
    description: 'Who holds a target, or what it holds, over all paths.',
    fields: (t) => ({
      target: t.field({ type: refs.node, resolve: ({ target }, _args, context) => one(context, target) }),
      direction: t.expose('direction', { type: enums.direction }),
      status: t.expose('status', { type: enums.solveStatus }),
      holders: t.field({
        type: [holding],
        args: { first: t.arg.int({ defaultValue: 50 }) },
        resolve: ({ holders }, { first }) => holders.slice(0, pageSize(first)),
      }),
      totalCount: t.exposeInt('totalCount'),
      remainder: t.field({
        type: refs.interval,
        nullable: true,
        description: 'Held by nobody on record; only for UP.',
        resolve: ({ remainder }) => remainder,
      }),
      unrecorded: t.field({
        type: [unrecorded],
        description: 'Held by nobody on record, per company with a recorded holder, the target first.',
        resolve: (row, _args, context) => [...open(context, row.unrecorded)],
      }),
      statements: t.field({
        type: [refs.statement],
        description: 'Every statement the numbers rest on, nearest first; at most 1,000.',
        resolve: (row, _args, context) => context.load.statements(open(context, row.statements)),
      }),
      statementCount: t.int({ resolve: (row, _args, context) => open(context, row.statementCount) }),
      notCounted: t.field({
        type: [refs.statement],
        description:
          'Statements about the target that do not count: disputed, agreed, announced, overtaken by later word of another source, or not read again for 24 months.',
        resolve: (row, _args, context) => context.load.statements(open(context, row.notCounted).map(({ key }) => key)),
      }),
      notCountedBecause: t.stringList({
        description:
          'Why, one word for each in the same order: disputed, agreed, announced, overtaken, another source (than the one asked for), stale.',
        resolve: (row, _args, context) => open(context, row.notCounted).map(({ why }) => why),
      }),
      selfHolding: t.field({
        type: refs.interval,
        nullable: true,
        description: 'What the target holds in itself through others: 1 − 1/n of the walks that come back. None outside rings.',
        resolve: ({ selfHolding }) => selfHolding,
      }),
      // Pothos has no nested lists of interfaces with shorthand; `t.listRef` is one.
      cycles: t.field({
        type: t.listRef(t.listRef(refs.node)),
        description: 'Rings of organisations that hold one another.',
        resolve: ({ cycles }, _args, { load }) => Promise.all(cycles.map((ring) => load.nodes(ring))),
      }),
      conflicts: t.field({ type: [conflict], resolve: ({ conflicts }) => [...conflicts] }),
      basis: t.field({ type: refs.basis, resolve: ({ basis }) => basis }),
    }),
  })
  builder.queryField('ownership', (t) =>
    t.field({
      type: result(answer),
      description: 'Who holds `of` (UP), or what `of` holds (DOWN): integrated ownership, control, voting power, each its own column.',
      args: {
        of: t.arg.id({ required: true }),
        direction: t.arg({ type: enums.direction, required: true }),
        asOf: t.arg({ type: 'Date' }),
        grades: t.arg({ type: [enums.of(GRADES)] }),
        minShare: t.arg.float({ description: 'Leave out what cannot reach this fraction.' }),
        threshold: t.arg.float({ defaultValue: 0.25, description: 'Fraction from which an interest is significant.' }),
        reading: readingArg(t.arg, enums),
        source: t.arg.id({
          description:
            'Where this source gives a figure, or is part of a contradiction, only its word counts; what it is silent about stands as others state it. Left out: the range from the lowest to the highest of the same time.',
        }),
      },
      resolve: (_root, { of, direction, asOf, grades, minShare, threshold, reading, source }, context) =>
        ask(context, context.atlas.questions.ownership, {
          of,
          direction,
          asOf: asOf ?? undefined,
          grades: gradesArg(grades),
          minShare: minShare ?? undefined,
          threshold: threshold ?? 0.25,
          reading: reading ?? undefined,
          source: source ?? undefined,
        }),
    }),
  )
}

function defineConflictParts(api: Api) {
  const { builder, refs, enums } = api
  const side = builder.objectRef<ConflictSide>('ConflictSide').implement({
    description: 'What one source says in a conflict.',
    fields: (t) => ({
      source: t.field({ type: kindRef(api, 'Source'), resolve: async ({ source }, _args, { load }) => (await load.nodes([source]))[0]! }), // nodes() throws when it is missing
      interval: t.field({ type: refs.interval, nullable: true, description: 'Its figure, where the conflict is about one holder.', resolve: ({ interval }) => interval }),
      statements: t.field({ type: [refs.statement], resolve: ({ statements }, _args, { load }) => load.statements(statements) }),
    }),
  })
  return { conflictCode: enums.conflictCode, side }
}

function defineHolding({ builder, refs, enums }: Api, one: (context: Context, id: string) => Promise<NodeValue>) {
  return builder.objectRef<Holding>('Holding').implement({
    description: 'What one holder has in the target, or the target in one holding. Different kinds of number, never added up.',
    fields: (t) => {
      const interval = (name: 'integrated' | 'direct' | 'votes' | 'selfHolding', description: string) =>
        t.field({ type: refs.interval, nullable: true, description, resolve: (row: Holding) => row[name] })
      const number = (name: 'votingPower' | 'votingPowerError' | 'banzhaf' | 'banzhafError' | 'oceanicPower' | 'networkControl', description: string) =>
        t.float({ nullable: true, description, resolve: (row: Holding, _args, context) => open(context, () => row[name]) })
      return {
        node: t.field({ type: refs.node, resolve: ({ node }, _args, context) => one(context, node) }),
        ultimate: t.exposeBoolean('ultimate', {
          description: 'Nobody on record holds a share in it. The shares of these and what is unrecorded add up to 1.',
        }),
        integrated: interval('integrated', 'Share over all paths (Brioschi, Buzzacchi & Colombo 1989).'),
        direct: interval('direct', 'Share held without anybody in between.'),
        votes: interval('votes', 'Share of the votes, where known.'),
        control: t.expose('control', { type: enums.controlKind, description: 'The strongest kind of control that holds.' }),
        directMajority: t.exposeBoolean('directMajority', { description: 'More than half of the votes, directly.' }),
        groupControl: t.exposeBoolean('groupControl', { description: 'More than half of the votes together with what it controls.' }),
        jointControl: t.exposeBoolean('jointControl', {
          description: 'Together with others: as a named party, through what it controls, or over a joint venture that controls.',
        }),
        significant: t.exposeBoolean('significant', { description: 'At or above the threshold asked for.' }),
        votingPower: number('votingPower', 'Among the known blocks, where they have all votes (Shapley & Shubik 1954).'),
        votingPowerError: number('votingPowerError', 'Standard error of votingPower; 0 when exact.'),
        banzhaf: number('banzhaf', 'Among the known blocks, where they have all votes (Banzhaf 1965).'),
        banzhafError: number('banzhafError', 'Standard error of banzhaf; 0 when exact.'),
        oceanicPower: number(
          'oceanicPower',
          'Beside an ocean of small holders, if all unrecorded votes are dispersed (Milnor & Shapley 1978); the basis prints the assumption.',
        ),
        networkControl: number(
          'networkControl',
          'Part of the target controlled through the network (Vitali, Glattfelder & Battiston 2011): a research figure, 0–1.',
        ),
        interests: t.stringList({
          description: 'Interests stated for the direct stake: a trustee or nominee is seen as one.',
          resolve: ({ interests }) => [...interests],
        }),
        sentence: t.exposeString('sentence', { description: 'The integrated share in words; upper bounds are “at most”.' }),
        allWalks: t.float({
          nullable: true,
          description:
            'Sum over all walks at the minima, those that come back to the holder included: above integrated only where it holds itself through others, and no share where it exceeds 1.',
          resolve: ({ allWalks }) => allWalks ?? null,
        }),
        selfHolding: interval('selfHolding', 'What it holds in itself through others; only for UP. Of the target: Ownership.selfHolding.'),
        paths: t.field({
          type: [refs.path],
          description: 'Every path behind the numbers, strongest first.',
          resolve: ({ paths }, _args, context) => [...open(context, paths)],
        }),
      }
    },
  })
}
