import { expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { amir, ana } from './desk'
import { said, until, write } from './people'
import { openTalk, scene, TIME } from './scene'

const paper = {
  ...{ name: 'paper.pdf', mimeType: 'application/pdf' },
  buffer: Buffer.from('%PDF-1.4'),
}

test.concurrent(
  'what is kept of a message is its words, not what else is chosen beside them',
  scene(async (desk, cast) => {
    const { agent, vera } = await openTalk(desk, cast)
    const words = (page: typeof vera) => page.inputValue('.composer textarea')
    await vera.locator('.attach input').setInputFiles([paper])
    await until('the tray', () => vera.locator('[data-tray] bdi').count(), 1)
    // A switch that was on and off again, and what is swapped in after that.
    await agent.locator('.note-switch').click()
    await agent.locator('.note-switch').click()
    await write(agent, 'Which one?')
    await until('the answer', () => said(vera), ['Hello?', 'Which one?'])
    await agent.locator('.add-tag [name=add]').fill('gift')
    await agent.keyboard.press('Enter')
    await until('the tag', () => agent.locator('.room .tags .chip').count(), 1)
    expect([await words(vera), await words(agent)]).toEqual(['', ''])
    await vera.reload()
    await agent.reload()
    expect([await words(vera), await words(agent)]).toEqual(['', ''])
  }),
  TIME,
)

test.concurrent(
  'who declines an offer stays in the conversation they are in, with what they were writing',
  scene(async (desk, cast) => {
    const { agent, vera } = await openTalk(desk, cast)
    const here = new URL(agent.url()).pathname
    await agent.locator('#composer textarea').fill('Half a sentence')
    await desk.department({ id: 'support', name: 'Support', acceptance: 'manual' })
    await desk.hire(amir)
    await cast.visitor({ name: 'Paul', text: 'And me?' })
    await agent.locator('.offer form[action$="/refusal"] button').click()
    await until('the offer to go', () => agent.locator('.offer').count(), 0)
    expect(new URL(agent.url()).pathname).toBe(here)
    await until('what they wrote', () => agent.inputValue('#composer textarea'), 'Half a sentence')
    await agent.keyboard.press('Escape')
    await write(agent, 'A whole one')
    await until('the answer', () => said(vera), ['Hello?', 'A whole one'])
  }),
  TIME,
)

test.concurrent(
  'who declines what they were looking at comes back to their list',
  scene(async (desk, cast) => {
    await desk.department({ id: 'support', name: 'Support', acceptance: 'manual' })
    await desk.hire(ana)
    const agent = await cast.agent(ana, 'ready')
    await cast.visitor({ name: 'Vera', text: 'Hello?' })
    await agent.locator('.offer-who').click()
    await agent.waitForURL('**/workbench/conversations/*')
    await agent.locator('.offer form[action$="/refusal"] button').first().click()
    await agent.waitForURL(`**${paths.workbench.page}`)
    expect(await agent.locator('#composer').count()).toBe(0)
  }),
  TIME,
)
