import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'

export interface View { readonly width: number; readonly height: number; readonly theme?: 'light' | 'dark' }
export interface WatchedPage {
  readonly page: Page
  /** What went wrong behind the screen: errors, refusals by the content policy, requests to anybody else. */
  readonly troubles: readonly string[]
  readonly close: () => Promise<void>
}

/** Messages that say nothing about the page: reading a picture back from software WebGL is slow. */
const NOISE = /GPU stall due to ReadPixels/

/** A page whose console, errors and requests are watched from its first byte. */
export async function openPage(browser: Browser, url: string, path: string, { width, height, theme = 'light' }: View): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC' })
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type()) && !NOISE.test(message.text())) troubles.push(`${message.type()}: ${message.text()}`) })
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
  page.on('request', (request) => { if (!request.url().startsWith(url) && !/^(blob|data):/.test(request.url())) troubles.push(`request to ${request.url()}`) })
  await page.goto(url + path)
  return { page, troubles, close: () => context.close() }
}

/** Widths in px by which the page is wider than the screen; 0 is right. */
export const sidewaysOverflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

/** Things to press that are smaller than 24 px in a direction; links inside a sentence are exempt (WCAG 2.2, 2.5.8). */
const smallTargets = (page: Page): Promise<string[]> => page.evaluate(() => {
  const targets = document.querySelectorAll<HTMLElement>('button, a[href], input, select, summary, [role=tab], [role=option], [role=menuitem]')
  return [...targets].filter((target) => {
    const { width, height } = target.getBoundingClientRect()
    const hidden = width === 0 || height === 0 || getComputedStyle(target).visibility === 'hidden' || target.closest('[aria-hidden=true]') !== null
    const exempt = getComputedStyle(target).display === 'inline' || target.closest('label') !== null
    return !hidden && !exempt && (width < 24 || height < 24)
  }).map((target) => { const { width, height } = target.getBoundingClientRect(); return `${target.tagName} "${(target.textContent ?? '').trim().slice(0, 40)}" ${Math.round(width)}×${Math.round(height)}` })
})

/** What every screen and state owes its reader: nothing axe objects to, nothing that scrolls sideways, targets of 24 px. */
export async function obstaclesOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const overflow = await sidewaysOverflow(page)
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`),
    ...(overflow > 0 ? [`scrolls sideways by ${overflow} px`] : []),
    ...(await smallTargets(page)).map((target) => `small target: ${target}`),
  ]
}
