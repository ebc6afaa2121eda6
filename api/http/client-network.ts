import type { IncomingHttpHeaders } from 'node:http'
import { BlockList, isIP, isIPv4 } from 'node:net'
import { isLoopback } from '../settings.ts'
import { hostName } from './guard.ts'

/** Headers a proxy adds; a program on this machine that asks directly sends none of them. */
const FORWARDED = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'] as const

export interface Sender {
  /** Address of the other end of the connection. */
  readonly remoteAddress: string | undefined
  readonly headers: IncomingHttpHeaders
}

/** The network a request came from, as far as it can be trusted; undefined for programs and pages of this machine itself. */
export type ClientNetwork = (sender: Sender) => string | undefined

/**
 * Who asks. What stands in X-Forwarded-For is what the sender wrote, unless the connection comes from a proxy that is
 * trusted: then its last entry, or the last before those of other trusted proxies, is the reader.
 *
 * A request over the loopback interface is of this machine itself if it asks for this machine by name and carries no mark
 * of a proxy. One address is a network in IPv4; in IPv6, where a subscriber has them by the billions, its first 64 bits.
 *
 * @param proxies addresses, or ranges such as 10.0.0.0/8, of trusted proxies
 */
export function clientNetwork(proxies: readonly string[] = []): ClientNetwork {
  const trusted = new BlockList()
  for (const range of proxies) {
    const [address = '', bits] = range.split('/')
    trusted.addSubnet(address, Number(bits ?? (isIPv4(address) ? 32 : 128)), family(address))
  }
  const isTrusted = (address: string) => trusted.check(address, family(address))
  return ({ remoteAddress, headers }) => {
    const peer = plain(remoteAddress ?? '')
    if (isIP(peer) === 0) return 'unknown'
    if (isTrusted(peer)) return networkOf(readerBehind(peer, headers['x-forwarded-for'], isTrusted))
    if (isLoopback(peer) && isLoopback(hostName(headers.host ?? '')) && !FORWARDED.some((name) => name in headers)) return undefined
    return networkOf(peer)
  }
}

const family = (address: string) => (isIPv4(address) ? 'ipv4' as const : 'ipv6' as const)
/** IPv4 inside IPv6 is the same machine. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

/** From the right, where the nearest proxy wrote: the first address that is no proxy of ours. What is no address ends the search. */
function readerBehind(peer: string, forwarded: string | readonly string[] | undefined, isTrusted: (address: string) => boolean): string {
  let reader = peer
  for (const entry of String(forwarded ?? '').split(',').reverse()) {
    const address = plain(entry.trim().replace(/^\[(.*)\](:\d+)?$/, '$1'))
    if (isIP(address) === 0) return reader
    reader = address
    if (!isTrusted(address)) return reader
  }
  return reader
}

function networkOf(address: string): string {
  if (isIPv4(address)) return address
  const [head = '', tail] = address.replace(/%.*$/, '').split('::')
  const groups = (text: string) => text.split(':').filter((group) => group !== '')
  const first = tail === undefined ? groups(head) : [...groups(head), ...Array<string>(8 - groups(head).length - groups(tail).length).fill('0'), ...groups(tail)]
  return first.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')
}
