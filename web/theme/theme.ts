import { createTheme, Popover, Tooltip } from '@mantine/core'
import type { CSSVariablesResolver } from '@mantine/core'
import { TOKENS, variablesOf } from './tokens.ts'

const family = "'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Devanagari', system-ui, sans-serif"
const shade = (colour: string) => [colour, colour, colour, colour, colour, colour, colour, colour, colour, colour] as const
const floating = { shadow: 'md', radius: 'md', transitionProps: { duration: 120, transition: 'fade' } } as const

/** Mantine in our colours: ten equal shades, because a meaning has one colour and never a lighter cousin. */
export const theme = createTheme({
  fontFamily: family,
  headings: { fontFamily: family, fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '13px', md: '15px', lg: '17px', xl: '20px' },
  lineHeights: { md: '1.5' },
  colors: { here: shade(TOKENS.light.here), there: shade(TOKENS.light.there) },
  primaryColor: 'there',
  defaultRadius: 'sm',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Popover: Popover.extend({ defaultProps: floating }),
    Tooltip: Tooltip.extend({ defaultProps: { transitionProps: { duration: 120, transition: 'fade' } } }),
  },
})

const mantineNames = (scheme: 'light' | 'dark'): Record<string, string> => ({
  ...variablesOf(scheme),
  '--mantine-color-body': TOKENS[scheme].paper,
  '--mantine-color-text': TOKENS[scheme].ink,
  '--mantine-color-dimmed': TOKENS[scheme].muted,
  '--mantine-color-placeholder': TOKENS[scheme].muted,
  '--mantine-color-default': TOKENS[scheme].surface,
  '--mantine-color-default-border': TOKENS[scheme].mark,
  '--mantine-color-default-hover': TOKENS[scheme].sunken,
})

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: mantineNames('light'), dark: mantineNames('dark') })
