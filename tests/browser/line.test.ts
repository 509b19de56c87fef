import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { isProblem } from '../../actors/problem'
import { end } from '../../src/commands/conversations/end'
import { start } from '../../src/commands/visitors/start'
import { waitFor } from '../support/programs'
import { amir, ana, olga, type TestDesk } from './desk'
import { headline, openRow, said, standing, until, write } from './people'
import { REFUSED, scene, TIME } from './scene'

const seconds = (clock: string) =>
  clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)

test.concurrent(
  'an offer is declined, left unanswered and accepted',
  scene(async (desk, cast) => {
    const timings = { patience: 60_000, accept: 9_000, silence: 600_000 }
    await desk.department({ id: 'support', name: 'Support', acceptance: 'manual', ...timings })
    const pages: Page[] = []
    for (const who of [ana, amir, olga]) {
      await desk.hire(who)
      pages.push(await cast.agent(who, 'ready'))
    }
    const offersAt = (page: Page) => page.locator('.offer').count()
    const ringing = () =>
      waitFor('an offer', async () => {
        const offers = await Promise.all(pages.map(offersAt))
        return offers.reduce((sum, n) => sum + n, 0) === 1 && pages[offers.indexOf(1)]
      })
    const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
    const first = await ringing()
    await until('Vera to know', () => standing(vera), 'ringing')
    await first.click('.offer form[action$="/refusal"] button')
    await until('the offer to go', () => offersAt(first), 0)
    const second = await ringing()
    expect(second).not.toBe(first)
    expect(seconds(await second.locator('.offer-clock time').innerText())).toBeWithin(0, 10)
    await until('it to pass on unanswered', () => offersAt(second), 0)
    const third = await ringing()
    expect([first, second]).not.toContain(third)
    await third.click('.offer form[action$="/acceptance"] button')
    await third.waitForURL('**/workbench/conversations/*')
    await until('Vera to have somebody', () => standing(vera), 'active')
    await write(third, 'Here I am')
    await until('the talk', () => said(vera), ['Hello?', 'Here I am'])
  }),
  TIME,
)

test.concurrent(
  'a page that was made while it still rang has a composer once it does not',
  scene(async (desk, cast) => {
    await desk.department({ id: 'support', name: 'Support', acceptance: 'manual' })
    await desk.hire(ana)
    const agent = await cast.agent(ana, 'ready')
    const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
    const here = (await agent.locator('.offer-who').getAttribute('href')) ?? ''
    const accepted = Promise.withResolvers<void>()
    await agent.route('**/static/desk*.js', async (route) => {
      await accepted.promise
      await route.continue()
    })
    await agent.goto(desk.url + here, { waitUntil: 'commit' })
    await agent.locator('.read-only').waitFor()
    const headers = { Origin: desk.url }
    await agent.request.post(`${desk.url}${here}/acceptance`, { headers })
    await until('Vera to have somebody', () => standing(vera), 'active')
    accepted.resolve()
    await write(agent, 'Here I am')
    await until('the talk', () => said(vera), ['Hello?', 'Here I am'])
  }),
  TIME,
)

test.concurrent(
  'who takes a talk from the line has it, and who is slower is told who was quicker',
  scene(async (desk, cast) => {
    for (const who of [ana, amir, olga]) await desk.hire(who)
    const taker = await cast.agent(ana, 'away')
    const slow = await cast.agent(olga, 'away')
    const late = await cast.agent(amir, 'away', { javaScriptEnabled: false })
    const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
    await until('Vera to know that nobody is there', () => standing(vera), 'left')
    await openRow(taker, 'Vera')
    await openRow(slow, 'Vera')
    await late.goto(taker.url())
    const take = 'form[action$="/claim"] button'
    const taken = Promise.withResolvers<void>()
    await slow.route('**/claim', async (route) => {
      await taken.promise
      await route.continue()
    })
    await slow.click(take)
    await taker.click(take)
    await until('who helps', () => headline(vera), 'Ana')
    await until('a composer', () => taker.locator('#composer').count(), 1)
    const foot = () => slow.locator('#room-foot .read-only').innerText()
    await until('words', foot, 'Ana has this conversation. You are reading along.')
    expect(await slow.locator(take).count()).toBe(0)
    taken.resolve()
    const sentence = 'Ana was quicker and has this conversation.'
    await until('a sentence', () => slow.locator('#problem').innerText(), sentence)
    await late.click(take)
    expect(await late.locator('#problem').innerText()).toContain('Ana was quicker')
    await write(taker, 'I am here')
    for (const page of [vera, slow])
      await until('the reply', () => said(page), ['Hello?', 'I am here'])
    expect(await slow.locator('#problem').isVisible()).toBe(true)
  }, REFUSED),
  TIME,
)

