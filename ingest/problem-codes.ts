/** What can be wrong in people's data. Every rejected row carries one of these codes, a column and a hint. */
export const PROBLEM_CODES = {
  // cells
  REQUIRED: 'A required cell is empty.',
  NOT_A_PERCENT: 'A share is no number from 0 to 100, or holds several figures.',
  UNIT_UNCLEAR: 'A share of 1 or less could be a fraction or a percent and nothing in its column tells.',
  SHARE_TWICE: 'An exact share and bounds that disagree with it.',
  BOUNDS_SWAPPED: 'A lower bound is above its upper bound.',
  NOT_A_NUMBER: 'A cell is no plain decimal number.',
  NOT_A_WHOLE_NUMBER: 'A cell is no whole number, 0 or more.',
  OUT_OF_RANGE: 'A number is outside what it can be.',
  UNIT_MISSING: 'A figure has no unit.',
  WRONG_UNIT: 'A figure is in a unit its measure does not have.',
  NOT_A_DATE: 'A date is not written YYYY, YYYY-MM or YYYY-MM-DD.',
  NOT_A_PERIOD: 'The time of a flow is no month, quarter or year.',
  TOO_FINE: 'A flow is stated for less than a month.',
  DATES_SWAPPED: 'A claim ends before it begins.',
  NOT_A_CODE: 'A cell is none of the words of its list.',
  NOT_A_COUNTRY: 'A cell is no ISO 3166-1 code and no English country name.',
  NOT_COORDINATES: 'Latitude or longitude is missing, no decimal degrees or out of range.',
  NULL_ISLAND: 'The point 0, 0 in the Gulf of Guinea stands for a missing point.',
  NOT_AN_ADDRESS: 'A web address is not http or https, or carries a login.',
  NOT_AN_ID: 'An id is not written scheme:value.',
  TEXT_TOO_LONG: 'A name is longer than any name is.',
  NOT_TEXT: 'A cell holds half a character or something that is no text.',
  CONTACT_DATA: 'A cell holds an e-mail address or a telephone number.',
  // people
  NATURAL_PERSON: 'A party is a natural person where none may stand.',
  MAYBE_PERSON: 'A party may be a natural person; nothing in the row says that it is an organisation.',
  PLACEHOLDER: 'A cell that must name something says that it is unknown.',
  // sources
  NO_SOURCE: 'Neither the row nor the import names a source.',
  NO_STATEMENT: 'The row states nothing.',
  // names
  AMBIGUOUS_NAME: 'Several known things have this name.',
  UNKNOWN_PLACE: 'No place of this name or id is known.',
  AMBIGUOUS_PLACE: 'Several places have this name.',
  UNKNOWN_ORGANISATION: 'Nothing has the id that a row names.',
  UNKNOWN_SITE: 'No site of this name or id is known.',
  ID_OF_ANOTHER_KIND: 'The id belongs to a thing of another kind.',
  SELF_REFERENCE: 'A row relates a thing to itself.',
  // rows of files
  TOO_FEW_CELLS: 'A row has fewer cells than the header.',
  TOO_MANY_CELLS: 'A row has more cells than the header.',
  BAD_QUOTES: 'Text follows a closing quote.',
  NOT_A_RECORD: 'An element of a list is no object.',
  // presets
  NO_IDENTIFIER: 'A record lacks the identifier its format promises.',
  SEVERAL_NAMES: 'Several names share a cell and cannot be told apart.',
  NOT_IN_SCOPE: 'A record is of a kind that is not read.',
} as const
export type ProblemCode = keyof typeof PROBLEM_CODES
