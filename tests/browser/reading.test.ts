import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { endChat, said, setStatus, standing, until, write } from './people'
import { openTalk, scene, TIME } from './scene'

/** Scrolls a little up and finds the line that is read there; answers how far it has moved since, px. */
const readUp = async (page: Page) => {
  const id = await page.evaluate(async () => {
    const scroll = document.getElementById('scroll')
    scroll?.scrollTo(0, -400)
    const { top = 0, bottom = 0 } = scroll?.getBoundingClientRect() ?? {}
    // The page has heard of it by then.
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame)
    const lines = [...document.querySelectorAll('#transcript > [data-seq]')]
    const isRead = (line: Element) => line.getBoundingClientRect().bottom > (top + bottom) / 2
    return lines.find(isRead)?.id ?? ''
  })
  const place = async () => (await page.locator(`#${id} .body`).boundingBox())?.y ?? Number.NaN
  const before = await place()
  return async () => (await place()) - before
}

test.concurrent(
  'whoever reads further up is moved by nothing that comes or goes around them',
  scene(async (desk, cast) => {
    const { agent, vera } = await openTalk(desk, cast)
    for (const page of [agent, vera]) await page.setViewportSize({ width: 375, height: 800 })
    const long = (text: string) => `${text}${'\nof many lines'.repeat(3)}`
    for (let n = 0; n < 5; n++) {
      await write(agent, long(`Ana's ${n}`))
      await write(vera, long(`Vera's ${n}`))
    }
    const count = (page: Page) => async () => (await said(page)).length
    for (const page of [agent, vera]) await until('all of it', count(page), 11)

    const moved = await readUp(vera)
    const isStill = async (page: Page, far: () => Promise<number>, why: string) => {
      await page.evaluate(() => new Promise(requestAnimationFrame))
      expect([why, Math.abs(await far()) < 1.5]).toEqual([why, true])
    }
    for (const [nth, why] of ['a line', 'a line in its group', 'another one'].entries()) {
      await write(agent, why)
      await until(why, count(vera), 12 + nth)
      await isStill(vera, moved, why)
    }
    const dots = vera.locator('#typing .typing-now')
    await agent.locator('#composer textarea').pressSequentially('Y')
    await until('typing', () => dots.count(), 1)
    await isStill(vera, moved, 'typing')
    await vera.locator('#composer textarea').fill('A\nlong\nquestion')
    await isStill(vera, moved, 'a composer that grows')
    await vera.locator('#composer textarea').fill('')
    await setStatus(agent, 'off')
    await until('nobody to be there', () => standing(vera), 'left')
    await isStill(vera, moved, 'a strip that comes')
    await setStatus(agent, 'ready')
    await until('somebody to be there', () => standing(vera), 'active')
    await isStill(vera, moved, 'a strip that goes')

    const benchMoved = await readUp(agent)
    const before = await count(agent)()
    for (const [nth, why] of ['a line', 'a line in its group'].entries()) {
      await write(vera, why)
      await until(why, count(agent), before + nth + 1)
      await isStill(agent, benchMoved, `at the agent ${why}`)
    }
    const again = await readUp(vera)
    await endChat(agent)
    await vera.waitForSelector('.rating')
    await isStill(vera, again, 'a card')
  }),
  TIME,
)