/** A visitor without a browser, to be in line before the others. */
const queue = async ({ desk }: TestDesk, name: string) => {
  const ask = { name, text: 'Hello?', client_id: `hello-${name}` }
  const started = await start(desk, null, ask, { address: '127.0.0.1', language: 'en' })
  expect(isProblem(started)).toBe(false)
}

/** Ends the one conversation that somebody holds, as soon as there is one. */
const endHeld = async ({ desk }: TestDesk, id: string) => {
  const staff = { kind: 'staff', id, name: 'Ana', role: 'agent', departments: ['support'] } as const
  const held = await waitFor(
    'something to end',
    async () => (await desk.store.conversations.held(id))[0],
  )
  expect(await end(desk, staff, held.id)).toBeNull()
}

/** Where a page says its visitor stands: 1 is next, 0 is that somebody is there. */
const place = async (page: Page): Promise<number> => {
  const status = await page.locator('#status').innerText()
  if (status.includes('next in line')) return 1
  return Number(/You are (\d+)\w\w in line/.exec(status)?.[1] ?? 0)
}

/** All that the page's head ever shows from now on. */
const everShown = async (page: Page): Promise<Set<string>> => {
  const shown = new Set<string>()
  await page.exposeFunction('shown', (text: string) => void shown.add(text))
  await page.evaluate(() => {
    const tell = () => Reflect.get(window, 'shown')(document.getElementById('status')?.innerText)
    new MutationObserver(tell).observe(document.body, {
      ...{ subtree: true, childList: true, characterData: true },
    })
    tell()
  })
  return shown
}

test.concurrent(
  'those in line move up without a reload, and nobody waits less than no time',
  scene(async (desk, cast) => {
    const anas = await desk.hire(ana, { capacity: 1 })
    const agent = await cast.agent(ana, 'ready')
    for (const name of ['Nora', 'Omar', 'Pia', 'Quentin']) await queue(desk, name)
    const pages: Page[] = []
    for (const name of ['Vera', 'Vito'])
      pages.push(await cast.visitor({ name, text: `${name} is here` }))
    const [, last] = pages
    const shown = await Promise.all(pages.map(everShown))
    const places = () => Promise.all(pages.map(place))
    await until('all to know their place', places, [4, 5])
    const clock = agent.locator('#inbox li:has([data-place="1"]) .row-when time')
    const before = seconds(await clock.innerText())
    await until(
      'the wait to be counted',
      async () => seconds(await clock.innerText()) > before,
      true,
    )
    for (const wanted of [
      [3, 4],
      [2, 3],
      [1, 2],
      [0, 1],
    ]) {
      await endHeld(desk, anas)
      await until('all to move up', places, wanted)
    }
    await until('an estimate', () => last?.locator('.wait-aside').innerText(), 'about a minute')
    await endHeld(desk, anas)
    await until('nobody to wait', places, [0, 0])
    const texts = shown.flatMap((each) => [...each])
    expect(texts.filter((text) => /-\s*\d|NaN|undefined/.test(text))).toEqual([])
    expect(texts.length).toBeGreaterThan(8)
  }),
  TIME,
)

test.concurrent(
  'a wait counts on from what the desk knows, not from whole seconds',
  scene(async (_desk, cast) => {
    const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
    /** Puts in a clock as a swap does, 0.9 s into its second; answers when it had two more, ms. */
    const untilMinute = () =>
      vera.evaluate(() => {
        const clock = Object.assign(document.createElement('time'), { textContent: '0:58' })
        clock.dataset.passed = '58900'
        document.body.append(clock)
        const put = performance.now()
        return new Promise<number>((resolve) => {
          const look = () =>
            clock.textContent === '1:00' ? resolve(performance.now() - put) : setTimeout(look, 10)
          look()
        })
      })
    // Counted from the whole second it would never be sooner than two.
    await waitFor('the minute to begin in its time', async () => (await untilMinute()) < 2_000)
  }),
  TIME,
)
