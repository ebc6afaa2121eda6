import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { startAtlas } from './atlas.ts'
import { openPage } from './watched-page.ts'

/** `npm run screenshots`: pictures of the screens at three widths and in both themes, written to web/screenshots. */
const folder = join(import.meta.dirname, '..', '..', 'web', 'screenshots')
const WIDTHS = [[1440, 900], [1024, 768], [390, 844]] as const
const SCREENS = [
  { name: 'start', path: '/', wait: 'text=Loudoun County' },
  { name: 'two-places', path: '/places?here=unlocode:NLRTM&there=unlocode:USLAX&row=org:nl/apm-terminals&pair=smdg:NLRTM/NLMVII~smdg:USLAX/APMT', wait: 'text=Function: class 5222' },
  { name: 'organisation', path: '/organisation/org:nl%2Fapm-terminals', wait: 'h1' },
] as const
/** Maps and networks draw in steps; this is when the last one is done even on a slow machine. */
const SETTLED_MS = 5_000
const MOST_BYTES = 300_000

mkdirSync(folder, { recursive: true })
const atlas = await startAtlas()
try {
  for (const { name, path, wait } of SCREENS) for (const [width, height] of WIDTHS) for (const theme of ['light', 'dark'] as const) {
    const { page, close } = await openPage(atlas.browser, atlas.url, path, { width, height, theme })
    await page.locator(wait).first().waitFor()
    await page.waitForTimeout(SETTLED_MS)
    const file = join(folder, `${name}-${width}-${theme}.png`)
    await page.screenshot({ path: file })
    const { size } = statSync(file)
    console.log(`${file.slice(folder.length + 1)} ${Math.round(size / 1000)} kB${size > MOST_BYTES ? ' (too large to keep)' : ''}`)
    await close()
  }
} finally {
  await atlas.stop()
}
