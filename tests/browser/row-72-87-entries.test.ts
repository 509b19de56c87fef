import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { said, until, write } from './people'
import { openTalk, scene, TIME } from './scene'

const menu = (page: Page) => page.locator('#entry-menu')
const more = (page: Page, text: string) =>
  page.locator('#transcript > .entry', { hasText: text }).locator('.entry-more').first()
const open = async (page: Page, text: string) => {
  await more(page, text).focus()
  await page.keyboard.press('Enter')
  await menu(page).waitFor()
}
const quoted = (page: Page) => page.locator('#transcript .quote-text').allInnerTexts()

test.concurrent(
  'what was said is answered, reacted to, edited and taken back, by keyboard, live on both sides',
  scene(async (desk, cast) => {
    const { agent, vera } = await openTalk(desk, cast)
    const shot = (page: Page, name: string) =>
      process.env.SHOTS ? page.screenshot({ path: `${process.env.SHOTS}/${name}.png` }) : undefined
    // A reply, by keyboard: the draft that was there stays, and Escape leaves the menu.
    await agent.locator('#composer textarea').fill('It is on ')
    await open(agent, 'Hello?')
    await shot(agent, 'agent-menu')
    await agent.keyboard.press('Escape')
    await until('the menu to go', () => menu(agent).count(), 0)
    expect(await agent.evaluate(() => document.activeElement?.className)).toBe('entry-more')
    await open(agent, 'Hello?')
    await menu(agent).locator('summary', { hasText: 'Reply' }).press('Enter')
    await until('the quote', () => agent.locator('.answering').count(), 1)
    expect(await agent.inputValue('#composer textarea')).toBe('It is on ')
    await agent.keyboard.type('its way')
    await shot(agent, 'agent-reply')
    await agent.keyboard.press('Enter')
    await until('the reply', () => said(vera), ['Hello?', 'It is on its way'])
    await until('the quote', () => quoted(vera), ['Hello?'])
    expect(await agent.locator('.answering').count()).toBe(0)
    // A reaction, pressed again it goes.
    const chips = (page: Page) =>
      page
        .locator('#transcript .reaction')
        .evaluateAll((all) => all.map((chip) => chip.getAttribute('value')))
    await open(vera, 'It is on its way')
    await menu(vera).locator('[value="👍"]').click()
    await until('the reaction', () => chips(agent), ['👍'])
    await until('the menu to go', () => menu(vera).count(), 0)
    await shot(vera, 'visitor-reacted')
    await vera.locator('#transcript .reaction').click()
    await until('it to go', () => chips(agent), [])
    // Her first words, otherwise; what quotes them says so too.
    await open(vera, 'Hello?')
    await menu(vera).locator('summary', { hasText: 'Edit' }).press('Enter')
    const area = menu(vera).locator('.edit textarea')
    await until('the field', () => area.inputValue(), 'Hello?')
    await area.fill('Hello, is anybody there?')
    await shot(vera, 'visitor-edit')
    await vera.keyboard.press('Enter')
    await until('the edit', () => said(agent), ['Hello, is anybody there?', 'It is on its way'])
    await until('its quote', () => quoted(agent), ['Hello, is anybody there?'])
    await until('the menu to go', () => menu(vera).count(), 0)
    // And taken back.
    await open(vera, 'Hello, is anybody there?')
    await menu(vera).locator('.unsend button').click()
    await until('it to go', () => said(agent), ['It is on its way'])
    await until('its quote', () => quoted(agent), ['Message removed'])
    await until('its place', () => agent.locator('.gone').allInnerTexts(), ['Message removed'])
    expect(
      await agent
        .locator('.gone')
        .evaluate((gone) => 'withdrawn' in (gone.closest('li')?.dataset ?? {})),
    ).toBe(true)
    await shot(agent, 'agent-gone')
    // A quote leads to what it quotes.
    await agent.locator('#transcript .quote').click()
    await until(
      'the place',
      () => agent.evaluate(() => document.activeElement?.id.slice(0, 2)),
      'e-',
    )
    await write(agent, 'Bye')
    await until('the chat goes on', () => said(vera), ['It is on its way', 'Bye'])
  }),
  TIME,
)
