import { expect, test } from 'bun:test'
import { createTag } from '../../src/commands/tags/write'
import { paths } from '../../views/paths'
import { olga } from './desk'
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

test.concurrent(
  'what an input method wrote is looked up once it stands there',
  scene(async (desk, cast) => {
    await createTag(desk.desk, { name: '退款' }, { id: 'olga', name: 'Olga' })
    const { agent } = await openTalk(desk, cast)
    const field = agent.locator('.add-tag [name=add]')
    await field.focus()
    await until('what offers them', () => field.getAttribute('role'), 'combobox')
    const keys = await agent.context().newCDPSession(agent)
    const text = '退'
    await keys.send('Input.imeSetComposition', { text: 'tui', selectionStart: 3, selectionEnd: 3 })
    await keys.send('Input.insertText', { text })
    const options = () => agent.locator('#tag-choices [role=option]').allInnerTexts()
    await until('it', options, ['退款', 'New tag “退”'])
    await agent.keyboard.press('Enter')
    await until('the tag', () => agent.locator('#tags .chip').allInnerTexts(), ['退款'])
  }),
  TIME,
)

test.concurrent(
  'Enter takes the tag of the list that is marked; a new one is chosen as that, by keys and by mouse',
  scene(async (desk, cast) => {
    for (const name of ['Refund', 'Refused', 'VIP'])
      await createTag(desk.desk, { name }, { id: 'olga', name: 'Olga' })
    const { agent } = await openTalk(desk, cast)
    const field = agent.locator('.add-tag [name=add]')
    const tags = () => agent.locator('#tags .chip').allInnerTexts()
    const options = () => agent.locator('#tag-choices [role=option]').allInnerTexts()
    const marked = () => agent.locator('#tag-choices [aria-selected=true]').innerText()

    // Faster than anything is found.
    await field.focus()
    await agent.keyboard.type('Ref')
    await agent.keyboard.press('Enter')
    await until('the tag of the list', tags, ['Refund'])
    await until('an empty field', () => field.inputValue(), '')
    await until('no list', () => agent.locator('#tag-choices').count(), 0)
    expect(await field.getAttribute('aria-expanded')).toBe('false')

    await agent.keyboard.type('ref')
    await until('what begins so', options, ['Refund', 'Refused', 'New tag “ref”'])
    expect(await field.getAttribute('role')).toBe('combobox')
    expect(await field.getAttribute('aria-expanded')).toBe('true')
    expect(await field.getAttribute('aria-controls')).toBe('tag-choices-list')
    const said = () => agent.locator('#tag-choices-status').innerText()
    expect(await said()).toBe('2 tags found. New tag “ref”')
    expect(await marked()).toBe('Refund')
    await agent.keyboard.press('ArrowDown')
    expect(await marked()).toBe('Refused')
    expect(await field.getAttribute('aria-activedescendant')).toBe('tag-choice-1')
    await agent.keyboard.press('ArrowDown')
    expect(await marked()).toBe('New tag “ref”')
    await agent.keyboard.press('Enter')
    await until('the new one', tags, ['Refund', 'ref'])

    // One that is written in letters of another script is the one of the list.
    await until('an empty field', () => field.inputValue(), '')
    await agent.keyboard.type('Rеfused')
    await until('what it looks like', options, ['Refused'])
    await agent.locator('#tag-choices [role=option]').click()
    await until('the one of the list', tags, ['Refund', 'ref', 'Refused'])

    // Without a word all of them are there; Escape and Tab leave them.
    await until('an empty field', () => field.inputValue(), '')
    await agent.keyboard.press('ArrowDown')
    await until('all of them', options, ['Refund', 'Refused', 'VIP'])
    await agent.keyboard.press('Escape')
    await until('no list', () => agent.locator('#tag-choices').count(), 0)
    await agent.keyboard.type('vi')
    await until('it', options, ['VIP', 'New tag “vi”'])
    await agent.keyboard.press('Tab')
    await until('no list', () => agent.locator('#tag-choices').count(), 0)
    expect(await field.inputValue()).toBe('vi')
    expect(await tags()).toEqual(['Refund', 'ref', 'Refused'])
  }),
  TIME,
)

test.concurrent(
  'a tag for many at once: what is taken stands in the field, and Enter tags and ends nothing',
  scene(async (desk, cast) => {
    await createTag(desk.desk, { name: 'VIP' }, { id: 'olga', name: 'Olga' })
    await openTalk(desk, cast)
    await desk.hire(olga, { role: 'admin' })
    const lead = await cast.agent(olga)
    await lead.goto(`${desk.url}${paths.workbench.list({ view: 'all' })}`)
    await lead.locator('.bulk > summary').click()
    await lead.locator('.row-select input').first().check()
    const field = lead.locator('#bulk [name=add]')
    await field.fill('vi')
    const options = () => lead.locator('#tag-choices [role=option]').allInnerTexts()
    await until('it', options, ['VIP', 'New tag “vi”'])
    await lead.keyboard.press('Enter')
    await until('its name', () => field.inputValue(), 'VIP')
    await lead.keyboard.press('Enter')
    await until('it on the row', () => rowOf(lead, 'Vera').locator('.chip.tag').allInnerTexts(), [
      'VIP',
    ])
    expect(
      (await desk.desk.store.conversations.matching({ open: true }, undefined, 2)).length,
    ).toBe(1)
  }),
  TIME,
)
