import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { ana } from './desk'
import { openRow, said, standing, until } from './people'
import { scene, TIME } from './scene'

/** What the next key goes to: its id, or what it is called. */
const cursor = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement
    return at?.id || at?.getAttribute('name') || at?.className || at?.localName || ''
  })
const take = 'form[action$="/claim"] button'

test.concurrent(
  'who opens or takes a talk writes at once, and a double click takes it and nothing more',
  scene(async (desk, cast) => {
    await desk.hire(ana)
    const agent = await cast.agent(ana, 'away')
    const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
    await cast.visitor({ name: 'Vito', text: 'And me?' })
    await until('Vera to know that nobody is there', () => standing(vera), 'left')
    await openRow(agent, 'Vera')
    await agent.dblclick(take)
    await until('the cursor in the reply', () => cursor(agent), 'text')
    expect(await agent.locator('.ask:visible').count()).toBe(0)
    expect(await standing(vera)).toBe('active')
    await agent.keyboard.type('Here I am? e')
    await agent.keyboard.press('Enter')
    await until('the talk', () => said(vera), ['Hello?', 'Here I am? e'])

    await agent.keyboard.press('Escape')
    expect(await cursor(agent)).toBe('scroll')
    await agent.keyboard.press('?')
    const keys = agent.locator('#shortcuts')
    expect(await keys.isVisible()).toBe(true)
    await agent.keyboard.press('?')
    expect(await keys.isVisible()).toBe(false)
    await agent.keyboard.press('j')
    expect(await agent.evaluate(() => document.activeElement?.textContent)).toContain('Vito')
    await agent.keyboard.press('k')
    await agent.keyboard.press('Enter')
    await until('the cursor in the reply again', () => cursor(agent), 'text')
    await agent.keyboard.press('Escape')
    await agent.keyboard.press('e')
    await until('to be asked', () => agent.locator('.ask:visible').count(), 1)
    await agent.keyboard.press('Escape')

    // Switched off they are letters like all others.
    await agent.keyboard.press('?')
    await agent.uncheck('#keys-on')
    await agent.keyboard.press('Escape')
    await agent.locator('#scroll').focus()
    await agent.keyboard.press('?')
    expect(await keys.isVisible()).toBe(false)
    await agent.reload()
    await agent.locator('#scroll').focus()
    await agent.keyboard.press('e')
    expect(await agent.locator('.ask:visible').count()).toBe(0)
  }),
  TIME,
)

test.concurrent(
  'who is at something else is not called away, and the first Tab leads past the lists',
  scene(async (desk, cast) => {
    await desk.hire(ana)
    const agent = await cast.agent(ana, 'away')
    const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
    await until('Vera to know that nobody is there', () => standing(vera), 'left')
    await openRow(agent, 'Vera')
    await agent.fill('.add-tag [name=add]', 'ref')
    const headers = { Origin: desk.url }
    await agent.request.post(`${agent.url()}/claim`, { headers })
    await until('a composer', () => agent.locator('#composer').count(), 1)
    expect(await cursor(agent)).toBe('add')
    await agent.goto(agent.url())
    await until('the cursor in the reply', () => cursor(agent), 'text')
    await agent.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      document.body.tabIndex = -1
      document.body.focus()
    })
    await agent.keyboard.press('Tab')
    expect(await cursor(agent)).toBe('skip')
    await agent.keyboard.press('Enter')
    expect(new URL(agent.url()).hash).toBe('#room-foot')
  }),
  TIME,
)
