import { expect, test } from 'bun:test'
import { findingsOf } from '../views/axe'
import { said, until } from './people'
import { openTalk, scene, TIME } from './scene'

test.concurrent(
  'the search opens over the page by its keys, is gone through by them, and leads to the line',
  scene(async (desk, cast) => {
    const { agent, vera } = await openTalk(desk, cast)
    await vera.locator('textarea').fill('我要退款 please')
    await vera.keyboard.press('Enter')
    await agent.locator('#composer textarea').fill('Half a sen')
    await agent.keyboard.press('Control+k')
    const dialog = agent.getByRole('dialog', { name: /Search/ })
    await dialog.waitFor()
    const marks = () => dialog.locator('mark').allInnerTexts()
    // What was said a moment ago is in the index within a second.
    for (let nth = 0; nth < 40 && (await marks()).length === 0; nth += 1) {
      await dialog.getByRole('combobox').fill('')
      await dialog.getByRole('combobox').fill('退款')
      await agent.waitForTimeout(250)
    }
    expect(await marks()).toEqual(['退款'])
    const selected = () => dialog.locator('[aria-selected=true]').count()
    await until('the first to be chosen', selected, 1)
    expect(await findingsOf(agent)).toEqual([])
    await agent.keyboard.press('Enter')
    await until('the line', () => agent.locator('.entry:target .body').count(), 1)
    await agent.keyboard.press('Control+k')
    await dialog.waitFor()
    // Once is enough, though something is typed in it.
    await dialog.getByRole('combobox').fill('退')
    await agent.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  }),
  TIME,
)

test.concurrent(
  'what is typed while the search is still being brought is looked for, and nobody is sent it',
  scene(async (desk, cast) => {
    const { agent, vera } = await openTalk(desk, cast)
    const brought = Promise.withResolvers<void>()
    await agent.route(/palette|workbench\/search/, async (route) => {
      await brought.promise
      await route.continue()
    })
    await agent.locator('#composer textarea').focus()
    await agent.keyboard.press('Control+k')
    await agent.keyboard.type('pre')
    await agent.keyboard.press('Enter')
    expect(await agent.inputValue('#composer textarea')).toBe('')
    brought.resolve()
    const field = agent.getByRole('dialog').getByRole('combobox')
    await field.waitFor()
    await until('the words', () => field.inputValue(), 'pre')
    await agent.keyboard.type('s')
    expect(await field.inputValue()).toBe('pres')
    await agent.keyboard.press('Escape')
    expect(await agent.locator('#composer textarea').inputValue()).toBe('')
    expect(await said(vera)).toEqual(['Hello?'])
  }),
  TIME,
)
