import type { IncomingMessage } from 'node:http'
import { isLoopback } from '../settings.ts'
import type { Answer } from './answer.ts'
import { refusal } from './answer.ts'

export interface Listening { readonly host: string; readonly hosts: readonly string[] | undefined }

const METHODS = new Set(['GET', 'HEAD', 'POST'])
const OVERRIDES = ['x-http-method-override', 'x-http-method', 'x-method-override']

/** What is refused whatever it asks for; undefined when the request may go on. */
export function guard(request: IncomingMessage, listening: Listening): Answer | undefined {
  if (!METHODS.has(request.method ?? '') || OVERRIDES.some((name) => name in request.headers)) return refusal(405, 'This method is not served.', { allow: 'GET, HEAD, POST' })
  if (!request.url?.startsWith('/')) return refusal(400, 'Ask for a path.')
  if ((request.headersDistinct['host']?.length ?? 0) > 1) return refusal(400, 'Name one host.') // a proxy in front may have read the other
  if (!isOurs(request.headers.host, listening)) return refusal(421, 'This server does not answer to that name. A proxy in front needs MIRRORPOINT_HOSTS.')
  return undefined
}

/** The name in a Host header, without port and brackets. */
export const hostName = (host: string): string => host.toLowerCase().replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1')

/**
 * A page of another site that points its own name at this machine carries that name in Host: refused.
 * On an address others can reach, names are only checked when they are set.
 */
function isOurs(host: string | undefined, listening: Listening): boolean {
  if (host === undefined) return false
  const written = host.toLowerCase()
  const name = hostName(host)
  if (isLoopback(name) || name === listening.host) return true
  if (listening.hosts) return listening.hosts.some((allowed) => allowed === written || allowed === name)
  return !isLoopback(listening.host)
}

/** Questions come from our own pages or from programs: a foreign origin or a cross-site request of a browser is refused. */
export function isForeign({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host?.toLowerCase()
}

/**
 * Files of answers may be linked from anywhere, and are fetched when a reader follows the link: a page of another site must
 * not have them made by images, scripts or requests of its own.
 */
export const isForeignFetch = (request: IncomingMessage): boolean => isForeign(request) && request.headers['sec-fetch-dest'] !== 'document'
