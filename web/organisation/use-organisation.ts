import { useEffect, useMemo, useState } from 'react'
import { useClient } from 'urql'
import type { Client, CombinedError } from 'urql'
import type { End } from '../network/ownership-network.ts'
import type { Answer } from '../queries/use-answer.ts'
import { useAnswer } from '../queries/use-answer.ts'
import type { AroundNode, OwnershipAnswer } from '../queries/organisation.ts'
import { BrandsAround, MOST_IDS, OwnershipOf, STATED_EACH, StatedAbout, StatedAround } from '../queries/organisation.ts'
import { asOfVariables } from '../queries/variables.ts'
import type { FrameSearch } from '../url/view-state.ts'
import type { Ground } from './held-sites.ts'
import { furtherIds, groundOf } from './held-sites.ts'

export type Half = Answer<OwnershipAnswer>
export interface OrganisationAnswers {
  readonly owners: Half
  readonly holdings: Half
  /** Sites, shops and who runs them; undefined while it is being read. */
  readonly ground: Ground | undefined
  readonly groundFailed: { readonly error: CombinedError; readonly again: () => void } | undefined
}

/** Everything the screen asks: both directions at once, then what stands on the ground of it. */
export function useOrganisation(focus: End, search: FrameSearch): OrganisationAnswers {
  const when = asOfVariables(search)
  const owners = useAnswer(OwnershipOf, { of: focus.id, direction: 'UP', ...when }, ({ ownership }) => ownership, 'Ownership')
  const holdings = useAnswer(OwnershipOf, { of: focus.id, direction: 'DOWN', ...when }, ({ ownership }) => ownership, 'Ownership')
  const down = holdings.state === 'answered' ? holdings.value : undefined
  const ids = useMemo(() => (down ? [focus.id, ...down.holders.flatMap(({ node }) => (node.__typename === 'Organisation' ? [node.id] : []))] : undefined), [down, focus.id])
  const { around, failed } = useAround(ids)
  const ground = useMemo(() => (around && down ? groundOf({ focus, holdings: down.holders, around, when: down.basis }) : undefined), [around, down, focus])
  return { owners, holdings, ground, groundFailed: failed }
}

interface Around { readonly around: readonly AroundNode[] | undefined; readonly failed: OrganisationAnswers['groundFailed'] }

/** Statements around organisations, around other records of the same, and around their brands: three rounds at most. */
function useAround(ids: readonly string[] | undefined): Around {
  const client = useClient()
  const [attempt, setAttempt] = useState(0)
  const [result, setResult] = useState<
    | { readonly ids: readonly string[]; readonly around: readonly AroundNode[] }
    | { readonly ids: readonly string[]; readonly error: CombinedError }
    | undefined
  >(undefined)
  const key = ids?.join()
  useEffect(() => {
    if (!ids) return undefined
    let stale = false
    readAround(client, ids).then((around) => { if (!stale) setResult({ ids, around }) }, (error: CombinedError) => { if (!stale) setResult({ ids, error }) })
    return () => { stale = true }
  }, [client, key, attempt])
  if (!result || result.ids.join() !== key) return { around: undefined, failed: undefined }
  return 'error' in result
    ? {
        around: undefined,
        failed: {
          error: result.error,
          again: () => {
            setResult(undefined)
            setAttempt(attempt + 1)
          },
        },
      }
    : { around: result.around, failed: undefined }
}

/** @throws CombinedError of urql when a part is not answered */
async function readAround(client: Client, ids: readonly string[]): Promise<readonly AroundNode[]> {
  const near = await stated(client, StatedAround, ids)
  const { records, brands } = furtherIds(near)
  const same = await stated(client, StatedAround, records)
  const sold = await stated(client, BrandsAround, [...new Set([...brands, ...furtherIds(same).brands])])
  return [...near, ...same, ...sold]
}

async function stated(client: Client, query: typeof StatedAround | typeof BrandsAround, ids: readonly string[]): Promise<readonly AroundNode[]> {
  const parts = Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_part, at) => ids.slice(at * MOST_IDS, (at + 1) * MOST_IDS))
  const answers = await Promise.all(parts.map((part) => client.query(query, { ids: part }).toPromise()))
  const nodes = answers.flatMap(({ data, error }) => {
    if (error) throw error
    return data?.nodes.flatMap((node) => (node && 'statements' in node ? [node] : [])) ?? []
  })
  return Promise.all(nodes.map((node) => (node.statements.length < STATED_EACH ? node : allAbout(client, node))))
}

async function allAbout(client: Client, node: AroundNode): Promise<AroundNode> {
  const { data, error } = await client.query(StatedAbout, { id: node.id }).toPromise()
  if (error) throw error
  return data?.node && 'statements' in data.node ? data.node : node
}
