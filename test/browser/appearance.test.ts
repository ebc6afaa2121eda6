import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, installChromium } from '../test-tools.ts'
import { startAtlas } from './atlas.ts'
import type { RunningAtlas } from './atlas.ts'
import { obstaclesOn, openPage, sidewaysOverflow } from './watched-page.ts'

const OPENED = '/places?here=unlocode:NLRTM&there=unlocode:USLAX&row=org:nl/apm-terminals'
const WIDTHS = [[1440, 900], [1024, 768], [390, 844]] as const

interface State { readonly name: string; readonly path: string; readonly wait: string; readonly act?: (page: Page) => Promise<unknown> }
/** Screens looked at in every width and theme. */
const EVERYWHERE = ['start', 'two places', 'an opened row', 'the table']
/** The others are looked at where they differ most: wide and light, narrow and dark. */
const looked = ({ name }: State, width: number, theme: string): boolean => EVERYWHERE.includes(name) || (width === 1440 && theme === 'light') || (width === 390 && theme === 'dark')

/** Screens and their states: an address, what to wait for, and what to do there. */
const STATES: readonly State[] = [
  { name: 'start', path: '/', wait: 'text=Loudoun County' },
  { name: 'start with a place and an open search', path: '/?here=unlocode:NLRTM', wait: 'text=sites in Rotterdam', act: async (page) => { await page.getByRole('combobox').last().fill('los a'); await page.getByRole('option').first().waitFor() } },
  { name: 'two places', path: OPENED.replace(/&row.*/, ''), wait: '[data-row-head]' },
  { name: 'an opened row', path: OPENED, wait: 'text=Function: class 5222' },
  { name: 'an opened row in Arabic', path: `${OPENED}&lang=ar`, wait: 'text=Function: class 5222' },
  { name: 'an opened row in German', path: `${OPENED}&lang=de`, wait: 'text=Function: class 5222' },
  { name: 'a term explained', path: OPENED, wait: 'text=Function: class 5222', act: async (page) => { await page.getByRole('button', { name: 'Mirror points' }).click(); await page.getByText('The site over there').waitFor() } },
  { name: 'the menu of domains', path: OPENED.replace(/&row.*/, ''), wait: '[data-row-head]', act: async (page) => { await page.getByRole('button', { name: 'all fields of life' }).click(); await page.getByRole('button', { name: 'data centres' }).waitFor() } },
  { name: 'date and grades', path: OPENED.replace(/&row.*/, ''), wait: '[data-row-head]', act: async (page) => { await page.getByRole('button', { name: /^Change date and grades/ }).click(); await page.getByRole('checkbox').first().waitFor() } },
  { name: 'the table', path: `${OPENED}&view=table`, wait: 'table' },
  { name: 'an empty list', path: `${OPENED}&list=suppliers`, wait: 'text=No supplier is on record' },
  { name: 'a site', path: '/site/smdg:NLRTM%2FNLMVII', wait: 'text=SMDG states' },
  { name: 'an organisation', path: '/organisation/org:nl%2Fapm-terminals', wait: 'text=Who holds it' },
  { name: 'about', path: '/about', wait: 'dl' },
]

describe.skipIf(!chromiumPath())(`appearance in a browser (needs Chromium: ${installChromium})`, () => {
  let atlas: RunningAtlas
  beforeAll(async () => { atlas = await startAtlas() }, 240_000)
  afterAll(async () => { await atlas?.stop() })

  describe.each(WIDTHS)('%i px wide', (width, height) => {
    describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
      it.each(STATES.filter((state) => looked(state, width, theme)))('$name: readable for everyone, nothing scrolls sideways, targets can be hit', async ({ path, wait, act }) => {
        const { page, troubles, close } = await openPage(atlas.browser, atlas.url, path, { width, height, theme })
        await page.locator(wait).first().waitFor()
        await act?.(page)
        await page.waitForTimeout(250) // the last fade
        expect(await obstaclesOn(page)).toEqual([])
        expect(troubles).toEqual([])
        await close()
      }, 60_000)
    })
  })

  it('survives texts that are 40 % longer and 200 % zoom without scrolling sideways', async () => {
    const { page, close } = await openPage(atlas.browser, atlas.url, OPENED, { width: 720, height: 450 }) // 1440 at 200 %
    await page.getByText('Function: class 5222').waitFor()
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0)
    await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.textContent?.trim()) node.textContent += ' ' + 'ẍ'.repeat(Math.ceil(node.textContent.length * 0.4)).replaceAll(/(.{7})/g, '$1 ')
    })
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0)
    await close()
  })
})
