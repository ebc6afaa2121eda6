import { unreadable } from './input-file.ts'

export const MAX_DEPTH = 64
const RESERVED = new Set(['__proto__', 'constructor', 'prototype'])
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/**
 * Goes through JSON text once before it is parsed and refuses what a parser would accept in silence: nesting beyond 64,
 * a key twice in one object, keys that reach an object's prototype, numbers beyond what a double holds.
 * @throws KnownError FILE_UNREADABLE with the position
 */
export function guardJson(file: string, text: string): void {
  const stack: (Set<string> | undefined)[] = []
  let expectsKey = false
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!
    if (character === '"') {
      const end = endOfString(text, i)
      if (end < 0) throw unreadable(file, `the text that begins at character ${i} is never closed`)
      if (expectsKey) { noteKey(file, text.slice(i, end + 1), stack.at(-1), i); expectsKey = false }
      i = end
    } else if (character === '{' || character === '[') {
      stack.push(character === '{' ? new Set() : undefined)
      if (stack.length > MAX_DEPTH) throw unreadable(file, `it is nested more than ${MAX_DEPTH} deep at character ${i}`)
      expectsKey = character === '{'
    } else if (character === '}' || character === ']') {
      stack.pop()
      expectsKey = false
    } else if (character === ',') expectsKey = stack.at(-1) !== undefined
    else if (character === '-' || (character >= '0' && character <= '9')) i = endOfNumber(file, text, i)
  }
}

function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x5c) i++
    else if (code === 0x22) return i
  }
  return -1
}

function noteKey(file: string, written: string, keys: Set<string> | undefined, at: number): void {
  let key: string
  try { key = JSON.parse(written) as string } catch { throw unreadable(file, `the key at character ${at} is no JSON`) }
  if (RESERVED.has(key)) throw unreadable(file, `the key ${key} at character ${at} is reserved`)
  if (keys?.has(key)) throw unreadable(file, `the key ${JSON.stringify(key.slice(0, 60))} at character ${at} stands twice in one object`)
  keys?.add(key)
}

function endOfNumber(file: string, text: string, start: number): number {
  NUMBER.lastIndex = start
  const match = NUMBER.exec(text)
  if (!match) return start
  if (!Number.isFinite(Number(match[0]))) throw unreadable(file, `the number at character ${start} is too large`)
  return start + match[0].length - 1
}
