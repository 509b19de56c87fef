import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Frame, Page } from 'playwright-core'
import { outOfReach } from '../views/reach'
import { ana, olga, openTestDesk, type TestDesk } from './desk'
import { openAt, openBench, openChat, openRow, untilLive } from './people'
import { TIME } from './scene'
import { allow, button, inside, openShop, type Shop, visitShop } from './site'

const WIDTHS_PX = [375, 1280] as const
/** What is drawn a fraction of a pixel elsewhere is where it should be. */
const SLACK_PX = 3

let desk: TestDesk
let shop: Shop
beforeAll(async () => {
  desk = await openTestDesk()
  await desk.hire(ana)
  await desk.hire(olga, { role: 'admin' })
  shop = openShop(desk)
  await allow(desk, shop.originOf())
})
afterAll(async () => {
  await shop.close()
  await desk.close()
}, 30_000)

type Side = { what: string; left: number; right: number }

/** Runs in the page: the sides of all that is drawn, but for words, which have a direction of their own. */
const sides = (): Side[] => {
  const isText = (element: Element) =>
    element.closest('[dir=auto], bdi, .sr, noscript, option, svg *') !== null &&
    !element.matches('.body, textarea, input')
  return [...document.querySelectorAll<HTMLElement>('body *')]
    .filter((element) => element.checkVisibility() && !isText(element))
    .filter((element) => getComputedStyle(element).display !== 'inline')
    .map((element) => {
      const { left, right } = element.getBoundingClientRect()
      const { className, id, tagName } = element
      return { what: `${tagName} #${id} ${String(className)}`, left, right }
    })
}

/** A page, or one in a frame. */
type Shown = Pick<Frame, 'evaluate' | 'locator'>

const turn = (page: Shown, dir: 'ltr' | 'rtl') =>
  page.evaluate(async (dir) => {
    document.documentElement.dir = dir
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)))
    for (const each of document.getAnimations()) each.finish()
  }, dir)

const lacking = (page: Shown) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const over = scrollWidth - clientWidth
    const controls = [...document.querySelectorAll('button, a, textarea, input, summary, select')]
    const outside = controls.filter((each) => {
      const { left, right, width } = each.getBoundingClientRect()
      return width > 1 && each.checkVisibility() && (left < -1 || right > innerWidth + 1)
    })
    return [
      ...(over > 0 ? [`scrolls sideways by ${over} px`] : []),
      ...outside.map((each) => `outside: ${each.outerHTML.slice(0, 90)}`),
    ]
  })

/** What does not stand on the other side when the page is read the other way. */
const unturned = async (page: Shown): Promise<string[]> => {
  await turn(page, 'ltr')
  const before = await page.evaluate(sides)
  await turn(page, 'rtl')
  const after = await page.evaluate(sides)
  const width = await page.evaluate(() => document.documentElement.clientWidth)
  if (before.length !== after.length) return [`${before.length} parts, then ${after.length}`]
  return before.flatMap(({ what, left, right }, nth) => {
    const now = after[nth] ?? { left: 0, right: 0 }
    const isThere = [width - right - now.left, width - left - now.right].every(
      (off) => Math.abs(off) <= SLACK_PX,
    )
    const found = [left, right, now.left, now.right].map(Math.round)
    return isThere ? [] : [`${what}: from ${found[0]}–${found[1]} to ${found[2]}–${found[3]}`]
  })
}

/** Everything that is wrong with a page that is read from the right. */
const wrong = async (page: Page, name: string, shown: Shown = page): Promise<string[]> => {
  const found = [...(await unturned(shown)), ...(await lacking(shown))]
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/rtl-${name}.png` })
  return found
}

/** At each width, as it is and with what can be opened there; reached by all. */
const look = async (page: Page, name: string, open: readonly string[] = []) => {
  const found: Record<string, string[]> = {}
  for (const width of WIDTHS_PX) {
    await page.setViewportSize({ width, height: 740 })
    found[`${name} ${width}`] = await wrong(page, `${name}-${width}`)
    for (const opener of open) {
      const link = page.locator(opener).first()
      if (!(await link.isVisible())) continue
      await turn(page, 'rtl')
      await link.click()
      await page.waitForTimeout(150)
      found[`${name} ${width} ${opener}`] = await wrong(page, `${name}-${width}-open`)
      await page.keyboard.press('Escape')
    }
  }
  await turn(page, 'rtl')
  const reached = await outOfReach(page, WIDTHS_PX)
  for (const [width, all] of Object.entries(reached)) found[`${name} ${width} reach`] = all
  return Object.fromEntries(Object.entries(found).filter(([, all]) => all.length > 0))
}

describe('read from the right', () => {
  test(
    'the front page, the chat and its room on the workbench stand on the other side',
    async () => {
      const front = await openAt(desk.url)
      expect(await look(front.page, 'front')).toEqual({})
      await front.close()
      const agent = await openBench(desk.url, ana, { status: 'ready' })
      const vera = await openChat(desk.url, { name: 'Vera', text: 'Hello? Is it washable?' })
      await untilLive(vera.page)
      await openRow(agent.page, 'Vera')
      await agent.page.locator('#composer textarea').fill('By hand')
      await agent.page.keyboard.press('Enter')
      await vera.page.locator('.body', { hasText: 'By hand' }).waitFor()
      expect(await look(vera.page, 'chat', ['.entry-more', '.composer [data-emoji]'])).toEqual({})
      await agent.page.locator('#transcript .body', { hasText: 'By hand' }).waitFor()
      const openers = ['#shift .pill', '.composer .later summary', '.composer [data-emoji]']
      expect(await look(agent.page, 'room', openers)).toEqual({})
      await Promise.all([vera.close(), agent.close()])
    },
    TIME,
  )

  test(
    'the start of a chat, a page of the office and the window on a site do, too',
    async () => {
      const start = await openAt(`${desk.url}/chat`)
      expect(await look(start.page, 'start')).toEqual({})
      await start.close()
      const office = await openBench(desk.url, olga)
      await office.page.goto(`${desk.url}/office/departments`)
      expect(await look(office.page, 'office')).toEqual({})
      await office.close()
      const agent = await openBench(desk.url, ana, { status: 'ready' })
      const { page, close } = await visitShop(shop.originOf())
      await button(page).click()
      const chat = inside(page)
      await chat.locator('input[name=name]').fill('Vera')
      await chat.locator('textarea[name=text]').fill('Is it washable?')
      await chat.locator('#start').click()
      await chat.locator('#transcript').waitFor()
      const frame = page.frames().find((each) => each.url().startsWith(desk.url))
      for (const width of WIDTHS_PX) {
        await page.setViewportSize({ width, height: 740 })
        expect(await wrong(page, `widget-${width}`, frame)).toEqual([])
      }
      await Promise.all([close(), agent.close()])
    },
    TIME,
  )
})
