import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { NOTE } from '../support/leaks'
import { amir, ana } from './desk'
import { openAt, openRow, rowOf, said, setStatus, signIn, until, untilLive } from './people'
import { openTalk, scene, TIME } from './scene'

const noted = (page: Page) => page.locator('#transcript > [data-kind=noted][data-seq] .body')
const isNote = (page: Page) => page.locator('#composer .note-switch input').isChecked()

test.concurrent(
  'a note goes to colleagues alone, is kept while the desk is away, and stays one as a draft',
  scene(async (desk, cast) => {
    const { agent, vera } = await openTalk(desk, cast)
    await agent.locator('.note-switch').click()
    const box = agent.locator('#composer textarea')
    expect(await box.getAttribute('placeholder')).toBe('Note for colleagues')
    await box.fill(`${NOTE} 1`)
    await agent.keyboard.press('Enter')
    await until('the note', () => noted(agent).allInnerTexts(), [`${NOTE} 1`])
    // The next one is one too, and the page says so in words.
    expect([await isNote(agent), await agent.locator('.inside-says').isVisible()]).toEqual([
      true,
      true,
    ])
    await agent.context().setOffline(true)
    await box.fill(`${NOTE} 2`)
    await agent.keyboard.press('Enter')
    const pending = agent.locator('#transcript > [data-pending][data-kind=noted]')
    await until('its bubble', () => pending.count(), 1)
    await agent.context().setOffline(false)
    await until('it to arrive', () => noted(agent).allInnerTexts(), [`${NOTE} 1`, `${NOTE} 2`])
    await box.fill(`${NOTE}, half`)
    await agent.reload()
    await untilLive(agent)
    expect([await box.inputValue(), await isNote(agent)]).toEqual([`${NOTE}, half`, true])
    await agent.locator('.note-switch').click()
    expect(await agent.locator('.inside-says').isVisible()).toBe(false)
    await box.fill('In the open')
    await agent.keyboard.press('Enter')
    await until('the reply', () => said(vera), ['Hello?', 'In the open'])
    expect(await vera.content()).not.toContain(NOTE)
  }, /ERR_INTERNET_DISCONNECTED/),
  TIME,
)

test.concurrent(
  'what was begun as a note while reading along is one still when it is taken',
  scene(async (desk, cast) => {
    await desk.hire(ana)
    await desk.hire(amir)
    const agent = await cast.agent(ana, 'away')
    await cast.visitor({ name: 'Vera', text: 'Hello?' })
    await agent.goto(`${desk.url}/workbench?view=line`)
    await openRow(agent, 'Vera')
    await agent.locator('#note-composer textarea').fill(`${NOTE}, half`)
    await agent.getByRole('button', { name: 'Take' }).click()
    await until('the composer', () => agent.locator('#composer').count(), 1)
    expect(await isNote(agent)).toBe(true)
    expect(await agent.inputValue('#composer textarea')).toBe(`${NOTE}, half`)
  }),
  TIME,
)

test.concurrent(
  'a note without JavaScript',
  scene(async (desk, cast) => {
    await desk.hire(ana)
    const plain = { javaScriptEnabled: false }
    const agent = cast.keep(await openAt(`${desk.url}/sign-in`, plain))
    await signIn(agent, ana)
    await setStatus(agent, 'ready')
    await cast.visitor({ name: 'Vera', text: 'Hello?' }, plain)
    const row = async () => {
      await agent.reload()
      return rowOf(agent, 'Vera').count()
    }
    await until('the row', row, 1)
    await rowOf(agent, 'Vera').locator('a').click()
    expect(await agent.locator('.add-note').isVisible()).toBe(false)
    await agent.locator('.note-switch').click()
    expect(await agent.locator('.send').isVisible()).toBe(false)
    await agent.fill('#composer textarea', NOTE)
    await agent.locator('.add-note').click()
    expect(await noted(agent).allInnerTexts()).toEqual([NOTE])
  }),
  TIME,
)
