import type { Grade, Status } from '#model/code-lists.ts'
import type { NodeValue, SourceNode } from '#model/model.ts'
import type { StoredStatement } from '#model/record.ts'
import type { ShareInterval } from '#model/values/share-interval.ts'
import { amountText } from '../questions/money-words.ts'

/** A relation in three forms: "holds", "holding", "hold", with what follows the verb before the object. */
interface Verb { readonly third: string; readonly participle: string; readonly base: string; readonly rest: string }
const verb = (third: string, participle: string, base: string, rest = ''): Verb => ({ third, participle, base, rest })
const JUDGED = { same: 'the same as', different: 'another than', unsure: 'possibly the same as' } as const
const be = (rest: string): Verb => verb('is', 'being', 'be', rest)

/**
 * A statement in words, by grade: what a register records, what a document states, what somebody reports or says.
 * Below grade register it always names whose word it is. No accusation, and never a bare "owns".
 */
export function statementSentence(statement: StoredStatement, from: NodeValue, to: NodeValue, source: SourceNode | undefined): string {
  const claim = worded(statement)
  const [subject, object] = [from.name, to.name]
  const teller = source?.publisher ?? source?.name ?? 'the source'
  const when = dated(statement)
  if (statement.type === 'SAME_AS') return settled(statement.status, `${teller} judges ${subject} to be ${JUDGED[statement.judgement]} ${object}: ${statement.basis}${when}.`)
  if (statement.type === 'STATES_FIGURE') return figureSentence(statement, object, teller, when)
  if (statement.status !== 'in force') return `${unsettled(statement, subject, claim, object)}, according to ${teller}${dated(statement, statement.status === 'ended')}.`
  switch (statement.grade) {
    case 'register': return `${subject} is registered as ${phrase(claim.participle, claim, object)}, ${teller}${when}.`
    case 'document': return `${teller} states that ${subject} ${phrase(claim.third, claim, object)}${when}.`
    case 'reported': return `${teller} reports that ${subject} ${phrase(claim.third, claim, object)}${when}.`
    case 'claimed': return `${teller} says that ${subject} ${phrase(claim.third, claim, object)}${when}.`
    case 'inferred': return `${subject} may ${phrase(claim.base, claim, object)}: found by comparing names in ${teller}, not stated there${when}.`
  }
}

function unsettled({ status, validTo }: StoredStatement, subject: string, claim: Verb, object: string): string {
  const words = phrase(claim.third, claim, object)
  if (status === 'ended') return `It has ended${validTo ? ` (${validTo.text})` : ''} that ${subject} ${words}`
  if (status === 'agreed') return `It is agreed, completion not seen, that ${subject} ${words}`
  if (status === 'announced') return `It is announced that ${subject} ${words}`
  return `Sources disagree on whether ${subject} ${words}`
}

const phrase = (form: string, { rest }: Verb, object: string): string => `${form} ${rest === '' ? '' : `${rest} `}${object}`
/** The day a source states it for, else when it began; and when it ended or is to end, unless the words before it say so. */
function dated({ asOf, validFrom, validTo, status }: StoredStatement, isEndSaid = false): string {
  const until = validTo === undefined || isEndSaid ? '' : `until ${validTo.text}`
  if (asOf) return `, ${asOf.text}${until === '' ? '' : `, ${until}`}`
  if (validFrom) return until === '' ? `, ${status === 'ended' ? 'from' : 'since'} ${validFrom.text}` : `, from ${validFrom.text} ${until}`
  return until === '' ? ', undated' : `, ${until}`
}

function worded(statement: StoredStatement): Verb {
  switch (statement.type) {
    case 'OWNS': return interest(statement)
    case 'OPERATES': return verb('operates', 'operating', 'operate')
    case 'MANAGES': return verb('manages', 'managing', 'manage')
    case 'BRAND_OF': return be('a brand of')
    case 'SOLD_IN': return be(statement.shelfShare === undefined ? 'sold in' : `sold with ${percent(statement.shelfShare)} % of the shelf in`)
    case 'SUPPLIES': return verb('supplies', 'supplying', 'supply', `${statement.commodity} to`)
    case 'FINANCES': return verb('finances', 'financing', 'finance')
    case 'LOCATED_IN': return be('located in')
    case 'PART_OF': return be('part of')
    case 'SAME_AS': return be(JUDGED[statement.judgement])
    case 'TWINNED_WITH': return be('twinned with')
    case 'BODY_OF': return be('a public body of')
    case 'FUNDS': return money(statement)
    case 'STATES_FIGURE': return verb('states', 'stating', 'state', 'a figure about')
    case 'DEPENDS_ON': return earning(statement)
  }
}

