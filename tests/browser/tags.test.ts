import { expect, test } from 'bun:test'
import { rowOf, until } from './people'
import { openTalk, scene, TIME } from './scene'

test.concurrent(
  'a tag is put on and taken off while the page stays',
  scene(async (desk, cast) => {
    const { agent } = await openTalk(desk, cast)
    await agent.locator('#composer textarea').fill('Half a sen')
    const field = agent.locator('.add-tag [name=add]')
    const tags = () => agent.locator('#tags .chip').allInnerTexts()
    for (const tag of ['Refund', 'VIP']) {
      await field.fill(tag)
      await agent.keyboard.press('Enter')
      await until('the tag', async () => (await tags()).at(-1), tag)
      await until('an empty field', () => field.inputValue(), '')
    }
    const onRow = () => rowOf(agent, 'Vera').locator('.chip.tag').allInnerTexts()
    await until('the row', onRow, ['Refund', '+1'])
    await agent.getByRole('button', { name: 'Remove the tag Refund' }).click()
    await until('it to be gone', tags, ['VIP'])
    await until('the row', onRow, ['VIP'])
    expect(await agent.locator('#composer textarea').inputValue()).toBe('Half a sen')
  }),
  TIME,
)
