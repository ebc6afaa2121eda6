import { useEffect, useState } from 'react'

const SHOWN_MS = 2_500

/** Puts a text on the clipboard and says so for a moment; where that is not allowed, shows it to be copied by hand. */
export function useCopied(byHand: string): { readonly copied: boolean; readonly copy: (text: string) => void } {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return undefined
    const timer = setTimeout(() => setCopied(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [copied])
  return { copied, copy: (text) => void navigator.clipboard.writeText(text).then(() => setCopied(true), () => prompt(byHand, text)) }
}
