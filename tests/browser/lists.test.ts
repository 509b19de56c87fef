import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { amir, ana, olga } from './desk'
import { endChat, openRow, rowOf, setStatus, standing, until } from './people'
import { openTalk, scene, TIME } from './scene'

const list = (page: Page) => page.locator('.tabs [aria-current]').innerText()
/** Chips of rows that do not say all they say. */
const clipped = (page: Page) =>
  page
    .locator('.row .chip')
    .evaluateAll((all) =>
      all.flatMap((one) => (one.scrollWidth > one.clientWidth ? one.textContent : [])),
    )
const choose = (page: Page, name: string) => page.click(`.tabs a:has-text("${name}")`)

test.concurrent(
  'visitors of one name are told apart while there are several: in rows, as they ring, in the room',
  scene(async (desk, cast) => {
    const { agent } = await openTalk(desk, cast)
    const marks = async (where: string) => {
      const all = await agent.locator(`${where} .row-mark:visible`).allInnerTexts()
      return all.map((mark) => mark.trim())
    }
    expect(await marks('.workbench')).toEqual([])
    await desk.department({ id: 'support', name: 'Support', acceptance: 'manual' })
    const other = await cast.visitor({ name: 'Vera', text: 'Another one' })
    await until('it to ring', () => agent.locator('.offer .row-mark').count(), 1)
    const [[rings], [row], [room]] = [await marks('.offer'), await marks('.row'), await marks('h1')]
    expect(rings).toHaveLength(4)
    expect(row).not.toBe(rings)
    expect(room).toBe(row)
    await agent.click('.offer-who')
    await agent.waitForURL('**/conversations/*')
    await until('the other one in the room', () => marks('h1'), [rings])
    await endChat(other)
    await until('one of that name', () => marks('.workbench'), [])
  }),
  TIME,
)

test.concurrent(
  'the list somebody chose stays when they open a conversation of it, and it is live',
  scene(async (desk, cast) => {
    await desk.hire(ana)
    await desk.hire(amir)
    const agent = await cast.agent(ana, 'away')
    const other = await cast.agent(amir, 'away')
    const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
    await cast.visitor({ name: 'Vito', text: 'Is anybody there?' })
    await until('Vera to know that nobody is there', () => standing(vera), 'left')
    await choose(agent, 'Queue')
    await openRow(agent, 'Vera')
    expect(await list(agent)).toStartWith('Queue')
    await agent.click('form[action$="/claim"] button')
    await until('Vera to be nobody to wait for', () => rowOf(agent, 'Vera').count(), 0)
    expect(await list(agent)).toStartWith('Queue')
    await openRow(agent, 'Vito')

    await choose(other, 'Closed')
    await setStatus(agent, 'ready')
    expect(await rowOf(other, 'Vera').count()).toBe(0)
    await endChat(vera)
    await until('what was closed', () => rowOf(other, 'Vera').count(), 1)
    await until('its tab to count it', async () => (await list(other)).split(/\s+/), [
      'Closed',
      '1',
    ])
    for (const width of [1280, 375]) {
      await other.setViewportSize({ width, height: 800 })
      expect(await clipped(other)).toEqual([])
    }
    await other.setViewportSize({ width: 1280, height: 800 })
    await openRow(other, 'Vera')
    expect(await list(other)).toStartWith('Closed')
    await other.waitForTimeout(500)
    expect(await list(other)).toStartWith('Closed')
    await vera.click('form[action$="/reopening"] button')
    await until('what goes on to leave', () => rowOf(other, 'Vera').count(), 0)
  }),
  TIME,
)

test.concurrent(
  'conversations are ticked one after another, and what is done is done to them',
  scene(async (desk, cast) => {
    const { agent, vera } = await openTalk(desk, cast)
    await cast.visitor({ name: 'Vito', text: 'Is anybody there?' })
    await until('both', () => agent.locator('#inbox .row').count(), 2)
    await desk.hire(olga, { role: 'admin' })
    const chief = await cast.agent(olga, 'away')
    await choose(chief, 'All')
    await until('both there', () => chief.locator('#inbox .row').count(), 2)
    await chief.locator('.bulk summary').click()
    for (const name of ['Vera', 'Vito']) await rowOf(chief, name).locator('.row-select').click()
    expect(await chief.locator('.row-select input:checked').count()).toBe(2)
    // To whom and until when is read before it is pressed: each choice has the room, not its button.
    for (const name of ['all', 'to', 'until']) {
      const box = await chief.locator(`#bulk select[name=${name}]`).boundingBox()
      expect(box?.width ?? 0).toBeGreaterThan(160)
    }
    await chief.locator('.bulk button[value=close]').click()
    await until('Vera to hear of it', () => standing(vera), 'ended')
    await until('none with her', () => agent.locator('#inbox .row').count(), 0)
  }),
  TIME,
)
