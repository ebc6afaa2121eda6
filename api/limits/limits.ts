/** A limit every request is held to, as `about` and the documentation show it. */
export interface Limit { readonly name: string; readonly value: number; readonly unit: string; readonly doc: string }

/**
 * Wide enough for the fullest page of the web application and for `ask`, with about twice its need;
 * how each was measured is in graph-schema/decisions/0004-api-safety.md.
 */
export const MAX = {
  bodyBytes: 100_000,
  answerBytes: 5_000_000,
  answerMs: 1_000,
  tokens: 2_500,
  depth: 14,
  inputDepth: 6,
  aliases: 40,
  directives: 20,
  rootFields: 10,
  fragments: 40,
  fields: 1_200,
  cost: 240_000,
  listItems: 100,
  atOnce: 32,
  waiting: 100,
} as const

export const LIMITS: readonly Limit[] = [
  { name: 'body', value: MAX.bodyBytes, unit: 'bytes', doc: 'Largest request.' },
  { name: 'answer', value: MAX.answerBytes, unit: 'bytes', doc: 'Largest answer.' },
  { name: 'time', value: MAX.answerMs, unit: 'ms', doc: 'Longest an answer may take.' },
  { name: 'tokens', value: MAX.tokens, unit: 'tokens', doc: 'Length of a query.' },
  { name: 'depth', value: MAX.depth, unit: 'levels', doc: 'Nesting of a query.' },
  { name: 'inputDepth', value: MAX.inputDepth, unit: 'levels', doc: 'Nesting of variables and values.' },
  { name: 'aliases', value: MAX.aliases, unit: 'aliases', doc: 'Renamed fields in a query.' },
  { name: 'directives', value: MAX.directives, unit: 'directives', doc: 'Directives in a query.' },
  { name: 'rootFields', value: MAX.rootFields, unit: 'fields', doc: 'Questions in one query.' },
  { name: 'fragments', value: MAX.fragments, unit: 'fragments', doc: 'Named fragments in a query.' },
  { name: 'fields', value: MAX.fields, unit: 'fields', doc: 'Fields in a query, fragments counted each time they are used.' },
  { name: 'cost', value: MAX.cost, unit: 'values', doc: 'Values a query may ask for, by its list sizes.' },
  { name: 'waiting', value: MAX.waiting, unit: 'questions', doc: 'Questions that wait for their turn; more are told to come back.' },
  { name: 'first', value: MAX.listItems, unit: 'rows', doc: 'Rows in one part of a list; also items in a list of values.' },
]