const TELLS: Readonly<Record<Grade, string>> = { register: 'records', document: 'states', reported: 'reports', claimed: 'says', inferred: 'is read as giving' }
const UNSETTLED: Readonly<Record<Exclude<Status, 'in force'>, string>> = {
  ended: 'No longer held',
  agreed: 'Agreed, not counted',
  announced: 'Announced, not counted',
  disputed: 'Disputed, not counted',
}

/** "Statistics Office records as total homes of Rotterdam: 306,000 homes (2024), undated." A figure that is withheld is not repeated. */
function figureSentence(statement: Extract<StoredStatement, { type: 'STATES_FIGURE' }>, object: string, teller: string, when: string): string {
  const { measure, unit, year, domain, status, grade } = statement
  const amount = statement.amount as number | undefined // taken out where it is withheld
  const what = `${measure}${domain === undefined || measure === 'total homes' || measure === 'total shops' ? '' : ` (${domain})`} of ${object}`
  const figure = amount === undefined ? '' : `: ${amount.toLocaleString('en', { maximumFractionDigits: 2 })} ${unit}${year === undefined ? '' : ` (${year})`}`
  return settled(status, `${teller} ${TELLS[grade]} as ${what}${figure}${when}.`)
}

/** A whole sentence, with the status before it where it does not hold. */
const settled = (status: Status, claim: string): string => (status === 'in force' ? claim : `${UNSETTLED[status]}: ${claim}`)

function earning({ year, ...statement }: Extract<StoredStatement, { type: 'DEPENDS_ON' }>): Verb {
  const share = statement.revenueShare as number | undefined // taken out where it is withheld
  return verb('earns', 'earning', 'earn', `${share === undefined ? 'a part' : `${percent(share)} %`} of its revenue${year === undefined ? '' : ` of ${year}`} through`)
}

function interest({ interest: kind, share, votes, direct }: Extract<StoredStatement, { type: 'OWNS' }>): Verb {
  const indirectly = direct === 'indirect' ? 'indirectly ' : ''
  const stake = share ? `${indirectly}${shareText(share)} of` : `${indirectly}a stake of unstated size in`
  const hold = (rest: string) => verb('holds', 'holding', 'hold', rest)
  switch (kind) {
    case 'shareholding': return hold(votes ? `${stake} the capital and ${shareText(votes)} of the votes in` : stake)
    case 'voting': return hold(votes ?? share ? `${indirectly}${shareText((votes ?? share)!)} of the votes in` : `${indirectly}votes in`) // one of the two is present
    case 'consolidation': return verb('includes', 'including', 'include', 'in its accounts')
    case 'ultimate consolidation': return be('the ultimate parent of')
    case 'joint control': return verb('shares', 'sharing', 'share', share ? `control, with ${shareText(share)}, of` : 'control of')
    case 'operator group': return be('the operator group of')
    case 'trust': return hold(`as trustee ${stake}`)
    case 'nominee': return hold(`as nominee ${stake}`)
    case 'nominator': return be('the organisation for which nominee holdings are kept by')
  }
}

function money({ kind, amount, currency, period }: Extract<StoredStatement, { type: 'FUNDS' }>): Verb {
  const sum = `${currency} ${amountText(amount)}`
  const when = period === undefined ? '' : `, ${period},`
  return kind === 'payment' ? verb('paid', 'having paid', 'have paid', `${sum}${when} to`) : verb('holds', 'holding', 'hold', `${sum}${when} in shares or bonds of`)
}

const percent = (fraction: number): string => String(Math.round(fraction * 10_000) / 100)

/** "40–60 %", "more than 50 %, less than 75 %", "at least 75 %": as the source bounds it. */
export function shareText({ min, max, minExclusive, maxExclusive }: ShareInterval): string {
  if (min !== undefined && min === max) return `${percent(min)} %`
  const low = min === undefined || (min === 0 && minExclusive !== true) ? undefined : `${minExclusive ? 'more than' : 'at least'} ${percent(min)} %`
  const high = max === undefined || (max === 1 && maxExclusive !== true) ? undefined : `${maxExclusive ? 'less than' : 'at most'} ${percent(max)} %`
  if (min !== undefined && max !== undefined && !minExclusive && !maxExclusive && low && high) return `${percent(min)}–${percent(max)} %`
  return [low, high].filter((part) => part !== undefined).join(' and ') || 'an unstated share'
}

