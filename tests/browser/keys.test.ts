import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { ana } from './desk'
import { openAt, openRow, said, standing, told, until, untilLive, write } from './people'
import { scene, TIME } from './scene'

/** Whether the focus is there for all to see: something looks otherwise than without it. */
const isSeen = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!(at instanceof HTMLElement) || at === document.body) return false
    const drawn = [at, at.nextElementSibling, at.parentElement, at.closest('label, form')]
    const look = () => {
      for (const each of document.getAnimations()) each.finish()
      return drawn.map((element) => {
        if (!element) return ''
        const { outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(element)
        return [outline, boxShadow, borderColor, backgroundColor].join()
      })
    }
    const focused = look()
    at.blur()
    const unfocused = look()
    at.focus()
    return focused.join() !== unfocused.join()
  })

/** Id of what has the focus. */
const focusOf = (page: Page) => page.evaluate(() => document.activeElement?.id)

/** Presses Tab until the focus is on it, as often as a person would bear; each stop is seen. */
const tabTo = async (page: Page, selector: string) => {
  for (let presses = 0; presses < 25; presses++) {
    await page.keyboard.press('Tab')
    const [isThere, where] = await page.evaluate(
      (wanted) => [
        document.activeElement?.matches(wanted) ?? false,
        document.activeElement?.outerHTML.slice(0, 120) ?? '',
      ],
      selector,
    )
    // After the last stop comes the browser's own, and then the first again.
    if (where.startsWith('<body')) continue
    expect([where, await isSeen(page)]).toEqual([where, true])
    if (isThere) return
  }
  throw new Error(`Tab does not lead to ${selector}`)
}

test.concurrent(
  'a visitor needs no mouse from the first word to the last',
  scene(async (desk, cast) => {
    await desk.hire(ana)
    const agent = await cast.agent(ana, 'ready')
    const vera = cast.keep(await openAt(`${desk.url}/`))
    await tabTo(vera, 'a[href="/chat"]')
    await vera.keyboard.press('Enter')
    await vera.waitForURL('**/chat')
    await tabTo(vera, 'input[name=name]')
    await vera.keyboard.type('Vera')
    await tabTo(vera, 'textarea[name=text]')
    await vera.keyboard.type('Hello?')
    await tabTo(vera, 'main button[type=submit]')
    await vera.keyboard.press('Enter')
    await untilLive(vera)
    await tabTo(vera, '#composer textarea')
    await vera.keyboard.type('Two')
    await vera.keyboard.press('Shift+Enter')
    await vera.keyboard.type('lines')
    await vera.keyboard.press('Enter')
    await until('it to be said', () => said(vera), ['Hello?', 'Two\nlines'])
    await vera.keyboard.type('The focus stayed')
    await vera.keyboard.press('Enter')
    await openRow(agent, 'Vera')
    await write(agent, 'I am here')
    await until('the reply', async () => (await said(vera)).at(-1), 'I am here')
    await vera.keyboard.press('Shift+Tab')
    await tabTo(vera, '#composer button')
    const asks = () => vera.locator('.ask').isVisible()
    await tabTo(vera, '.end-chat > button')
    await vera.keyboard.press('Enter')
    await until('to be asked', asks, true)
    await vera.keyboard.press('Escape')
    await until('to be let alone', asks, false)
    expect(await standing(vera)).toBe('active')
    await vera.keyboard.press('Enter')
    await tabTo(vera, '.ask [type=submit]')
    await vera.keyboard.press('Enter')
    await until('the end', () => standing(vera), 'ended')
    await until('what is next to have the focus', () => focusOf(vera), 'foot')
    await tabTo(vera, '.rating input')
    for (const _ of [1, 2, 3]) await vera.keyboard.press('ArrowRight')
    expect(await isSeen(vera)).toBe(true)
    await vera.waitForSelector('#stars-4')
    await until('what is next to have the focus', () => focusOf(vera), 'foot')
    await tabTo(vera, '.rating textarea')
    await vera.keyboard.type('Quick')
    await tabTo(vera, '.rating button')
    await vera.keyboard.press('Enter')
    await until(
      'the words to be there',
      async () => (await told(vera)).at(-1),
      'You gave 4 of 5 stars. Thank you! “Quick”',
    )
    expect(await vera.locator('.rating legend').innerText()).toContain('4 of 5')
    expect(await focusOf(vera)).toBe('foot')
    await tabTo(vera, '.ended a.button')
    await vera.keyboard.press('Enter')
    await vera.waitForSelector('main form.stack')
  }),
  TIME,
)
