/** What a licence asks of whoever passes data on, as far as its text says. */
export interface LicenceTerms { readonly shareAlike: boolean; readonly nonCommercial: boolean; readonly stated: boolean }

export function licenceTerms(licence: string | null | undefined): LicenceTerms {
  const text = licence ?? ''
  return {
    shareAlike: /\bodbl|open database licen[cs]e|share[- ]?alike|\bby(-nc)?-sa\b|\bcc[- ]by[- ]sa\b/i.test(text),
    nonCommercial: /\bnc\b|non[- ]?commercial/i.test(text),
    stated: text.trim() !== '',
  }
}

/** Sentences that have to travel with rows under these licences: each licence once, those with conditions first. */
export function licenceNotice(licences: readonly (string | null | undefined)[]): string[] {
  const distinct = [...new Set(licences.map((licence) => licence ?? ''))].sort()
  const named = (wanted: (terms: LicenceTerms) => boolean) => distinct.filter((licence) => wanted(licenceTerms(licence)))
  const shareAlike = named((terms) => terms.shareAlike)
  const nonCommercial = named((terms) => terms.nonCommercial)
  const others = named((terms) => terms.stated && !terms.shareAlike && !terms.nonCommercial)
  return [
    ...(shareAlike.length === 0
      ? []
      : [
          `Share-alike: rows under ${shareAlike.join('; ')}. A database you publish that is made from them has to be offered under the same licence, with this notice.`,
        ]),
    ...(nonCommercial.length === 0 ? [] : [`Non-commercial: rows under ${nonCommercial.join('; ')} may not be used for commercial purposes.`]),
    ...(others.length === 0 ? [] : [`Other licences: ${others.join('; ')}.`]),
    ...(distinct.includes('')
      ? ['Some sources state no licence: their rows are single facts, cited; ask the publisher before you republish many of them.']
      : []),
  ]
}
