import { test } from 'bun:test'
import type { Page } from 'playwright-core'
import { olga } from './desk'
import { until, untilLive, write } from './people'
import { openTalk, scene, TIME } from './scene'

const lit = (page: Page) =>
  page
    .locator('.chart .state.atomic.now')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-state')))
const at = (page: Page) => page.locator('#moment-at').inputValue()
const held = ['active.turn.awaitingAgent', 'active.hands.steady']
const answered = ['active.turn.awaitingVisitor', 'active.hands.steady']

test.concurrent(
  'the chart follows a talk live, and the slider leads to any moment of it and back',
  scene(async (desk, cast) => {
    await desk.hire(olga, { role: 'admin' })
    const { agent, vera } = await openTalk(desk, cast)
    const id = new URL(agent.url()).pathname.split('/').at(-1) ?? ''
    const page = await cast.agent(olga)
    await page.goto(`${desk.url}/office/conversations/${id}/state`)
    await untilLive(page)
    await until('it is hers', () => lit(page), held)
    await write(agent, 'What can I do for you?')
    await until('it is the visitor’s turn', () => lit(page), answered)
    await write(vera, 'My lamp is broken')
    await until('it is hers again', () => lit(page), held)

    await page.focus('#moment-at')
    await page.keyboard.press('Home')
    await until('how it began', () => lit(page), ['waiting.inLine'])
    await until('its address', () => new URL(page.url()).search, '?at=1')
    // What comes meanwhile changes nothing of it.
    await write(agent, 'I see')
    await vera.getByText('I see').waitFor()
    await until('the same', () => lit(page), ['waiting.inLine'])

    // The slider keeps the keys.
    await page.keyboard.press('ArrowRight')
    await until('one on', () => new URL(page.url()).search, '?at=2')
    await page.getByRole('link', { name: 'Follow live' }).click()
    await until('what is so now', () => lit(page), answered)
    await untilLive(page)
  }),
  TIME,
)

test.concurrent(
  'without scripts the slider is a form, and each turn a link',
  scene(async (desk, cast) => {
    await desk.hire(olga, { role: 'admin' })
    const { agent } = await openTalk(desk, cast)
    const id = new URL(agent.url()).pathname.split('/').at(-1) ?? ''
    const page = await cast.agent(olga, undefined, { javaScriptEnabled: false })
    await page.goto(`${desk.url}/office/conversations/${id}/state`)
    await page.focus('#moment-at')
    await page.keyboard.press('Home')
    await page.getByRole('button', { name: 'Show' }).click()
    await until('how it began', () => lit(page), ['waiting.inLine'])
    await page.locator('.journal-lines a[data-version="2"]').click()
    await until('the second', () => at(page), '2')
  }),
  TIME,
)
