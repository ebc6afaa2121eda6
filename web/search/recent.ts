import { remember, remembered } from '../app/preferences.ts'
import type { Found } from './found.ts'

const KEEP = 6

/** Things opened last in this browser, newest first. What does not read as such is dropped. */
export function recentItems(stored = remembered('recent')): Found[] {
  if (stored === undefined) return []
  try {
    const list: unknown = JSON.parse(stored)
    return Array.isArray(list) ? list.filter(isFound).slice(0, KEEP) : []
  } catch { return [] }
}
const isFound = (item: unknown): item is Found =>
  typeof item === 'object' && item !== null && ['id', 'name', 'type', 'kind'].every((key) => typeof (item as Record<string, unknown>)[key] === 'string')

export const withRecent = (items: readonly Found[], item: Found): Found[] => [item, ...items.filter(({ id }) => id !== item.id)].slice(0, KEEP)
export const rememberRecent = (item: Found): void => remember('recent', JSON.stringify(withRecent(recentItems(), item)))
