import { useNavigate, useSearch } from '@tanstack/react-router'
import { frameSearch } from '../url/view-state.ts'
import type { FrameSearch } from '../url/view-state.ts'

/** The part of the address every screen shares, and a way to change it without leaving the screen. */
export function useFrameSearch(): { search: FrameSearch; change: (next: { [K in keyof FrameSearch]?: FrameSearch[K] | undefined }) => void } {
  const search = frameSearch(useSearch({ strict: false }) as Record<string, unknown>)
  const navigate = useNavigate()
  return { search, change: (next) => void navigate({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, ...next }) } as never) } // the same route, whichever it is
}
