import type { EnumRef } from '@pothos/core'
import type { CodeList } from '#model/code-lists.ts'
import { DOMAINS, LAWFUL_NOTE_KINDS, MEASURES } from '#model/code-lists.ts'
import type { Model, NodeLabel, StatementType } from '#model/model.ts'
import type { EnumDescriptor } from '#derive/graphql-types.ts'
import { enumType, graphqlTypes } from '#derive/graphql-types.ts'
import type { ChangeKind, ConflictCode, ControlName, ReadingName, RelationName } from '../questions/answers.ts'
import type { AdversaryList } from '../questions/shared-adversaries.ts'
import type { Builder, SchemaTypes } from './builder.ts'

export type Enum<T> = EnumRef<SchemaTypes, T>

const DATE_PRECISION: CodeList = {
  name: 'DatePrecision', doc: 'How exactly a date is known.',
  codes: [{ code: 'day', doc: 'To the day.' }, { code: 'month', doc: 'To the month.' }, { code: 'year', doc: 'To the year.' }],
}

/** Enums of the model (stored codes behind the names) and those of the questions (names are values). */
export function defineEnums(builder: Builder, model: Model) {
  const coded = new Map<string, Enum<string>>()
  const code = (descriptor: EnumDescriptor): void => {
    if (coded.has(descriptor.name)) return
    const values = Object.fromEntries(descriptor.values.map(({ name, code: value, doc }) => [name, { value, description: doc }]))
    coded.set(descriptor.name, builder.enumType(descriptor.name, { description: descriptor.doc, values }))
  }
  graphqlTypes(model).enums.forEach(code)
  for (const list of [DOMAINS, MEASURES, LAWFUL_NOTE_KINDS, DATE_PRECISION]) code(enumType(list))
  const named = <T extends string>(name: string, description: string, docs: Readonly<Record<T, string>>): Enum<T> =>
    builder.enumType(name, {
      description,
      values: Object.fromEntries(Object.entries<string>(docs).map(([value, doc]) => [value, { value, description: doc }])),
    }) as Enum<T> // the keys of docs are T

  return {
    coded,
    /** The enum of a code list, as its stored codes. */
    of: <C extends CodeList>(list: C): Enum<C['codes'][number]['code']> => coded.get(list.name) as Enum<C['codes'][number]['code']>, // made from that list
    adversaryList: named<AdversaryList>('AdversaryList', 'Which actors a ranking lists.', {
      CONTROLLERS: 'Actors that control the operator or owner of sites.',
      FINANCIERS: 'Holders by integrated share, control or not.',
      SUPPLIERS: 'Suppliers of sites and organisations.',
    }),
    direction: named<'UP' | 'DOWN'>('Direction', 'Which way ownership is followed.', { UP: 'Who holds it.', DOWN: 'What it holds.' }),
    controlKind: named<ControlName>('ControlKind', 'The strongest kind of control that holds.', {
      NONE: 'No control on record.',
      MAJORITY: 'More than half of the votes, held directly.',
      GROUP: 'More than half of the votes together with what it controls.',
      MEMBERSHIP: 'Runs under its name: an operator group.',
      JOINT: 'Joint control with others; nobody alone.',
      DE_FACTO: 'Largest block against dispersed holders.',
    }),
    relation: builder.enumType('Relation', {
      description: 'What a statement says one thing is to another.',
      values: Object.fromEntries(model.statements.map(({ name, doc }) => [name, { value: name, description: doc }])),
    }) as Enum<StatementType | RelationName>, // the names of the statement kinds
    conflictCode: named<ConflictCode>('ConflictCode', 'How statements contradict each other.', {
      OVERLAPPING_FIGURES: 'Different figures that have values in common.',
      DISJOINT_FIGURES: 'Figures without any value in common.',
      MORE_THAN_ALL: 'Shares that add up to more than 100 %.',
      DIFFERENT_PARENTS: 'Several holders are each stated to control it at the same time.',
      INDIRECT_BESIDE_DIRECT: 'An indirect stake for which the direct holders leave no room.',
    }),
    changeKind: named<ChangeKind>('ChangeKind', 'What happened.', {
      BEGAN: 'It holds from this day.',
      ENDED: 'It no longer holds from this day.',
      CHANGED: 'Another figure holds from this day.',
    }),
    reading: named<ReadingName>('Reading', 'How dates known to the month or the year are read.', {
      EARLIEST: 'At the first day they can mean.',
      LATEST: 'At the last day they can mean.',
    }),
    solveStatus: named<'SOLVED' | 'CLOSED_LOOP'>('SolveStatus', 'Whether integrated ownership has an answer.', {
      SOLVED: 'Every share is accounted for.',
      CLOSED_LOOP: 'A ring of organisations owns itself outright: no number is right.',
    }),
    nodeKind: builder.enumType('NodeKind', {
      description: 'Kinds of things that can be searched.',
      values: Object.fromEntries(
        model.nodes.filter(({ name }) => name !== 'Import').map(({ name, doc }) => [name.toUpperCase(), { value: name, description: doc }]),
      ),
    }) as Enum<NodeLabel>, // the labels of the model
  }
}
export type Enums = ReturnType<typeof defineEnums>
