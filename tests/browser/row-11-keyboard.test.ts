import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { importCanned } from '../../src/commands/canned/import'
import { NOTE } from '../support/leaks'
import { png } from '../web/images'
import { expectNaturalOrder, expectTrapped, isSeen, tabTo, untilFocused } from './by-keys'
import { amir, ana } from './desk'
import { openAt, openRow, rowOf, said, standing, told, until, untilLive, write } from './people'
import { scene, TIME } from './scene'

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const files = (page: Page) => page.locator('#transcript .entry:not([data-pending]) a.file').count()

/** Opens what chooses files by its key, and chooses one as the system's own window does by keys. */
const chooseFile = async (page: Page) => {
  const chooser = page.waitForEvent('filechooser')
  await press(page, 'Space')
  const buffer = Buffer.from(png({ width: 40, height: 30 }))
  await (await chooser).setFiles([{ name: 'receipt.png', mimeType: 'image/png', buffer }])
}

test.concurrent(
  'a visitor begins, sends a file, edits what they said and rates, by keyboard alone',
  scene(async (desk, cast) => {
    await desk.hire(ana)
    const agent = await cast.agent(ana, 'ready')
    const vera = cast.keep(await openAt(`${desk.url}/chat`))
    await expectNaturalOrder(vera)
    await tabTo(vera, 'input[name=name]')
    await vera.keyboard.type('Vera')
    await tabTo(vera, 'textarea[name=text]')
    await vera.keyboard.type('My order did not arive')
    await tabTo(vera, 'main button[type=submit]')
    await press(vera, 'Enter')
    await untilLive(vera)
    await expectNaturalOrder(vera)

    await tabTo(vera, '.attach input')
    await chooseFile(vera)
    await untilFocused(vera, '.composer textarea')
    // One that was not meant is taken away, and another one chosen.
    await tabTo(vera, '[data-tray] button', 'Shift+Tab')
    await press(vera, 'Enter')
    await untilFocused(vera, '.composer textarea')
    await tabTo(vera, '.attach input', 'Shift+Tab')
    await chooseFile(vera)
    await untilFocused(vera, '.composer textarea')
    await vera.keyboard.type('This is the receipt')
    await press(vera, 'Enter')
    await until('the file', () => files(vera), 1)
    await untilFocused(vera, '.composer textarea')
    await tabTo(vera, 'a.file', 'Shift+Tab')
    await press(vera, 'Enter')
    await until('it in full size', () => vera.locator('#lightbox:modal').count(), 1)
    await expectTrapped(vera, '#lightbox')
    await press(vera, 'Escape')
    await untilFocused(vera, 'a.file')

    await tabTo(vera, '.entry-more')
    await press(vera, 'ArrowUp')
    expect(await isSeen(vera)).toBe(true)
    await press(vera, 'Enter')
    await until('what can be done with it', () => vera.locator('#entry-menu').count(), 1)
    await tabTo(vera, '#entry-menu .edit summary')
    await press(vera, 'Enter')
    await untilFocused(vera, '#entry-menu textarea')
    await press(vera, 'Control+A')
    await vera.keyboard.type('My order did not arrive')
    await press(vera, 'Enter')
    await until('it to be said', async () => (await said(vera))[0], 'My order did not arrive')
    await untilFocused(vera, '.entry-more')

    await openRow(agent, 'Vera')
    await write(agent, 'It comes tomorrow')
    await until('the reply', async () => (await said(vera)).at(-1), 'It comes tomorrow')
    await untilFocused(vera, '.entry-more')
    await tabTo(vera, '.end-chat > button', 'Shift+Tab')
    await press(vera, 'Enter')
    await tabTo(vera, '.ask [type=submit]')
    await press(vera, 'Enter')
    await until('the end', () => standing(vera), 'ended')
    await untilFocused(vera, '#foot')
    await tabTo(vera, '.rating input')
    await press(vera, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight')
    await vera.waitForSelector('#stars-5')
    await untilFocused(vera, '#foot')
    await expectNaturalOrder(vera)
  }),
  TIME,
)

test.concurrent(
  'an agent accepts, answers with what was prepared, notes and hands over, and a colleague ends, by keyboard alone',
  scene(async (desk, cast) => {
    await importCanned(desk.desk, [{ code: 'soon', title: 'Soon', body: 'It comes tomorrow.' }])
    await desk.department({ id: 'support', name: 'Support', acceptance: 'manual' })
    await desk.hire(ana)
    await desk.hire(amir)
    const agent = await cast.agent(ana, 'ready')
    await untilLive(agent)
    await expectNaturalOrder(agent)
    const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
    await agent.waitForSelector('.offer')
    const colleague = await cast.agent(amir, 'ready')
    await untilLive(colleague)

    await tabTo(agent, '.offer form[action$="/acceptance"] button')
    await press(agent, 'Enter')
    await agent.waitForURL('**/workbench/conversations/*')
    await untilFocused(agent, '#composer textarea')
    await untilLive(agent)
    await agent.keyboard.type('/soo')
    await agent.waitForSelector('#canned [aria-selected=true]')
    await press(agent, 'Enter')
    const written = () => agent.inputValue('#composer textarea')
    await until('the words', written, 'It comes tomorrow.')
    await press(agent, 'Enter')
    await until('the reply', async () => (await said(vera)).at(-1), 'It comes tomorrow.')
    await untilFocused(agent, '#composer textarea')

    await tabTo(agent, '.inside-switch input', 'Shift+Tab')
    await press(agent, 'Space')
    await untilFocused(agent, '#composer textarea')
    await agent.keyboard.type(NOTE)
    await press(agent, 'Enter')
    const notes = (page: Page) => page.locator('#transcript > [data-kind=noted][data-seq]').count()
    await until('the note', () => notes(agent), 1)
    await untilFocused(agent, '#composer textarea')

    await tabTo(agent, '.transfer summary', 'Shift+Tab')
    await press(agent, 'Enter')
    await tabTo(agent, '#transfer-to')
    const isThere = () => agent.locator('#transfer-to option:not([disabled])').count()
    await until('who can take it', async () => (await isThere()) > 1, true)
    await agent.keyboard.type('Amir')
    await tabTo(agent, '.transfer form button')
    await press(agent, 'Enter')
    await until('it to be theirs', () => rowOf(colleague, 'Vera').count(), 1)
    await untilFocused(agent, '#room-head')

    await press(colleague, 'j')
    await untilFocused(colleague, '.row > a')
    await press(colleague, 'Enter')
    await colleague.waitForURL('**/workbench/conversations/*')
    await untilFocused(colleague, '#composer textarea')
    await until('the note', () => notes(colleague), 1)
    await untilLive(colleague)
    await expectNaturalOrder(colleague)
    const asks = () => colleague.locator('.room .ask:popover-open').count()
    await tabTo(colleague, '.end-chat > button', 'Shift+Tab')
    await press(colleague, 'Enter')
    await until('to be asked', asks, 1)
    await press(colleague, 'Escape')
    await untilFocused(colleague, '.end-chat > button')
    await press(colleague, 'Enter')
    await tabTo(colleague, '.room .ask [type=submit]')
    await press(colleague, 'Enter')
    await until('the end', () => standing(vera), 'ended')
    await colleague.waitForURL(`${desk.url}/workbench`)
    await tabTo(colleague, '.skip')
    expect((await told(vera)).length).toBeGreaterThan(1)
  }),
  TIME,
)
