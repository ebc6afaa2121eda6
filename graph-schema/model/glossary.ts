/** One word of ours: what it means to a reader, and its one formal definition in the terms of the field. */
export interface GlossaryEntry {
  readonly term: string
  readonly definition: string
  readonly formal: string
}

/** The single place where our words are defined; tooltips, API descriptions and reference pages read it. */
export const GLOSSARY: readonly GlossaryEntry[] = [
  {
    term: 'shared adversary',
    definition: 'An organisation that has a hold on sites, homes or shops in both places.',
    formal: 'Actor with positive exposure in both places; ranked by the harmonic mean of the two exposures, reduced by ubiquity: S = H · (1 − β·U).',
  },
  {
    term: 'mirror point',
    definition: 'The site over there that plays the part a site plays here, held by the same group.',
    formal:
      'Pair of an optimal one-to-one assignment between the sites of one controlling group in two places, on partial Gower similarity (Gower 1971), or on role similarity (Jin, Lee & Hong 2011) where that is asked for.',
  },
  {
    term: 'choke point',
    definition: 'The site a business depends on most.',
    formal: 'Site whose removal loses the largest share of the maximum flow after re-routing.',
  },
  {
    term: 'loss after re-routing',
    definition: 'The share that no longer arrives when a site stands still and everything else has looked for another way.',
    formal: 'D = 1 − F(G without the site) ÷ F(G), F the maximum flow from the origins to the markets (Latora & Marchiori 2005).',
  },
  {
    term: 'sting',
    definition: 'The part of its revenue an organisation itself states to earn through a site.',
    formal: 'R = published share of revenue, 0–1; of several sites from the largest share to their sum. Unknown where nobody publishes it, never 0.',
  },
  {
    term: 'cost to us',
    definition: 'Jobs, homes and power that a standstill touches here, and the part of the place they are.',
    formal: 'Sums of one figure a site; L = the largest known quotient of such a sum and the official total of the place.',
  },
  {
    term: 'bite window',
    definition: 'How long a standstill can be felt: until the site is replaced, less the time its markets are served without it.',
    formal: 'max(0, TTR − TTS) in days, both as published (Simchi-Levi et al. 2014).',
  },
  {
    term: 'solidarity cover',
    definition: 'How far what is set aside or pledged covers what the planned days are expected to cost.',
    formal: 'Funds and pledges ÷ expected cost of one place in one currency; may exceed 1.',
  },
  {
    term: 'official total',
    definition:
      'All there is of a field of life in a place according to who publishes it, with its definition: 306,000 homes, 13 million TEU a year.',
    formal:
      'Latest figure in force for exactly the place, domain, measure and unit; the denominator of an exposure unless it is smaller than what is on record.',
  },
  {
    term: 'essential service',
    definition: 'Water, electricity grid, gas, hospitals, emergency services, nuclear, defence, dams and prisons. What they depend on is not ranked.',
    formal: 'Site of a protected class by kind or ISIC/NACE code; withheld is every network with a node from which a chain of flows leads to one.',
  },
  {
    term: 'twin',
    definition: 'The place that faces the same organisations and is therefore a natural partner.',
    formal: 'Place ranked by shared-target mass, balance, mirror coverage and fit.',
  },
  {
    term: 'exposure',
    definition: 'How much of a field of life in a place one organisation controls: 3 of 17 terminals, 2,100 of 9,000 homes.',
    formal:
      'Σ κ(actor, site) · footprint(site) ÷ total of the place and domain, κ = 1 for control, split equally under joint control; at most φ for a largest block without a majority.',
  },
  {
    term: 'ubiquity',
    definition: 'How evenly an organisation is spread over all places; those that are everywhere say little about two places.',
    formal: '(exp(−Σ π ln π) − 1) ÷ (P − 1) over the P places with data: the Shannon effective number, rescaled to 0–1 (Jost 2006).',
  },
  {
    term: 'controller',
    definition: 'An organisation that decides over another: more than half of the votes, alone or through what it controls.',
    formal:
      'Least fixed point of group control: members whose summed votes exceed one half (Chapelle & Szafarz 2005); membership of an operator group is labelled apart.',
  },
  {
    term: 'financier',
    definition: 'An organisation that holds a share without deciding alone.',
    formal: 'Holder ranked by integrated ownership instead of control, β = 1.',
  },
  {
    term: 'supplier',
    definition: 'An organisation that supplies a site or its operator.',
    formal: 'Origin of a SUPPLIES statement whose receiver is in the place.',
  },
  {
    term: 'integrated ownership',
    definition: 'The share an organisation holds in total, over all chains of companies.',
    formal:
      'T = (I − W)⁻¹ − I on the matrix of direct shares, corrected by t ÷ n_ii for walks that return through the holder (Brioschi, Buzzacchi & Colombo 1989; Baldone et al. 1998).',
  },
  {
    term: 'direct share',
    definition: 'The share a source states between two organisations, without companies in between.',
    formal: 'Interval [shareMin, shareMax] of the statements in force, the envelope where sources disagree.',
  },
  {
    term: 'group control',
    definition: 'Control exercised together with the companies one already controls.',
    formal: 'c joins S when Σ votes of S in c exceeds one half; S starts with the actor alone.',
  },
  {
    term: 'joint control',
    definition: 'A venture in which nobody decides alone; each named party counts for an equal part.',
    formal: 'Parties to an interest of kind joint control; κ = 1 ÷ number of parties; never group control.',
  },
  {
    term: 'de facto control',
    definition: 'The largest block of votes beside small holders may decide without a majority: an estimate, counted at most and never for certain.',
    formal:
      'φ, Shapley value of the block beside an ocean of small holders (Milnor & Shapley 1978), at least one half; κ ≤ φ, multiplied along a chain.',
  },
  {
    term: 'operator group',
    definition: 'Runs under the name of a group, is managed, advised or licensed by it; weaker than ownership.',
    formal: 'Interest of kind operator group; control by membership, with its own label.',
  },
  {
    term: 'unrecorded',
    definition: 'The part nobody is on record for. It is drawn, never left out and never shared among the known holders.',
    formal: 'Remainder Ø = 1 − Σ shares of known holders, carried up the chains.',
  },
  {
    term: 'coverage',
    definition: 'How many of the sites on record have an operator or an owner on record.',
    formal:
      'Sites with at least one OPERATES or OWNS statement in force ÷ sites in the place; for a mirror pair: weight of the features known on both sides ÷ total weight.',
  },
  {
    term: 'grade',
    definition: 'How well a statement is supported: register, document, reported, claimed or inferred. A path is as good as its weakest step.',
    formal: 'Ordinal scale of source kinds; default answers use register to reported.',
  },
  {
    term: 'statement',
    definition: 'What one source says about one interest, with its dates. Sources that disagree stand side by side.',
    formal: 'Reified relationship (subject, predicate, object, interval, validity, source, grade).',
  },
  {
    term: 'as-of date',
    definition: 'The day the answer is for. Statements that began later or ended before it do not count.',
    formal: 'Snapshot date T; imprecise beginnings and ends are read at their earliest day.',
  },
  {
    term: 'undated',
    definition: 'The source gives no date; the statement is taken to hold at any date.',
    formal: 'Neither validFrom nor asOf is stated.',
  },
  {
    term: 'opaque owner',
    definition: 'Stands for natural persons or holders no source names. We keep no names of people.',
    formal: 'Organisation of kind opaque owner with a reason (BODS unspecified reason); one per owned thing, never joined by name.',
  },
]

/** The definition of a term; throws for a word nobody defined, so that a page cannot show one. */
export function definitionOf(term: string): GlossaryEntry {
  const found = GLOSSARY.find((entry) => entry.term === term)
  if (!found) throw new Error(`“${term}” is not in the glossary.`)
  return found
}
