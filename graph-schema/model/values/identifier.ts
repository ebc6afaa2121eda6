/** An identifier of a thing in a scheme, written `scheme:value`; also every node id. */
export interface Identifier { readonly scheme: string; readonly value: string }

const PATTERN = /^([a-z][a-z0-9-]{1,31}):(\S{1,200})$/

/** Splits `lei:5493…`; the scheme is lower-cased, the value kept. Undefined when it is none. */
export function parseIdentifier(written: string): Identifier | undefined {
  const trimmed = written.trim()
  const colon = trimmed.indexOf(':')
  const match = colon < 0 ? null : PATTERN.exec(trimmed.slice(0, colon).toLowerCase() + trimmed.slice(colon))
  return match ? { scheme: match[1]!, value: match[2]! } : undefined
}

export const identifierText = ({ scheme, value }: Identifier): string => `${scheme}:${value}`
