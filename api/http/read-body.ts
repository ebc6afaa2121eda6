import type { IncomingMessage } from 'node:http'

export type Body = { readonly kind: 'body'; readonly text: string } | { readonly kind: 'too large' } | { readonly kind: 'gone' } | { readonly kind: 'not text' }

/**
 * Reads a body up to a limit. A length that says too much is refused before a byte is read; one that says too little,
 * or none, is cut at the limit. Memory is at most the limit and one chunk.
 */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Body> {
  const stated = request.headers['content-length']
  if (stated !== undefined && Number(stated) > maxBytes) return Promise.resolve({ kind: 'too large' })
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let length = 0
    const finish = (body: Body): void => {
      request.off('data', onData)
      resolve(body)
    }
    const onData = (chunk: Buffer): void => {
      length += chunk.length
      if (length > maxBytes) {
        request.pause()
        finish({ kind: 'too large' })
      } else chunks.push(chunk)
    }
    request.on('data', onData)
    request.once('end', () => finish(decoded(Buffer.concat(chunks))))
    request.once('error', () => finish({ kind: 'gone' }))
    request.once('close', () => finish({ kind: 'gone' })) // after `end` it changes nothing: a promise settles once
  })
}

function decoded(bytes: Buffer): Body {
  try {
    return { kind: 'body', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { kind: 'not text' } // invalid UTF-8 is an answer to the sender, not a bug
  }
}
