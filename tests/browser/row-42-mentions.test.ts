import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { NOTE } from '../support/leaks'
import { amir } from './desk'
import { until } from './people'
import { openTalk, scene, TIME } from './scene'

const calls = (page: Page) => page.locator('#count-mentions').innerText()

test.concurrent(
  'colleagues are offered while a note is written, and who is called sees it at once',
  scene(async (desk, cast) => {
    const { agent } = await openTalk(desk, cast)
    await desk.hire(amir)
    const other = await cast.agent(amir, 'away')
    const box = agent.locator('#composer textarea')
    const options = () => agent.locator('#mention [role=option]').allInnerTexts()
    await box.click()
    await agent.keyboard.type('To me@Am or @Am')
    expect(await agent.locator('#mention').count()).toBe(0)
    await box.fill('')
    await agent.locator('.note-switch').click()
    await agent.keyboard.type(`${NOTE} me@Am `)
    expect(await agent.locator('#mention').count()).toBe(0)
    await agent.keyboard.type('@am')
    await until('him', async () => (await options()).length, 1)
    expect(await box.getAttribute('aria-activedescendant')).toMatch(/^mention-/)
    expect(await agent.locator('#mention-list').getAttribute('role')).toBe('listbox')
    await agent.keyboard.press('Escape')
    await until('no panel', () => agent.locator('#mention').count(), 0)
    await agent.keyboard.press('Backspace')
    await until('him again', async () => (await options()).length, 1)
    await agent.keyboard.press('ArrowDown')
    await agent.keyboard.press('Enter')
    await until('his name', () => box.inputValue(), `${NOTE} me@Am @Amir `)
    expect(await agent.locator('#mention').count()).toBe(0)
    await agent.keyboard.press('Control+z')
    await until('it undone', () => box.inputValue(), `${NOTE} me@Am @a`)
    await agent.keyboard.press('End')
    await agent.keyboard.type('m')
    await until('him once more', async () => (await options()).length, 1)
    await agent.locator('#mention [role=option]').click()
    await agent.keyboard.type('?')
    await agent.keyboard.press('Enter')
    await until('the note', () => agent.locator('#transcript .mention').allInnerTexts(), ['@Amir'])
    await until('the call', () => calls(other), '1')
    await other.locator('.tabs a[href*="view=mentions"]').click()
    await until('its row', () => other.locator('#rows .row .called').count(), 1)
    await other.locator('#rows .row > a').click()
    await until('the note', () => other.locator('#transcript .mention').count(), 1)
    await until('that it was seen', () => calls(other), '0')
    // What comes while they look is no news.
    await box.fill(`${NOTE}, and then, @Amir?`)
    await agent.keyboard.press('Enter')
    await until('both', () => other.locator('#transcript .mention').count(), 2)
    await until('that it was seen', () => calls(other), '0')
  }),
  TIME,
)

test.concurrent(
  'nobody whose name is like that is offered, and the key sends the note',
  scene(async (desk, cast) => {
    const { agent } = await openTalk(desk, cast)
    const box = agent.locator('#composer textarea')
    await box.click()
    await agent.locator('.note-switch').click()
    await agent.keyboard.type(`${NOTE} @nobody here`)
    await until('what is said', () => agent.locator('#mention-status').innerText(), none)
    await agent.keyboard.press('Enter')
    const noted = agent.locator('#transcript > [data-kind=noted][data-seq] .body')
    await until('the note', () => noted.allInnerTexts(), [`${NOTE} @nobody here`])
  }),
  TIME,
)
const none = 'No colleague who reads this conversation has such a name.'
