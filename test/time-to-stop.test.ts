import { describe, expect, it } from 'vitest'
import { STOPPED_WITHIN_MS, timeToStop } from './time-to-stop.ts'

const processorTime = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1_000 }
const work = (milliseconds: number) => { for (const until = processorTime() + milliseconds; processorTime() < until;) Math.sqrt(until) }

describe('the time a method takes to stop', () => {
  it('is short for one that looks often', async () => {
    expect(await timeToStop((cancellation) => { work(5); cancellation.look() }, 40)).toBeLessThan(STOPPED_WITHIN_MS)
  })

  it('is too long, in every try, for one that looks only after 300 ms of work', async () => {
    expect(await timeToStop((cancellation) => { cancellation.look(); work(300); cancellation.look() }, 30)).toBeGreaterThanOrEqual(STOPPED_WITHIN_MS)
  }, 60_000)
})
