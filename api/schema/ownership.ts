import { GRADES } from '#model/code-lists.ts'
import type { NodeValue } from '#model/model.ts'
import type { Context } from '../context.ts'
import type { Conflict, Holding, Ownership } from '../questions/answers.ts'
import { ask, open } from './ask.ts'
import { pageSize } from './bad-input.ts'
import { gradesArg } from './grades-arg.ts'
import type { Api } from './refs.ts'
import type { DefineResult } from './results.ts'

/** Integrated ownership, control and voting power, each its own column: they are never mixed. */
export function defineOwnership(api: Api, result: DefineResult): void {
  const { builder, refs, enums } = api
  const one = async ({ load }: Context, id: string): Promise<NodeValue> => (await load.nodes([id]))[0]! // nodes() throws when it is missing
  const holding = defineHolding(api, one)
  const conflict = builder.objectRef<Conflict>('Conflict').implement({
    description: 'Statements that cannot all hold. They are shown as a range, never averaged.',
    fields: (t) => ({
      target: t.field({ type: refs.node, resolve: ({ target }, _args, context) => one(context, target) }),
      kind: t.exposeString('kind'),
      sentence: t.exposeString('sentence'),
      statements: t.field({ type: [refs.statement], resolve: ({ statements }, _args, { load }) => load.statements(statements) }),
    }),
  })
  const answer = builder.objectRef<Ownership>('Ownership').implement({
    description: 'Who holds a target, or what it holds, over all paths.',
    fields: (t) => ({
      target: t.field({ type: refs.node, resolve: ({ target }, _args, context) => one(context, target) }),
      direction: t.expose('direction', { type: enums.direction }),
      status: t.expose('status', { type: enums.solveStatus }),
      holders: t.field({ type: [holding], args: { first: t.arg.int({ defaultValue: 50 }) }, resolve: ({ holders }, { first }) => holders.slice(0, pageSize(first)) }),
      totalCount: t.exposeInt('totalCount'),
      remainder: t.field({ type: refs.interval, nullable: true, description: 'Held by nobody on record; only for UP.', resolve: ({ remainder }) => remainder }),
      // Pothos has no nested lists of interfaces with shorthand; `t.listRef` is one.
      cycles: t.field({ type: t.listRef(t.listRef(refs.node)), description: 'Rings of organisations that hold one another.', resolve: ({ cycles }, _args, { load }) => Promise.all(cycles.map((ring) => load.nodes(ring))) }),
      conflicts: t.field({ type: [conflict], resolve: ({ conflicts }) => [...conflicts] }),
      basis: t.field({ type: refs.basis, resolve: ({ basis }) => basis }),
    }),
  })
  builder.queryField('ownership', (t) => t.field({
    type: result(answer), description: 'Who holds `of` (UP), or what `of` holds (DOWN): integrated ownership, control, voting power, each its own column.',
    args: {
      of: t.arg.id({ required: true }), direction: t.arg({ type: enums.direction, required: true }), asOf: t.arg({ type: 'Date' }), grades: t.arg({ type: [enums.of(GRADES)] }),
      minShare: t.arg.float({ description: 'Leave out what cannot reach this fraction.' }), threshold: t.arg.float({ defaultValue: 0.25, description: 'Fraction from which an interest is significant.' }),
    },
    resolve: (_root, { of, direction, asOf, grades, minShare, threshold }, context) =>
      ask(context, context.atlas.questions.ownership, { of, direction, asOf: asOf ?? undefined, grades: gradesArg(grades), minShare: minShare ?? undefined, threshold: threshold ?? 0.25 }),
  }))
}

function defineHolding({ builder, refs, enums }: Api, one: (context: Context, id: string) => Promise<NodeValue>) {
  return builder.objectRef<Holding>('Holding').implement({
    description: 'What one holder has in the target, or the target in one holding. Different kinds of number, never added up.',
    fields: (t) => {
      const interval = (name: 'integrated' | 'direct' | 'votes' | 'selfHolding', description: string) => t.field({ type: refs.interval, nullable: true, description, resolve: (row: Holding) => row[name] })
      return {
        node: t.field({ type: refs.node, resolve: ({ node }, _args, context) => one(context, node) }),
        ultimate: t.exposeBoolean('ultimate', { description: 'Nobody on record holds it.' }),
        integrated: interval('integrated', 'Share over all paths (Brioschi, Buzzacchi & Colombo 1989).'),
        direct: interval('direct', 'Share held without anybody in between.'),
        votes: interval('votes', 'Share of the votes, where known.'),
        control: t.expose('control', { type: enums.controlKind, description: 'The strongest kind of control that holds.' }),
        directMajority: t.exposeBoolean('directMajority', { description: 'More than half of the votes, directly.' }),
        groupControl: t.exposeBoolean('groupControl', { description: 'More than half of the votes together with what it controls.' }),
        jointControl: t.exposeBoolean('jointControl'),
        significant: t.exposeBoolean('significant', { description: 'At or above the threshold asked for.' }),
        votingPower: t.exposeFloat('votingPower', { nullable: true, description: 'Against an ocean of small holders (Milnor & Shapley 1978).' }),
        banzhaf: t.exposeFloat('banzhaf', { nullable: true, description: 'Among the known blocks (Banzhaf 1965).' }),
        selfHolding: interval('selfHolding', 'What it holds in itself through others.'),
        paths: t.field({ type: [refs.path], description: 'Every path behind the numbers, strongest first.', resolve: ({ paths }, _args, context) => [...open(context, paths)] }),
      }
    },
  })
}
