import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { ana } from './desk'
import { openRow, rowOf, said, until, write } from './people'
import { scene, TIME } from './scene'

/** Set once by a page, and gone when it was loaded anew. */
const leaveMark = (page: Page) => page.evaluate(() => void Object.assign(window, { stays: true }))
const stays = (page: Page) => page.evaluate(() => 'stays' in window)
const name = (page: Page) => page.locator('#room-head h1').innerText()
const composer = (page: Page) => page.locator('#composer textarea')

test(
  'a row opens its conversation in place, live, and Back, Forward and a reload lead where they say',
  scene(async (desk, cast) => {
    await desk.hire(ana)
    const agent = await cast.agent(ana, 'ready')
    const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
    const vito = await cast.visitor({ name: 'Vito', text: 'Is anybody there?' })
    await until('both to be there', () => agent.locator('#rows > li').count(), 2)
    await leaveMark(agent)

    await openRow(agent, 'Vera')
    await until('Vera', () => name(agent), 'Vera')
    expect(await agent.title()).toStartWith('Vera')
    await composer(agent).fill('Half a sen')

    await openRow(agent, 'Vito')
    await until('Vito', () => name(agent), 'Vito')
    expect(await said(agent)).toEqual(['Is anybody there?'])
    expect(await composer(agent).inputValue()).toBe('')
    expect(await rowOf(agent, 'Vito').locator('a[aria-current=page]').count()).toBe(1)
    expect(await rowOf(agent, 'Vera').locator('a[aria-current=page]').count()).toBe(0)

    await write(vito, 'Still here')
    await until('what comes now', () => said(agent), ['Is anybody there?', 'Still here'])
    await write(vera, 'Me too')
    await until('what is not read', () => rowOf(agent, 'Vera').locator('.badge').count(), 1)
    await write(agent, 'Hello Vito')
    await until('the answer to go to him', () => said(vito), [
      ...['Is anybody there?', 'Still here', 'Hello Vito'],
    ])
    expect(await said(vera)).toEqual(['Hello?', 'Me too'])

    const seenUpTo = (page: Page) => page.locator('#seen').getAttribute('data-up-to')
    const before = await seenUpTo(vera)
    await agent.goBack()
    await until('Vera again', () => name(agent), 'Vera')
    await until('all she said', () => said(agent), ['Hello?', 'Me too'])
    expect(await composer(agent).inputValue()).toBe('Half a sen')
    await until('her to know', async () => (await seenUpTo(vera)) !== before, true)
    await agent.goForward()
    await until('Vito again', () => name(agent), 'Vito')
    await agent.goBack()
    await agent.goBack()
    await until('none of them', () => agent.locator('.room.vacant').count(), 1)
    await agent.goForward()
    await until('Vera once more', () => name(agent), 'Vera')
    expect(await stays(agent)).toBe(true)

    await agent.reload()
    expect([await name(agent), await stays(agent)]).toEqual(['Vera', false])
    await write(vera, 'Are you there?')
    await until('what comes then', () => said(agent), ['Hello?', 'Me too', 'Are you there?'])
  }),
  TIME,
)

test(
  'a link of a visitor to an address like ours opens elsewhere, and the room stays',
  scene(async (desk, cast) => {
    await desk.hire(ana)
    const agent = await cast.agent(ana, 'ready')
    await cast.visitor({
      name: 'Vera',
      text: 'Look: http://localhost:9/workbench/conversations/x',
    })
    await openRow(agent, 'Vera')
    const room = agent.url()
    await leaveMark(agent)
    const popup = agent.context().waitForEvent('page')
    await agent.click('#transcript .body a')
    await (await popup).close()
    expect([agent.url(), await stays(agent)]).toEqual([room, true])
  }),
  TIME,
)
