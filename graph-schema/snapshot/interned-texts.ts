/** Each different text once, as a small whole number. */
export interface InternedTexts {
  readonly codeOf: (text: string) => number
  /** Position = code; texts[0] is the empty text. */
  readonly texts: readonly string[]
}

export function internedTexts(): InternedTexts {
  const texts = ['']
  const codes = new Map([['', 0]])
  return {
    texts,
    codeOf: (text) => {
      if (text === '') return 0
      const known = codes.get(text)
      if (known !== undefined) return known
      codes.set(text, texts.length)
      return texts.push(text) - 1
    },
  }
}
