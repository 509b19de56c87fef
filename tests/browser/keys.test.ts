import { expect, test } from 'bun:test'
import { focusOf, isSeen, tabTo } from './by-keys'
import { ana } from './desk'
import { openAt, openRow, said, standing, told, until, untilLive, write } from './people'
import { scene, TIME } from './scene'

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
