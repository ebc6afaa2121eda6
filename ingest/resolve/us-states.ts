const STATES =
  'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|' +
  'KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|' +
  'NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|' +
  'VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|PR Puerto Rico'
const names = new Map(STATES.split('|').map((each) => [each.slice(0, 2), each.slice(3)]))
const codes = new Map([...names].map(([code, name]) => [name.toLowerCase(), code]))

export const stateName = (code: string): string | undefined => names.get(code)
/** Postal abbreviation from itself or the name: "Georgia" → GA. */
export const stateCode = (text: string): string | undefined => (names.has(text.toUpperCase()) ? text.toUpperCase() : codes.get(text.toLowerCase()))
