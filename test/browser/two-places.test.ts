import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, installChromium } from '../test-tools.ts'
import { startAtlas } from './atlas.ts'
import type { RunningAtlas } from './atlas.ts'
import { obstaclesOn, openPage } from './watched-page.ts'

const WIDE = { width: 1440, height: 900 }
const QUESTION = '/places?here=unlocode:NLRTM&there=unlocode:USLAX'
const OPENED = `${QUESTION}&row=org:nl/apm-terminals`
const CANARY = '<img src=x onerror="window.canary=1"> & "Sons"'
const row = (page: Page, name: string) => page.locator('[data-row-head]').filter({ hasText: name })

describe.skipIf(!chromiumPath())(`two places in a browser (needs Chromium: ${installChromium})`, () => {
  let atlas: RunningAtlas
  beforeAll(async () => { atlas = await startAtlas() }, 240_000)
  afterAll(async () => { await atlas?.stop() })

  it('leads from the question "where do you live" to both paths with their sources', async () => {
    const { page, troubles, close } = await openPage(atlas.browser, atlas.url, '/', WIDE)
    await page.getByRole('combobox', { name: 'Where do you live?' }).fill('rotterd')
    await page.getByRole('option', { name: /^Rotterdam/ }).first().click()
    await page.getByText(/sites in Rotterdam/).waitFor()
    await page.getByRole('combobox', { name: 'And who do you want to compare with?' }).fill('los ang')
    await page.getByRole('option', { name: /Los Angeles.*6 sites/ }).first().click()
    await row(page, 'APM Terminals').click()
    const here = page.getByRole('group', { name: 'Path to Rotterdam' })
    const there = page.getByRole('group', { name: 'Path to Los Angeles' })
    await here.getByText(/APM TERMINALS ROTTERDAM MAASVLAKTE 2/).first().waitFor()
    await there.getByText(/APM TERMINALS LOS ANGELES PIER 400/).first().waitFor()
    for (const path of [here, there]) {
      expect(await path.getByRole('link', { name: /SMDG Terminal Code List/ }).first().getAttribute('href')).toMatch(/^https:\/\//)
      expect(await path.getByText('document', { exact: true }).count()).toBeGreaterThan(0)
    }
    const pair = page.getByRole('button', { name: /Maasvlakte 2.*Pier 400/s })
    await pair.click()
    expect(page.url()).toContain('pair=smdg:NLRTM/NLMVII~smdg:USLAX/APMT')
    expect(await pair.textContent()).toMatch(/alike 0\.\d\d/)
    expect(troubles).toEqual([])
    await close()
  })

  it('lets a place be chosen on the map', async () => {
    const { page, close } = await openPage(atlas.browser, atlas.url, '/?here=unlocode:NLRTM', WIDE)
    const map = page.getByRole('region', { name: 'Map of the places with something on record' })
    await map.waitFor()
    // Cape Town lies alone at the end of Africa, a dot of its own about here at this size of the screen.
    const near = { x: 964, y: 667, reach: 24 }
    const cursor = () => map.evaluate((canvas) => canvas.style.cursor)
    await page.waitForTimeout(2500) // places arrive page by page
    search: for (let dx = -near.reach; dx <= near.reach; dx += 4) {
      for (let dy = -near.reach; dy <= near.reach; dy += 4) {
        await page.mouse.move(near.x + dx, near.y + dy)
        if ((await cursor()) !== 'pointer') continue
        await page.mouse.click(near.x + dx, near.y + dy)
        break search
      }
    }
    await page.waitForURL(/there=/)
    expect(page.url()).toMatch(/\/places\?here=unlocode:NLRTM&there=/)
    await close()
  })

  it('keeps the whole view in the address: reload shows it again, back undoes one step', async () => {
    const { page, close } = await openPage(atlas.browser, atlas.url, OPENED, WIDE)
    await page.getByRole('group', { name: 'Path to Rotterdam' }).waitFor()
    await page.getByRole('tab', { name: 'Financiers' }).click()
    await page.waitForURL(/list=financiers/)
    await page.reload()
    await page.getByRole('tab', { name: 'Financiers', selected: true }).waitFor()
    await page.goBack()
    await page.getByRole('tab', { name: 'Controllers', selected: true }).waitFor()
    await page.getByRole('group', { name: 'Path to Rotterdam' }).waitFor()
    expect(new URL(page.url()).search).toBe(new URL(atlas.url + OPENED).search)
    await close()
  })

  it('is worked with the keyboard alone', async () => {
    const { page, close } = await openPage(atlas.browser, atlas.url, QUESTION, WIDE)
    await row(page, 'APM Terminals').waitFor()
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Search places, organisations, brands and sites')
    await page.keyboard.press('Escape')
    await row(page, 'APM Terminals').focus()
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('CMA CGM')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('group', { name: 'Path to Rotterdam' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('group', { name: 'Path to Rotterdam' }).waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('APM Terminals')
    await page.locator('.maplibregl-canvas').first().waitFor()
    await page.keyboard.press('m')
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('maplibregl-canvas')
    await page.keyboard.press('t')
    await page.getByRole('table').waitFor()
    expect(await page.getByRole('row').filter({ hasText: 'APM Terminals' }).textContent()).toContain('1 of 20 port terminals')
    await close()
  })

  it('tells what is noted on the law of both countries before anybody acts, and where nothing is', async () => {
    const { page, troubles, close } = await openPage(atlas.browser, atlas.url, QUESTION, WIDE)
    await page.getByText('Before acting: what is noted on the law in Netherlands and United States').click()
    for (const country of ['Netherlands', 'United States']) {
      const notes = page.locator('section').filter({ has: page.getByRole('heading', { name: country, exact: true }) }).last()
      expect(await notes.getByRole('heading', { name: 'essential services' }).count()).toBe(1)
      for (const link of await notes.getByRole('link').all()) expect(await link.getAttribute('href')).toMatch(/^https:\/\//)
      expect(await notes.getByText(/read .*2026/).count()).toBe(4)
    }
    expect(await page.getByText(/^Not legal advice\./).count()).toBe(1)
    expect(await page.getByText('No length of notice is fixed.', { exact: false }).getAttribute('lang')).toBe('en')
    await row(page, 'APM Terminals').click()
    await page.getByRole('group', { name: 'Path to Rotterdam' }).waitFor()
    expect(await page.getByText(/^Not legal advice\./).isVisible()).toBe(true) // opening a row leaves it open
    expect(await obstaclesOn(page)).toEqual([])
    await page.goto(`${atlas.url}/places?here=iso3166:AT&there=iso3166:CZ`)
    await page.getByText('Before acting: what is noted on the law in Austria and Czechia').click()
    await page.getByText('no notes for this country: ask before acting', { exact: true }).waitFor()
    await page.goto(`${atlas.url}/site/smdg:NLRTM%2FNLMVII?lang=de`)
    await page.getByRole('heading', { name: 'Bevor ihr handelt' }).waitFor()
    expect(await page.getByRole('heading', { name: 'Streikrecht' }).count()).toBe(1)
    expect(troubles).toEqual([])
    await close()
  })

  it('finds what is asked for in the search field at the top', async () => {
    const { page, close } = await openPage(atlas.browser, atlas.url, '/about', WIDE)
    const field = page.getByRole('combobox', { name: 'Search places, organisations, brands and sites' })
    await field.waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('moller maersk')
    const option = page.getByRole('option', { name: /^A\.P\. Møller - Mærsk A\/S.*shipping line.*Denmark/ }).first()
    await option.waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => decodeURIComponent(url.pathname) === '/organisation/org:dk/ap-moller-maersk-as')
    await page.goto(`${atlas.url}/about`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('/')
    await page.getByText('Opened last').waitFor()
    await close()
  })

  it('shows hostile names as text, wherever they come from', async () => {
    const { page, troubles, close } = await openPage(atlas.browser, atlas.url, '/about', WIDE)
    await page.route('**/graphql', async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ response: answer, body: (await answer.text()).replaceAll(/APM (Terminals|TERMINALS)/g, JSON.stringify(CANARY).slice(1, -1)) })
    })
    await page.goto(atlas.url + OPENED)
    await page.getByText(CANARY).first().waitFor()
    await page.getByRole('group', { name: 'Path to Rotterdam' }).waitFor()
    expect(await page.evaluate(() => [(window as { canary?: number }).canary, document.querySelectorAll('img').length])).toEqual([undefined, 0])
    expect(troubles).toEqual([])
    await page.unrouteAll({ behavior: 'wait' }) // an answer that is still on its way could not be read once the page is closed
    await close()
  })

  describe('when an answer does not come', () => {
    const answering = async (reply: (page: Page) => Promise<unknown>, path = QUESTION) => {
      const opened = await openPage(atlas.browser, atlas.url, '/about', WIDE)
      await reply(opened.page)
      await opened.page.goto(atlas.url + path)
      return opened
    }
    it('says that the server cannot be reached, that nothing was lost, and tries again', async () => {
      const { page, close } = await answering((page) => page.route('**/graphql', (route) => route.abort()))
      await page.getByRole('heading', { name: 'The server cannot be reached' }).waitFor()
      await page.unroute('**/graphql')
      await page.getByRole('button', { name: 'Try again' }).click()
      await row(page, 'APM Terminals').waitFor()
      await close()
    })
    it('shows the message and the request id of a masked error', async () => {
      const body = JSON.stringify({ errors: [{ message: 'Something failed here, and it is not your question.', extensions: { code: 'INTERNAL', requestId: 'c0ffee12' } }] })
      const { page, close } = await answering((page) => page.route('**/graphql', (route) => route.fulfill({ status: 200, contentType: 'application/json', body })))
      await page.getByText('c0ffee12').first().waitFor()
      expect(await page.getByRole('alert').first().textContent()).toContain('it is not your question')
      await close()
    })
    it('draws the layout at once and says after a second what is being read', async () => {
      const { page, close } = await answering((page) => page.route('**/graphql', async (route) => {
        if (route.request().postData()?.includes('query SharedAdversaries')) await new Promise((resolve) => { setTimeout(resolve, 3000) })
        await route.continue()
      }))
      await page.getByText('Reading what Rotterdam and Los Angeles share').waitFor()
      await row(page, 'APM Terminals').waitFor()
      await close()
    })
    it('says why a place cannot be compared with itself, in the words of the API', async () => {
      const { page, close } = await openPage(atlas.browser, atlas.url, '/places?here=unlocode:NLRTM&there=unlocode:NLRTM', WIDE)
      await page.getByRole('heading', { name: 'This question cannot be asked so' }).waitFor()
      await close()
    })
    it('says that a place is not on record, and that an address leads nowhere', async () => {
      const { page, close } = await openPage(atlas.browser, atlas.url, '/places?here=unlocode:NLRTM&there=unlocode:ZZZZZ', WIDE)
      await page.getByRole('heading', { name: 'Not on record' }).waitFor()
      await page.goto(`${atlas.url}/nowhere`)
      await page.getByRole('heading', { name: 'There is no page at this address' }).waitFor()
      await close()
    })
    it('explains an empty list and offers the next step', async () => {
      const { page, close } = await openPage(atlas.browser, atlas.url, `${QUESTION}&list=suppliers`, WIDE)
      await page.getByRole('heading', { name: /No supplier is on record/ }).waitFor()
      await page.getByRole('button', { name: 'Look at controllers' }).click()
      await row(page, 'APM Terminals').waitFor()
      await close()
    })
  })
})
