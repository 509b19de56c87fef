import { expect, test } from 'bun:test'
import { olga } from './desk'
import { headline, said, until, write } from './people'
import { openTalk, scene, TIME } from './scene'

test.concurrent(
  'who takes over an answered conversation has it on every page that shows it, at once',
  scene(async (desk, cast) => {
    const { agent, vera } = await openTalk(desk, cast)
    await write(agent, 'Hello, Vera')
    await until('the answer', () => said(vera), ['Hello?', 'Hello, Vera'])
    await desk.hire(olga, { role: 'admin' })
    const chief = await cast.agent(olga, 'away')
    await chief.goto(agent.url())
    await chief.locator('.more-acts > summary').click()
    await chief.locator('.more-acts form[action$="/takeover"] button').click()
    await until('their composer', () => chief.locator('#composer').count(), 1)
    await until('none where it was', () => agent.locator('#composer').count(), 0)
    await until('Vera to see who', async () => (await headline(vera)).includes('Olga'), true)
    await chief.reload()
    expect(await chief.locator('#composer').count()).toBe(1)
    await write(chief, 'I have it now')
    await until('the next', () => said(vera), ['Hello?', 'Hello, Vera', 'I have it now'])
  }),
  TIME,
)
