import type { NodeValue } from '#model/model.ts'
import { badInput, MAX_IDS } from './bad-input.ts'
import type { SchemaTypes } from './builder.ts'
import { derivedFields } from './derived-fields.ts'
import type { Api } from './refs.ts'
import type { FieldRef } from '@pothos/core'

type Fields = (t: PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, NodeValue>) => Record<string, FieldRef<SchemaTypes>>
/** Fields computed from other records, by node kind; everything else follows from the model. */
export type ComputedFields = Readonly<Record<string, Fields>>

/** Every node kind as an object type, the interface they share, and look-up by id. */
export function defineNodes(api: Api, computed: ComputedFields): void {
  const { builder, refs, types } = api
  refs.node.implement({
    description: 'Anything with an id of its own. Ids are readable and stable: unlocode:NLRTM, lei:…, org:nl/…',
    resolveType: ({ label }) => label,
    fields: (t) => ({
      id: t.id({ resolve: ({ id }) => id, description: 'Stable identifier scheme:value.' }),
      name: t.string({ resolve: ({ name }) => name, description: 'Name as its best source writes it.' }),
    }),
  })
  for (const { name, doc, fields } of types.nodes) {
    refs.kinds.get(name)!.implement({ // declared from the same list
      description: doc,
      interfaces: [refs.node],
      fields: (t) => ({ ...derivedFields(api, t, fields), ...computed[name]?.(t) }),
    })
  }
  builder.queryField('node', (t) => t.field({
    type: refs.node, nullable: true, description: 'Any node by its id; null when there is none.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { load }) => load.node(id),
  }))
  builder.queryField('nodes', (t) => t.field({
    type: [refs.node], nullable: { list: false, items: true }, description: `Nodes by id, at most ${MAX_IDS}, in the order asked; null where there is none.`,
    args: { ids: t.arg.idList({ required: true }) },
    resolve: (_root, { ids }, { load }) => {
      if (ids.length > MAX_IDS) throw badInput('ids', `ids may name at most ${MAX_IDS} nodes.`)
      return Promise.all(ids.map((id) => load.node(id)))
    },
  }))
}
