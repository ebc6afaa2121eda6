import { useNavigate, useSearch } from '@tanstack/react-router'
import { frameSearch, placesSearch } from '../url/view-state.ts'
import type { FrameSearch, PlacesSearch } from '../url/view-state.ts'

type Next = { [K in keyof PlacesSearch]?: PlacesSearch[K] | undefined }
export interface PlacesView {
  readonly view: PlacesSearch & FrameSearch
  /** A step that "back" undoes. */
  readonly go: (next: Next) => void
}

/** The two-place question as the address has it. */
export function usePlacesView(): PlacesView {
  const raw = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  return {
    view: { ...frameSearch(raw), ...placesSearch(raw) },
    go: (next) =>
      void navigate({ to: '/places', search: (before: Record<string, unknown>) => ({ ...before, ...next }), resetScroll: false } as never), // parts of the search of this route
  }
}
