import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { FrameLocator, Page } from 'playwright-core'
import { ana, openTestDesk, type TestDesk } from './desk'
import { openBench, openRow, until } from './people'
import { TIME } from './scene'
import { allow, button, call, heard, inside, openShop, type Shop, visitShop } from './site'

let desk: TestDesk
let shop: Shop
beforeAll(async () => {
  desk = await openTestDesk()
  await desk.hire(ana)
  shop = openShop(desk)
  await allow(desk, shop.originOf(), shop.originOf('shop.desk.localhost'))
})
afterAll(async () => {
  await shop.close()
  await desk.close()
}, 30_000)

const titles = (page: Page | FrameLocator) => page.locator('.card-title').allInnerTexts()
const chosen = (page: Page | FrameLocator) => page.locator('[data-chosen]').allInnerTexts()

test(
  'a site shows what its visitor looks at; an agent makes a card beside the talk, and it is pressed there',
  async () => {
    const agent = await openBench(desk.url, ana, { status: 'ready' })
    const shot = (page: Page, name: string) =>
      process.env.SHOTS ? page.screenshot({ path: `${process.env.SHOTS}/${name}.png` }) : undefined
    const { page, errors, close } = await visitShop(shop.originOf())
    await button(page).waitFor()
    // Before there is a talk it waits for it.
    const link = 'https://shop.example/blankets/moss'
    const card = { is: 'product', title: 'Wool blanket', price: '€ 89', link }
    await call(page, 'send', { card })
    const chat = inside(page)
    await chat.locator('input[name=name]').fill('Vera')
    await chat.locator('textarea[name=text]').fill('Is it washable?')
    await chat.locator('#start').click()
    await until('the product', () => titles(chat), ['Wool blanket'])
    await call(page, 'send', { card: { ...card, colour: 'moss' } })
    await until('the refusal', () => heard(page, 'error'), [{ reason: 'fieldUnknown' }])

    await openRow(agent.page, 'Vera')
    await until('the product', () => titles(agent.page), ['Wool blanket'])
    expect(await agent.page.locator('.card-link').getAttribute('href')).toBe(link)
    await agent.page.fill('#composer textarea', 'By hand')
    await agent.page.locator('#canned-place a', { hasText: 'Card' }).click()
    const sheet = agent.page.locator('#card-sheet')
    await sheet.locator('input[name=title]').fill('At thirty degrees?')
    await sheet.locator('.card-kinds a', { hasText: 'Buttons' }).click()
    await sheet.locator('[name="button.0"]').fill('Fine')
    await shot(agent.page, 'card-sheet')
    // What is wrong is said there, and what was typed stays.
    await sheet.locator('[name=title]').fill('x'.repeat(121))
    await sheet.locator('.button.primary').click()
    await sheet.locator('.form-problem', { hasText: '121' }).waitFor()
    expect(await sheet.locator('[name="button.0"]').inputValue()).toBe('Fine')
    await sheet.locator('[name=title]').fill('At thirty degrees?')
    await sheet.locator('.button.primary').click()
    await until('it to close', () => sheet.isVisible(), false)
    expect(await agent.page.inputValue('#composer textarea')).toBe('By hand')
    const both = ['Wool blanket', 'At thirty degrees?']
    await until('both cards', () => titles(chat), both)

    // The frame keeps its page: no form of a card leads away from it.
    await chat.locator('.card-buttons button', { hasText: 'Fine' }).press('Enter')
    for (const side of [chat, agent.page])
      await until('what was pressed', async () => (await chosen(side)).length, 1)
    await agent.page.locator('.entry[data-answers] .body', { hasText: 'Fine' }).waitFor()
    expect(await chat.locator('.card-buttons').count()).toBe(0)
    await shot(page, 'card-widget')
    await shot(agent.page, 'card-room')
    expect([...errors, ...agent.errors].filter((error) => !/422|404/.test(error))).toEqual([])
    await Promise.all([close(), agent.close()])
  },
  TIME,
)
