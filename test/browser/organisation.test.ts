import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, installChromium } from '../test-tools.ts'
import { startAtlas } from './atlas.ts'
import type { RunningAtlas } from './atlas.ts'
import { startRing } from './ring-world.ts'
import { obstaclesOn, openPage } from './watched-page.ts'

const WIDE = { width: 1440, height: 900 }
const GROUP = '/organisation/org:nl%2Fapm-terminals'
const drawn = '[data-boxes]'
const table = (page: Page) => page.getByRole('table', { name: /^(Owners|Holdings) of/ })

describe.skipIf(!chromiumPath())(`an organisation in a browser (needs Chromium: ${installChromium})`, () => {
  let atlas: RunningAtlas
  beforeAll(async () => { atlas = await startAtlas() }, 240_000)
  afterAll(async () => { await atlas?.stop() })

  it('says in one counted and one sourced sentence what it is', async () => {
    const { page, troubles, close } = await openPage(atlas.browser, atlas.url, GROUP, WIDE)
    await page.getByText(/^As of .*owners and \d+ holdings on record, \d+ sites in \d+ places\.$/).waitFor()
    const header = page.locator('article header').first()
    expect(await header.textContent()).toMatch(/A\.P\. Møller - Mærsk A\/S includes in its accounts APM Terminals/)
    expect(await header.getByRole('link', { name: /opens in a new tab/ }).first().getAttribute('href')).toMatch(/^https:\/\//)
    expect(troubles).toEqual([])
    await close()
  })

  it('opens an owner into every statement and source on the way, and back closes it', async () => {
    const { page, troubles, close } = await openPage(atlas.browser, atlas.url, GROUP, WIDE)
    await page.locator(drawn).waitFor()
    await page.getByRole('button', { name: 'How: A.P. Møller Holding A/S' }).click()
    const row = page.getByText('Path between A.P. Møller Holding A/S and APM Terminals').locator('..')
    await row.getByText(/states that A\.P\. Møller Holding A\/S holds 51\.45 % of the votes in/).waitFor()
    await row.getByText(/states that A\.P\. Møller Holding A\/S holds 41\.51 % of A\.P\. Møller - Mærsk A\/S/).waitFor() // the share behind the total, which the step about votes does not state
    expect(await row.getByText('as good as its weakest statement:').count()).toBe(1)
    expect(await row.getByRole('link', { name: /Major Shareholders/ }).count()).toBe(2)
    expect(new URL(page.url()).searchParams.get('node')).toBe('org:dk/ap-moller-holding-as')
    await page.goBack()
    await row.waitFor({ state: 'detached' })
    expect(troubles).toEqual([])
    await close()
  })

  it('chooses in the table what is chosen in the drawing, by keys alone', async () => {
    const { page, troubles, close } = await openPage(atlas.browser, atlas.url, GROUP, WIDE)
    const drawing = page.getByRole('application', { name: /^Drawing of APM Terminals/ })
    await page.locator(drawn).waitFor()
    await page.getByText(/sites in \d+ places\.$/).first().waitFor()
    await drawing.focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.waitForURL(/node=/)
    const name = await page.locator('tr[data-open] a').textContent()
    expect(name).toBe('A.P. Møller - Mærsk A/S')
    expect(await page.locator('section', { has: page.locator(drawn) }).getByRole('link', { name: 'Open its page' }).getAttribute('href')).toContain('ap-moller-maersk-as')
    await page.keyboard.press('Escape')
    await page.locator('tr[data-open]').waitFor({ state: 'detached' })
    expect(troubles).toEqual([])
    await close()
  })

  it('unfolds what is folded, in the address too', async () => {
    const { page, close } = await openPage(atlas.browser, atlas.url, `${GROUP}?all=org:nl/apm-terminals`, WIDE)
    await page.locator(drawn).waitFor()
    await page.getByText(/sites in \d+ places\.$/).first().waitFor()
    await page.waitForFunction(() => Number(document.querySelector<HTMLElement>('[data-boxes]')?.dataset['boxes']) > 30)
    await page.getByRole('button', { name: 'Fold everything again' }).click()
    await page.waitForFunction(() => Number(document.querySelector<HTMLElement>('[data-boxes]')?.dataset['boxes']) < 20)
    await close()
  })

  it('sorts by any column and keeps the order in the address', async () => {
    const { page, close } = await openPage(atlas.browser, atlas.url, `${GROUP}?show=holdings`, WIDE)
    await table(page).waitFor()
    const first = () => table(page).locator('tbody th a').first().textContent()
    expect(await first()).toBe('Gateway Terminals India (GTI)')
    await page.getByRole('button', { name: 'sort by Name' }).click()
    await page.waitForURL(/sort=name/)
    expect(await first()).toMatch(/^APM/)
    expect(await page.getByRole('columnheader', { name: /Name/ }).getAttribute('aria-sort')).toBe('ascending')
    await page.reload()
    await table(page).waitFor()
    expect(await first()).toMatch(/^APM/)
    await close()
  })

  it('leads to two of its places, and copies a citation with day and address', async () => {
    const { page, close } = await openPage(atlas.browser, atlas.url, GROUP, WIDE)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByText(/sites in \d+ places\.$/).first().waitFor()
    await page.getByRole('button', { name: 'Copy citation' }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^APM Terminals\. As of .*Mirrorpoint, data \S+, as of .*organisation\/org:nl%2Fapm-terminals\?asOf=2026-11-24$/)
    await page.getByRole('button', { name: 'Open in two places' }).click()
    await page.getByLabel('Here', { exact: true }).selectOption('unlocode:NLRTM')
    await page.getByLabel('There', { exact: true }).selectOption('unlocode:USLAX')
    await page.getByRole('link', { name: 'Compare' }).click()
    await page.waitForURL(/\/places\?/)
    expect(page.url()).toContain('here=unlocode:NLRTM&there=unlocode:USLAX&row=org:nl/apm-terminals')
    await close()
  })

  it('opens the organisation another record is judged to be the same as', async () => {
    const { page, close } = await openPage(atlas.browser, atlas.url, '/organisation/org:zz%2Fhutchison-ports', WIDE)
    await page.getByRole('heading', { level: 1, name: 'Hutchison Ports' }).waitFor()
    await page.waitForURL(/hk(%2F|\/)hutchison-ports/)
    expect(await page.getByText(/judged to be the same/).textContent()).toContain('“HUTCHISON PORTS”')
    await close()
  })

  it('says that nobody on record is a gap, and what to do next', async () => {
    const { page, close } = await openPage(atlas.browser, atlas.url, '/organisation/org:us%2Fblackstone?show=owners', WIDE)
    await page.getByRole('heading', { name: 'Nobody is on record as an owner of Blackstone' }).waitFor()
    expect(await page.getByText(/ask the company register \(United States\)/).count()).toBe(1)
    await page.getByRole('button', { name: 'Or let claimed statements count, too' }).click()
    await page.waitForURL(/grades=register,document,reported,claimed/)
    await close()
  })

  it('fetches the drawing program for this screen alone', async () => {
    const { page, close } = await openPage(atlas.browser, atlas.url, '/about', WIDE)
    const scripts: string[] = []
    page.on('request', (request) => { if (/network-canvas/.test(request.url())) scripts.push(request.url()) })
    await page.locator('dl').waitFor()
    expect(scripts).toEqual([])
    await page.goto(atlas.url + GROUP)
    await page.locator(drawn).waitFor()
    expect(scripts.length).toBeGreaterThan(0)
    await close()
  })

  it('says so when a question is not answered, and tries again', async () => {
    const { page, close } = await openPage(atlas.browser, atlas.url, '/about', WIDE)
    let broken = true
    await page.route('**/graphql', (route) => (broken && route.request().postData()?.includes('OwnershipOf') ? route.abort() : route.continue()))
    await page.goto(atlas.url + GROUP)
    const alert = page.getByRole('alert').first()
    await alert.getByText('The server cannot be reached').waitFor()
    broken = false
    await alert.getByRole('button', { name: 'Try again' }).click()
    await table(page).waitFor()
    await close()
  })

  it('explains a ring of full ownership and shows no number for it', async () => {
    const ring = await startRing()
    const { page, troubles, close } = await openPage(atlas.browser, ring.url, '/organisation/org:zz%2Fcircle-a', WIDE)
    await page.getByRole('alert').getByText('These organisations own each other outright').waitFor()
    expect(await page.getByRole('alert').textContent()).toContain('no number is right')
    expect(await page.getByRole('alert').textContent()).toMatch(/Circle A → Circle B → Circle A|Circle B → Circle A → Circle B/)
    expect(await table(page).locator('tbody tr').first().textContent()).toContain('no share in total on record')
    await page.locator(drawn).waitFor()
    expect(troubles).toEqual([])
    await close()
    await ring.stop()
  }, 60_000)

  describe.each([[1440, 900], [1024, 768], [390, 844]] as const)('%i px wide', (width, height) => {
    it.each([
      ['owners', GROUP, 'light'], ['an open row', `${GROUP}?node=org:dk/ap-moller-holding-as`, 'dark'], ['holdings in Arabic', `${GROUP}?show=holdings&lang=ar`, 'light'],
      ['nobody on record', '/organisation/org:us%2Fblackstone?show=owners', 'dark'], ['shops', '/organisation/org:de%2Frewe-group?lang=de', 'light'], ['an unknown id', '/organisation/org:xx%2Fnothing', 'light'],
    ] as const)('%s: readable for everyone, nothing scrolls sideways, targets can be hit', async (_name, path, theme) => {
      const { page, troubles, close } = await openPage(atlas.browser, atlas.url, path, { width, height, theme })
      await page.getByRole('heading', { level: 1 }).waitFor()
      if (!path.includes('nothing')) { await page.locator(drawn).waitFor(); await page.locator('article header p').nth(1).waitFor() }
      await page.waitForTimeout(1_000) // sites and the map arrive
      expect(await obstaclesOn(page)).toEqual([])
      expect(troubles).toEqual([])
      await close()
    }, 60_000)
  })
})
