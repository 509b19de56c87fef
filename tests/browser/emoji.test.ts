import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { ana } from './desk'
import { flaws, often, opens, panel, search, shot, shown, widthsOf } from './emoji'
import { openAt, openChat, said, until, untilLive, write } from './people'
import { openTalk, scene, TIME } from './scene'
import { allow, button, inside, openShop, visitShop } from './site'

const field = (page: Page) => page.locator('#composer textarea')
const loaded = (page: Page) => {
  const names: string[] = []
  page.on('request', (request) => names.push(new URL(request.url()).pathname))
  return () => names.filter((name) => /emoji/.test(name)).map((name) => name.slice(8))
}

test.concurrent(
  'an emoji is put where the cursor is, by keyboard, can be undone, and is offered first the next time',
  scene(async (desk, cast) => {
    const { agent, vera } = await openTalk(desk, cast)
    const names = loaded(agent)
    await field(agent).fill('Hi you')
    await field(agent).evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(2, 2))
    expect(names()).toEqual([])
    await opens(agent).focus()
    await agent.keyboard.press('Enter')
    await shown(agent, 'grinning face').waitFor()
    expect(names().toSorted()).toEqual([
      ...[
        'emoji.css',
        'emoji.js',
        expect.stringMatching(/^emoji-en-[0-9a-f]{12}\.json$/),
      ].toSorted(),
    ])
    expect(await opens(agent).getAttribute('aria-expanded')).toBe('true')
    await shot(agent, 'agent')
    expect(await flaws(agent)).toEqual([])
    // What is found is walked through and chosen by keys.
    await agent.keyboard.type('wav han')
    await shown(agent, 'waving hand').waitFor()
    await shot(agent, 'agent-search')
    expect(await flaws(agent)).toEqual([])
    // Each letter that is typed marks nothing for a moment.
    const marked = async () => {
      await agent.keyboard.press('ArrowDown')
      return search(agent).getAttribute('aria-activedescendant')
    }
    await until('it to be marked', marked, 'emo-👋')
    await agent.keyboard.press('Enter')
    await until('the emoji', () => field(agent).inputValue(), 'Hi👋 you')
    expect(await panel(agent).count()).toBe(0)
    await agent.keyboard.press('Control+Z')
    await until('it to be undone', () => field(agent).inputValue(), 'Hi you')
    await agent.keyboard.press('Control+Shift+Z')
    await agent.keyboard.type('!')
    await until('it to be done again', () => field(agent).inputValue(), 'Hi👋! you')
    // Escape leads back, and so does another press; what is used is first, in the skin that was chosen.
    await opens(agent).click()
    await panel(agent).locator('#skintone-button').click()
    await panel(agent).locator('#skintone-5').click()
    await until('the skin', () => often(agent).innerText(), '👋🏿')
    await agent.keyboard.press('Escape')
    await until('it to close', () => panel(agent).count(), 0)
    const focused = () => agent.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(await focused()).toBe('Emoji')
    await agent.reload()
    await untilLive(agent)
    await opens(agent).click()
    await until('what was used', () => often(agent).innerText(), '👋🏿')
    await opens(agent).click()
    await until('it to close', () => panel(agent).count(), 0)
    await opens(agent).click()
    await agent.mouse.click(4, 700)
    await until('a press elsewhere', () => panel(agent).count(), 0)
    // In a note too.
    await agent.locator('.note-switch').click()
    await field(agent).fill('Ask Amir ')
    await opens(agent).click()
    await often(agent).click()
    await until('the note', () => field(agent).inputValue(), 'Ask Amir 👋🏿')
    expect(await said(vera)).toEqual(['Hello?'])
  }),
  TIME,
)

test.concurrent(
  'any emoji is a reaction, which the other side sees; pages of visitors have the picker too',
  scene(async (desk, cast) => {
    const { agent, vera } = await openTalk(desk, cast)
    await write(agent, 'It is on its way')
    await until('the reply', () => said(vera), ['Hello?', 'It is on its way'])
    const entry = vera.locator('#transcript > .entry', { hasText: 'on its way' })
    await entry.locator('.entry-more').first().focus()
    await vera.keyboard.press('Enter')
    const other = vera.locator('#entry-menu [data-emoji]')
    await other.click()
    await shown(vera, 'grinning face').waitFor()
    await shot(vera, 'visitor-reaction')
    await panel(vera).getByRole('tab', { name: 'Travel and places' }).click()
    await shown(vera, 'rocket').click()
    const chips = (page: Page) =>
      page
        .locator('#transcript .reaction')
        .evaluateAll((all) => all.map((chip) => chip.getAttribute('value')))
    await until('the reaction', () => chips(agent), ['🚀'])
    await until('the menu to go', () => vera.locator('#entry-menu').count(), 0)
    // Escape in the picker leaves the menu as it is.
    await entry.locator('.entry-more').first().click()
    await other.click()
    await search(vera).press('Escape')
    await until('it to close', () => panel(vera).count(), 0)
    expect(await vera.locator('#entry-menu').isVisible()).toBe(true)
    await vera.keyboard.press('Escape')

    const typing = () => agent.locator('#typing').innerText()
    await opens(vera).click()
    await search(vera).fill('thumbs up')
    await shown(vera, 'thumbs up').click()
    await until('the emoji', () => field(vera).inputValue(), '👍️')
    await until('that she writes', async () => (await typing()) !== '', true)
    await vera.keyboard.press('Enter')
    await until('it to arrive', () => said(agent), ['Hello?', 'It is on its way', '👍️'])
  }),
  TIME,
)

