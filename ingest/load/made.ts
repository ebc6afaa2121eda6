import type { NodeValue, Statement, StatementType } from '#model/model.ts'
import type { CellProblem } from '../parse/cell.ts'
import type { Claim } from './claim.ts'
import type { NodeFacts } from './node-drafts.ts'

/** A stake of a natural person, without the name: added to those of others in the same thing. */
export interface PersonalStake {
  /** Distinguishes people in memory so that a row read twice counts once; never stored. */
  readonly holder: string
  readonly statement: Extract<Statement, { type: 'OWNS' }>
}

/** What one row comes to: facts about nodes, statements, remarks; or problems, and then nothing else counts. */
export class Made {
  readonly nodes: NodeFacts[] = []
  readonly statements: Statement[] = []
  readonly stakes: PersonalStake[] = []
  readonly notes: string[] = []
  readonly problems: CellProblem[] = []
  /** Ids of opaque owners the row brought. */
  readonly opaque: string[] = []

  problem(problem: CellProblem): undefined {
    this.problems.push(problem)
    return undefined
  }
  node(facts: NodeFacts): void {
    this.nodes.push(facts)
  }
  /** A complete node, such as a source. */
  whole(node: NodeValue): void {
    const { label, id, ...values } = node
    this.nodes.push({ label, id, values })
  }
  state(type: StatementType, from: string, to: string, claim: Claim, properties: Readonly<Record<string, unknown>> = {}): void {
    this.statements.push(statementOf(type, from, to, claim, properties))
  }
  /** Takes over what another part of the row came to. */
  join(other: Made): void {
    for (const list of ['nodes', 'statements', 'stakes', 'notes', 'problems', 'opaque'] as const) (this[list] as unknown[]).push(...other[list])
  }
}

export const statementOf = (type: StatementType, from: string, to: string, claim: Claim, properties: Readonly<Record<string, unknown>>): Statement =>
  ({ type, from, to, ...claim, ...properties }) as unknown as Statement // properties were read by the types of the same statement kind
