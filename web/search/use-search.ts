import { useEffect, useState } from 'react'
import { useQuery } from 'urql'
import { SearchRecords } from '../queries/search.ts'
import { foundOf } from './found.ts'
import type { Found, Kind } from './found.ts'

const PAUSE_MS = 140
const KIND_ENUM = { Place: 'PLACE', Organisation: 'ORGANISATION', Site: 'SITE', Brand: 'BRAND' } as const

/** What is on record under a text; asked when typing pauses, from two letters on. */
export function useSearchRecords(text: string, kinds: readonly Kind[]): { found: readonly Found[] | undefined; failed: boolean } {
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  const [{ data, error, fetching }] = useQuery({ query: SearchRecords, variables: { text: asked, kinds: kinds.map((kind) => KIND_ENUM[kind]) }, pause: asked.length < 2 })
  if (asked.length < 2 || text.trim() !== asked || fetching || (!data && !error)) return { found: undefined, failed: false }
  return { found: data?.search.edges.map(({ node }) => foundOf(node)).filter((item) => item !== undefined) ?? [], failed: error !== undefined }
}