test.concurrent(
  'on a small phone it is a sheet at the foot, in Chinese and in the dark, without a store',
  scene(async (desk, cast) => {
    const phone = {
      ...{ viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true },
      ...{ locale: 'zh-CN', colorScheme: 'dark' as const },
    }
    const { page, ...visit } = await openChat(desk.url, { text: '你好' }, phone)
    cast.keep({ page, ...visit })
    await page.addInitScript(() => {
      const deny = () => {
        throw new DOMException('denied', 'SecurityError')
      }
      Object.defineProperty(window, 'indexedDB', { get: deny })
      const { getItem, setItem } = Storage.prototype
      Storage.prototype.getItem = function (key) {
        return key === 'emoji' ? deny() : getItem.call(this, key)
      }
      Storage.prototype.setItem = function (key, value) {
        return key === 'emoji' ? deny() : setItem.call(this, key, value)
      }
    })
    await page.reload()
    await untilLive(page)
    await opens(page).tap()
    await shown(page, '嘿嘿').waitFor()
    await shot(page, 'phone-zh')
    const box = await panel(page).boundingBox()
    expect([box?.x, box?.width, Math.round((box?.y ?? 0) + (box?.height ?? 0))]).toEqual([
      0, 320, 568,
    ])
    expect(await widthsOf(page)).toEqual([320, 0])
    const { height = 0, width = 0 } = (await shown(page, '嘿嘿').boundingBox()) ?? {}
    expect(Math.min(height, width)).toBeGreaterThanOrEqual(44)
    expect(await flaws(page)).toEqual([])
    // One character is a word.
    await search(page).fill('猫')
    await until(
      'cats',
      async () => (await panel(page).locator('.tabpanel button').allInnerTexts()).includes('🐈️'),
      true,
    )
    await panel(page).locator('.tabpanel button', { hasText: '🐈️' }).first().tap()
    await until('the emoji', () => field(page).inputValue(), '🐈️')
    await opens(page).tap()
    await until('what was used', () => often(page).innerText(), '🐈️')
  }),
  TIME,
)

test.concurrent(
  'where it cannot be had the page says so, and asks again; without a script it is not there',
  scene(async (desk, cast) => {
    const { vera } = await openTalk(desk, cast)
    const problem = () => vera.locator('#composer .form-problem').innerText()
    for (const file of ['**/static/emoji.js*', '**/static/emoji-en-*', '**/static/emoji.css']) {
      await vera.route(file, (route) => route.abort())
      await opens(vera).click()
      await until(`why not, of ${file}`, async () => (await problem()) !== '', true)
      await vera.unroute(file)
      await vera.evaluate(() =>
        document.querySelector('#composer .form-problem')?.replaceChildren(),
      )
    }
    await opens(vera).click()
    await shown(vera, 'grinning face').waitFor()
    const plain = cast.keep(await openAt(`${desk.url}/chat`, { javaScriptEnabled: false }))
    await plain.fill('textarea[name=text]', 'Hello?')
    await plain.click('main form.stack button[type=submit]')
    await plain.waitForSelector('#transcript')
    expect(await opens(plain).isVisible()).toBe(false)
  }, /ERR_FAILED/),
  TIME,
)

test.concurrent(
  'in the window on a site it is a sheet within it; keys follow the way that is read',
  scene(async (desk, cast) => {
    const shop = openShop(desk)
    try {
      await desk.hire(ana)
      await cast.agent(ana, 'ready')
      await allow(desk, shop.originOf())
      const { page, ...visit } = await visitShop(shop.originOf())
      cast.keep({ page, ...visit })
      await button(page).click()
      const chat = inside(page)
      await chat.locator('input[name=name]').fill('Vera')
      await chat.locator('textarea[name=text]').fill('Is it washable?')
      await chat.locator('#start').click()
      await chat.locator('#transcript').waitFor()
      await opens(chat).click()
      await shown(chat, 'grinning face').waitFor()
      await shot(page, 'widget')
      const frame = await page.locator('bellhop-widget iframe').boundingBox()
      const sheet = await panel(chat).boundingBox()
      expect(sheet?.width).toBeLessThanOrEqual(frame?.width ?? 0)
      const focused = () =>
        chat.locator('emoji-picker').evaluate((picker) => picker.shadowRoot?.activeElement?.id)
      const first = await panel(chat).locator('.tabpanel button').first().getAttribute('id')
      const second = await panel(chat).locator('.tabpanel button').nth(1).getAttribute('id')
      for (const [way, key] of [
        ['ltr', 'ArrowRight'],
        ['rtl', 'ArrowLeft'],
      ] as const) {
        await chat.locator('html').evaluate((root, dir) => root.setAttribute('dir', dir), way)
        await panel(chat).locator('.tabpanel button').first().focus()
        await page.keyboard.press(key)
        await until(`the second, ${way}`, focused, second ?? '')
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('ArrowUp')
        await page.keyboard.press(way === 'ltr' ? 'ArrowLeft' : 'ArrowRight')
        await until(`the first, ${way}`, focused, first ?? '')
      }
      await shot(page, 'widget-rtl')
    } finally {
      await shop.close()
    }
  }, /status of 404/),
  TIME,
)
