import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { amir, ana } from './desk'
import { headline, setStatus, standing, told, until } from './people'
import { scene, TIME } from './scene'

const GONE =
  'Ana had to leave. What you wrote is kept, and the next free colleague will go on with it.'
const NOBODY = 'Nobody is free just now'
const LEAD = 'You can keep writing. The answer will appear on this page.'
const strip = (page: Page) => page.locator('#status .strip').innerText()

test.concurrent(
  'whose agent leaves in the middle reads one story, live and after a reload',
  scene(async (desk, cast) => {
    for (const who of [ana, amir]) await desk.hire(who, { capacity: 1 })
    const agent = await cast.agent(ana, 'ready')
    const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
    await until('who helps', () => headline(vera), 'Ana')
    const plain = await cast.visitor({ name: 'Vito', text: 'Me too' }, { javaScriptEnabled: false })
    await setStatus(agent, 'off')
    await until('that she left', async () => (await told(vera)).at(-1), GONE)
    await until('how it stands', () => headline(vera), NOBODY)
    expect(await strip(vera)).toBe(LEAD)
    await vera.reload()
    expect([await headline(vera), await strip(vera)]).toEqual([NOBODY, LEAD])
    expect(await told(vera)).toEqual(['Ana joined.', GONE])

    // Vito is told the same where there is no script: the only one there takes Vera first.
    const other = await cast.agent(amir, 'ready')
    await until('who helps now', () => headline(vera), 'Amir')
    // On a busy machine she is also told how long that took.
    const all = async () => (await told(vera)).map((text) => text.replace(/ You waited .*/, ''))
    await until('all that was told', all, ['Ana joined.', GONE, 'Amir joined.'])
    await setStatus(agent, 'ready')
    const frame = plain.frameLocator('.tail-frame')
    const shown = () => frame.locator('#status h1').innerText()
    await until('who helps Vito', shown, 'Ana')
    await setStatus(agent, 'off')
    await until('Vito to be in the line again', shown, 'The team')
    expect(await frame.locator('#status').innerText()).toContain('You are next in line')
    await setStatus(other, 'away')
    await setStatus(other, 'off')
    await until('how it stands for Vito', shown, NOBODY)
    expect(await frame.locator('.strip').innerText()).toBe(LEAD)
    await plain.reload()
    expect((await told(plain)).at(-1)).toBe(GONE)
    expect(await standing(vera)).toBe('left')
  }),
  TIME,
)
